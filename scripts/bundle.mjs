import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What the sources looked like: every file's name, size and time of change. Cheap enough to ask at each start.
 * @param {readonly string[]} folders
 */
function stampOf(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}:${size}:${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * A TypeScript program as one module that Node can load, built only when its sources changed since the last time.
 * @param {string} entry relative to the repository
 * @param {string} name of the module in dist-cli/
 * @param {readonly string[]} folders whose files it may be made of
 * @returns {Promise<string>} the path of the module
 * @throws if the sources do not build
 */
export async function bundle(entry, name, folders) {
  const out = join(root, 'dist-cli', `${name}.mjs`);
  const stamp = `// ${stampOf(folders)}\n`;
  if (readIfThere(out)?.startsWith(stamp)) return out;
  // Loaded only now: it takes longer to load than the command takes to run.
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: join(root, entry), write: false, target: 'node20', minify: false },
  });
  if (!('output' in result)) throw new Error(`${entry} was not built.`);
  // Written aside and moved, so that two commands started at once never load half a file.
  const draft = `${out}.${randomUUID()}`;
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(draft, stamp + result.output[0].code);
  renameSync(draft, out);
  return out;
}
