import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A port that nothing listens on. */
async function freePort() {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/**
 * Serves a built page, on a port of its own, until `stop` is called.
 * @param {string} root folder of the repository
 * @param {string} [folder] what to serve, in place of dist/
 * @throws if the server ends, or does not answer within ten seconds
 */
export async function servePreview(root, folder = 'dist') {
  const port = await freePort();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'preview', '--port', String(port), '--strictPort', '--outDir', folder];
  const server = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = `http://localhost:${port}/`;
  let said = '';
  server.stderr.on('data', (/** @type {Buffer} */ text) => (said += text.toString()));
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(address).catch(() => null);
    // Whoever answers, it is not this server once that has ended: someone else may have taken the port.
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`The preview at ${address} ended before it answered.\n${said}`);
    if (answer?.ok) return { address, stop: () => server.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error(`The preview did not start at ${address}.\n${said}`);
}
