import type { Presets } from '../../src/state/presets.js';
export declare const presetText: (kind: string) => string;
/** The presets that the product ships with, through the door, and its studies, frozen so that a test fails when one is written to. */
export declare const PRESETS: Presets;
/** A value whose every object throws when it is written to. */
export declare function deepFrozen<T>(value: T): T;
