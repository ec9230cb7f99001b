import fc from 'fast-check';
import { type Design, type DesignPart } from '../../src/core/inputs/design.js';
import type { InputField } from '../../src/core/inputs/field.js';
import { type SharedState } from '../../src/share/shared-state.js';
import type { Presets } from '../../src/state/presets.js';
/** Any value that a field allows, over all its range and near its ends. */
export declare function allowedValue(field: InputField): fc.Arbitrary<unknown>;
export declare const tier: fc.Arbitrary<Record<string, unknown>>;
/** Any part within its limits; made from the fields' declarations, which is what the types cannot say. */
export declare function anyPart<P extends DesignPart>(part: P): fc.Arbitrary<Design[P]>;
/** Any state that the store can reach. */
export declare function sharedState(presets: Presets): fc.Arbitrary<SharedState>;
