import { openingState } from '../../src/share/opening-state.js';
import { contentOf, type SavedDesign } from '../../src/state/saved-design.js';
import { PRESETS } from '../state/preset-files.js';

/** A saved design with this id and name. */
export function sample(id: string, name = id): SavedDesign {
  return { id, name, tags: [], ...contentOf(openingState(PRESETS), PRESETS, '2026-01-31T09:30:00.000Z') };
}

let lastName = 0;
/** A database of its own for each test. */
export const freshName = (): string => `library-test-${(lastName += 1)}`;
