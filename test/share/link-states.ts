import { decodeLink } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { withValue } from '../../src/share/paths.js';
import type { SharedState } from '../../src/share/shared-state.js';
import type { Presets } from '../../src/state/presets.js';
import { deepFrozen, PRESETS } from '../state/preset-files.js';

/** What the explorer opens with, frozen. */
export const OPENING = deepFrozen(openingState(PRESETS));

/** The presets with a second revision of one of each kind, the shipped value kept as revision 1. */
export const REVISED: Presets = deepFrozen({
  ...PRESETS,
  models: PRESETS.models.map((one) =>
    one.id === 'gpt3-175b' ? { ...one, ...revised(one.value, { hidden: 12800 }) } : one,
  ),
  systems: PRESETS.systems.map((one) =>
    one.id === 'a100-80g' ? { ...one, ...revised(one.value, { networks: one.value.networks.slice(0, 1) }) } : one,
  ),
  strategies: PRESETS.strategies.map((one) =>
    one.id === 'fig3' ? { ...one, ...revised(one.value, { data_par: 4 }) } : one,
  ),
});

function revised<T>(
  value: T,
  change: Partial<T>,
): { revision: number; earlier: { revision: number; value: T }[]; value: T } {
  return { revision: 2, earlier: [{ revision: 1, value }], value: { ...value, ...change } };
}

/** The state with another value at a path of a part. */
export const edit = (
  state: SharedState,
  part: 'model' | 'system' | 'strategy',
  path: string,
  value: unknown,
): SharedState => ({
  ...state,
  [part]: { base: state[part].base, value: withValue<unknown>(state[part].value, path, value) },
});

/** A link, read with the presets that ship. */
export const read = (hash: string) => decodeLink(hash, PRESETS);
