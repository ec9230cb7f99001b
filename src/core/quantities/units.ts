/**
 * Unit aliases. Everything inside the core is in SI base units (seconds, bytes, bytes per second,
 * FLOP, FLOP per second); scaling to GiB, ms or TFLOP/s happens only in formatters and input fields.
 * The aliases carry no brand: they document, they do not convert.
 */
export type Seconds = number;
export type Bytes = number;
export type BytesPerSecond = number;
/** A count of floating-point operations, never a rate. */
export type Flop = number;
export type FlopPerSecond = number;
/** A count of tensor elements. */
export type Elements = number;
/** A share between 0 and 1. */
export type Fraction = number;
