#!/usr/bin/env node
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from '../scripts/bundle.mjs';

/**
 * @typedef {{ presetsFolder: string, searchThread: () => Promise<string> }} Surroundings
 * @typedef {{ run(args: readonly string[], surroundings: Surroundings): Promise<number> }} Program
 */

const sources = ['src/cli', 'src/core', 'src/interchange'];
const module = await bundle('src/cli/main.ts', 'main', sources);
const program = /** @type {Program} */ (await import(pathToFileURL(module).href));
process.exitCode = await program.run(process.argv.slice(2), {
  presetsFolder: fileURLToPath(new URL('../public/presets', import.meta.url)),
  searchThread: () => bundle('src/cli/search-thread.ts', 'search-thread', sources),
});
