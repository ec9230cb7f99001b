import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Serves a built page until `stop` is called.
 * @param {string} root folder of the repository
 * @param {number} port
 * @param {string} [folder] what to serve, in place of dist/
 * @throws if it does not answer within ten seconds
 */
export async function servePreview(root, port, folder = 'dist') {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'preview', '--port', String(port), '--strictPort', '--outDir', folder];
  const server = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
  const address = `http://localhost:${port}/`;
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return { address, stop: () => server.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error(`The preview did not start at ${address}.`);
}
