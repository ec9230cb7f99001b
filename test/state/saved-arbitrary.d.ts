import fc from 'fast-check';
import type { Presets } from '../../src/state/presets.js';
import { type SavedDesign } from '../../src/state/saved-design.js';
/** Any design that can be saved. */
export declare function anySaved(presets: Presets): fc.Arbitrary<SavedDesign>;
