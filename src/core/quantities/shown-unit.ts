import { byteUnits } from './byte-units.js';

/**
 * The units a quantity field shows and reads. A value is stored in its field's unit (GB/s, GiB, s, a
 * share of 1) and shown in the unit an engineer says aloud (µs for latency, % for a share); the two
 * differ by a power of ten, and of two for capacities in GB, so that what is shown is always exactly what is stored.
 */
export type Dimension = 'count' | 'bytes' | 'bytes-per-second' | 'flop' | 'flop-per-second' | 'seconds' | 'fraction';

export interface ShownUnit {
  readonly dimension: Dimension;
  /** Written after the number. */
  readonly text: string;
  /** Shown number = stored number · 10^shift (· 2^binaryShift). */
  readonly shift: number;
  readonly binaryShift?: number;
  /** Stored number · 10^exponent (or · 2^binary) is in the dimension's base unit: B, B/s, FLOP, s, 1. */
  readonly exponent: number;
  readonly binary?: number;
  /** Units that are understood, for messages. */
  readonly examples: string;
}

const count = (text: string): ShownUnit => ({
  dimension: 'count',
  text,
  shift: 0,
  exponent: 0,
  examples: '4096, 4k or 4Ki',
});

const UNITS: Readonly<Record<string, ShownUnit>> = {
  GiB: { dimension: 'bytes', text: 'GiB', shift: 0, exponent: 0, binary: 30, examples: '80 GiB, 1.5 TiB or 80 GB' },
  MB: { dimension: 'bytes', text: 'MB', shift: 0, exponent: 6, examples: '10 MB, 1 GB or 8 MiB' },
  'GB/s': {
    dimension: 'bytes-per-second',
    text: 'GB/s',
    shift: 0,
    exponent: 9,
    examples: '4800 GB/s, 4.8T or 400 Gb/s (bits)',
  },
  'TFLOP/s': { dimension: 'flop-per-second', text: 'TFLOP/s', shift: 0, exponent: 12, examples: '312 TFLOP/s or 2P' },
  GFLOP: { dimension: 'flop', text: 'GFLOP', shift: 0, exponent: 9, examples: '128 GFLOP or 1T' },
  s: { dimension: 'seconds', text: 'µs', shift: 6, exponent: 0, examples: '10 µs, 500 ns or 1 ms' },
  '%': { dimension: 'fraction', text: '%', shift: 2, exponent: 0, examples: '65 %' },
};

/** Capacities, stored in GiB, where memory is written in powers of ten. */
const DECIMAL_CAPACITY: ShownUnit = {
  dimension: 'bytes',
  text: 'GB',
  shift: -9,
  binaryShift: 30,
  exponent: 0,
  binary: 30,
  examples: '80 GB or 1.5 TB',
};

/** How a stored unit is shown; a unit of its own (blocks, tokens, none) is a count. */
export function shownUnit(unit: string): ShownUnit {
  if (unit === 'GiB' && byteUnits() === 'decimal') return DECIMAL_CAPACITY;
  return UNITS[unit] ?? count(unit);
}
