import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STUDIES } from '../../src/core/studies/studies.js';
import { readAllPresets } from '../../src/interchange/presets-file.js';
import type { Presets } from '../../src/state/presets.js';

// not by `new URL`: a test with a page has it read as an address of the page
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const presetText = (kind: string): string => readFileSync(join(root, `public/presets/${kind}.json`), 'utf8');

function read(): Presets {
  const presets = readAllPresets({
    models: presetText('models'),
    systems: presetText('systems'),
    strategies: presetText('strategies'),
  });
  if (!presets.ok) throw new Error(presets.problems.map((problem) => problem.message).join('\n'));
  return presets.value;
}

/** The presets that the product ships with, through the door, and its studies, frozen so that a test fails when one is written to. */
export const PRESETS: Presets = deepFrozen({ ...read(), studies: STUDIES });

/** A value whose every object throws when it is written to. */
export function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFrozen(item);
  }
  return value;
}
