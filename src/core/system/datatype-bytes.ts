import type { Datatype } from '../inputs/design.js';

const BYTES: Readonly<Record<Datatype, number>> = { float8: 1, float16: 2, bfloat16: 2, float32: 4 };

/** Bytes of one element. */
export const datatypeBytes = (datatype: Datatype): number => BYTES[datatype];
