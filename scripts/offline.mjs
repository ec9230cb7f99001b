import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ENTRY = fileURLToPath(new URL('../src/offline/service-worker.ts', import.meta.url));
const WORKER = 'service-worker.js';

/**
 * Every file of a built folder with the hash of its content, in the form `fetch` takes as `integrity`.
 * @param {string} folder
 * @returns {(readonly [path: string, integrity: string])[]}
 */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== WORKER)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const hash = createHash('sha256').update(readFileSync(file)).digest('base64');
      return /** @type {const} */ ([relative(folder, file).split(sep).join('/'), `sha256-${hash}`]);
    });
}

/**
 * The name of the build in a folder, which is written into its page: the hash of every file, the page's without the name.
 * @param {string} folder
 */
function nameBuild(folder) {
  const page = join(folder, 'index.html');
  const html = readFileSync(page, 'utf8').replace(/<meta name="build"[^>]*>/, '');
  writeFileSync(page, html);
  const version = createHash('sha256')
    .update(JSON.stringify(filesOf(folder)))
    .digest('hex')
    .slice(0, 12);
  writeFileSync(page, html.replace('</head>', `<meta name="build" content="${version}"></head>`));
  return version;
}

/**
 * Writes `service-worker.js` into a built folder: the worker of src/offline with the list of every file of
 * this build in it; and the build's name into the page. See docs/decisions/offline.md.
 * @param {string} folder
 */
export async function writeServiceWorker(folder) {
  const version = nameBuild(folder);
  const files = filesOf(folder);
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { __FILES__: JSON.stringify(files), __VERSION__: JSON.stringify(version) },
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: ENTRY, output: { format: 'iife', entryFileNames: WORKER } },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error('The offline worker was not built.');
  writeFileSync(join(folder, WORKER), output.output[0].code);
}

/**
 * Makes each build work offline.
 * @returns {import('vite').Plugin}
 */
export function offline() {
  let folder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    // By now everything else is on disk, the public folder included.
    writeBundle: { order: 'post', sequential: true, handler: () => writeServiceWorker(folder) },
  };
}
