#!/usr/bin/env node
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from '../scripts/bundle.mjs';

/** @typedef {{ run(args: readonly string[], presetsFolder: string): Promise<number> }} Program */

const module = await bundle('src/cli/main.ts', 'main', ['src/cli', 'src/core', 'src/interchange']);
const program = /** @type {Program} */ (await import(pathToFileURL(module).href));
const presets = fileURLToPath(new URL('../public/presets', import.meta.url));
process.exitCode = await program.run(process.argv.slice(2), presets);
