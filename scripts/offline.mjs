import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';

const ENTRY = 'src/offline/service-worker.ts';

/**
 * Every file of a built folder with the hash of its content, in the form `fetch` takes as `integrity`.
 * @param {string} folder
 * @returns {(readonly [path: string, integrity: string])[]}
 */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const hash = createHash('sha256').update(readFileSync(file)).digest('base64');
      return /** @type {const} */ ([relative(folder, file).split(sep).join('/'), `sha256-${hash}`]);
    });
}

/**
 * Writes `service-worker.js` beside the built page: the worker of src/offline with the list of every
 * file of this build in it. See docs/decisions/offline.md.
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
    writeBundle: {
      order: 'post',
      async handler() {
        const files = filesOf(folder);
        const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
        const result = await build({
          configFile: false,
          logLevel: 'error',
          publicDir: false,
          define: { __FILES__: JSON.stringify(files), __VERSION__: JSON.stringify(version) },
          build: {
            write: false,
            target: 'es2023',
            rolldownOptions: { input: ENTRY, output: { format: 'iife', entryFileNames: 'service-worker.js' } },
          },
        });
        const output = Array.isArray(result) ? result[0] : result;
        if (!output || !('output' in output)) throw new Error('The offline worker was not built.');
        writeFileSync(join(folder, 'service-worker.js'), output.output[0].code);
      },
    },
  };
}
