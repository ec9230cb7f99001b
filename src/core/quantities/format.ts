import { byteUnits, capacityUnit } from './byte-units.js';
import type { QuantityUnit } from './quantity.js';

/** A quantity ready to be set in type: the number and its unit apart, so that each can have its own style. */
export interface QuantityText {
  readonly text: string;
  /** Empty when there is no value or it is infinite. */
  readonly unit: string;
}

export interface FormatOptions {
  /** Seven significant digits instead of three: for tables and tooltips. */
  readonly precise?: boolean;
  /** Rates from ten thousand up with k, M, G…: for the narrow cells of the headline. */
  readonly compact?: boolean;
}

type Ladder = readonly (readonly [factor: number, unit: string])[];

const SI = (unit: string): Ladder => [
  [1e18, `E${unit}`],
  [1e15, `P${unit}`],
  [1e12, `T${unit}`],
  [1e9, `G${unit}`],
  [1e6, `M${unit}`],
  [1e3, `k${unit}`],
  [1, unit],
];

const BINARY_BYTES: Ladder = [
  [2 ** 60, 'EiB'],
  [2 ** 50, 'PiB'],
  [2 ** 40, 'TiB'],
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
  [1, 'B'],
];
const DECIMAL_BYTES = SI('B');

/** The units a value may be written in, largest first; memory apart. */
const LADDERS: Readonly<Partial<Record<QuantityUnit, Ladder>>> = {
  seconds: [
    [1, 's'],
    [1e-3, 'ms'],
    [1e-6, 'µs'],
    [1e-9, 'ns'],
  ],
  'bytes-per-second': SI('B/s'),
  flop: SI('FLOP'),
  'flop-per-second': SI('FLOP/s'),
};

/** Memory is written in the units chosen (GiB = 2^30 B, or GB = 10^9 B), everything else in powers of ten. */
const ladderOf = (unit: QuantityUnit): Ladder | undefined =>
  unit === 'bytes' ? (byteUnits() === 'decimal' ? DECIMAL_BYTES : BINARY_BYTES) : LADDERS[unit];

const PLAIN_UNITS: Readonly<Partial<Record<QuantityUnit, string>>> = {
  fraction: '%',
  'samples-per-second': 'samples/s',
  'tokens-per-second': 'tokens/s',
  'flop-per-byte': 'FLOP/B',
};

const PRECISE_DIGITS = 7;
/** Above this a row of digits says less than an exponent. */
const LARGEST_IN_FULL = 1e15;
/** Below this the zeros after the point say less than an exponent. */
const SMALLEST_IN_FULL = 1e-4;

function group(digits: string): string {
  const [whole = '', decimals] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A finite number with `digits` significant ones, never fewer than its whole part, thousands separated. */
function significant(value: number, digits: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= LARGEST_IN_FULL || size < SMALLEST_IN_FULL) {
    return (
      sign +
      size
        .toExponential(digits - 1)
        .replace('e+', 'e')
        .replace('e-', 'e−')
    );
  }
  const whole = Math.floor(Math.log10(size)) + 1;
  if (whole >= digits) return sign + group(size.toFixed(0));
  const decimals = Math.max(0, digits - whole);
  const text = size.toFixed(decimals);
  // Rounding may carry into a new whole digit (9.996 → 10.00); keep the count of digits.
  const carried = Number(text) >= 10 ** whole && decimals > 0;
  return sign + group(carried ? size.toFixed(decimals - 1) : text);
}

/** The rung whose written value is at least 1, after rounding, so that 999.9 ms becomes 1.00 s. */
function rung(value: number, ladder: Ladder, digits: number): readonly [number, string] {
  const size = Math.abs(value);
  const last = ladder[ladder.length - 1] ?? [1, ''];
  if (size === 0) return ladder.find(([factor]) => factor === 1) ?? last;
  return ladder.find(([factor]) => Number((size / factor).toPrecision(digits)) >= 1) ?? last;
}

/** What one of the unit is worth that a value is written in, in SI base units: 2^30 for 17.4 GiB; 1 for a count. */
export const writtenFactor = (value: number, unit: QuantityUnit): number =>
  rung(value, ladderOf(unit) ?? [[1, '']], 3)[0];

/** The number of whole things needs no decimals. */
const countDigits = (value: number, precise: boolean): number =>
  Number.isInteger(value) && Math.abs(value) < LARGEST_IN_FULL ? 1 : precise ? PRECISE_DIGITS : 3;

/** Rates read as whole numbers from a thousand up, and with four digits below. */
const RATE_DIGITS = 4;

const COMPACT_FROM = 1e4;
const COMPACT: Ladder = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/**
 * Writes a value given in SI base units (fractions as 0–1) for a person, number and unit apart.
 * Three significant digits, or seven if `precise`. Nothing is "—", without end is "∞"; never "NaN".
 */
export function splitQuantity(
  value: number | null | undefined,
  unit: QuantityUnit,
  options: FormatOptions = {},
): QuantityText {
  if (value === null || value === undefined || Number.isNaN(value)) return { text: '—', unit: '' };
  if (!Number.isFinite(value)) return { text: value > 0 ? '∞' : '−∞', unit: '' };
  const precise = options.precise === true;
  const digits = precise ? PRECISE_DIGITS : 3;
  const ladder = ladderOf(unit);
  if (ladder !== undefined) {
    const [factor, name] = rung(value, ladder, digits);
    const isWholeBytes = unit === 'bytes' && factor === 1 && Number.isInteger(value);
    return { text: significant(value / factor, isWholeBytes ? 1 : digits), unit: name };
  }
  const name = PLAIN_UNITS[unit] ?? '';
  switch (unit) {
    case 'fraction':
      return { text: significant(value * 100, digits), unit: name };
    case 'count':
      return { text: significant(value, countDigits(value, precise)), unit: name };
    case 'samples-per-second':
    case 'tokens-per-second': {
      if (options.compact === true && Math.abs(value) >= COMPACT_FROM) {
        const [factor, prefix] = rung(value, COMPACT, digits);
        return { text: significant(value / factor, digits), unit: `${prefix} ${name}` };
      }
      return { text: significant(value, precise ? PRECISE_DIGITS : RATE_DIGITS), unit: name };
    }
    default:
      return { text: significant(value, digits), unit: name };
  }
}

/** `splitQuantity` as one string, with a space before the unit: "16.7 s", "17.4 GiB", "41.2 %", "—". */
export function formatQuantity(
  value: number | null | undefined,
  unit: QuantityUnit,
  options: FormatOptions = {},
): string {
  const parts = splitQuantity(value, unit, options);
  return parts.unit === '' ? parts.text : `${parts.text} ${parts.unit}`;
}

/** How a column of quantities is written so that it can be added up by eye: one unit, one number of decimals. */
export interface ColumnFormat {
  readonly unit: string;
  readonly write: (value: number | null) => string;
}

/** Digits of the reference that a column shows; smaller values line up beneath it. */
const COLUMN_DIGITS = 7;

/** The unit and decimals that suit `reference` (a column's total), for every value of the column. */
export function columnFormat(reference: number | null, unit: QuantityUnit): ColumnFormat {
  // where there is no total, the unit that is likely to suit the next one
  const usual = unit === 'bytes' ? capacityUnit().bytes : 1;
  const value = reference === null || reference === 0 || !Number.isFinite(reference) ? usual : reference;
  const ladder = ladderOf(unit) ?? [[unit === 'fraction' ? 0.01 : 1, PLAIN_UNITS[unit] ?? '']];
  const [factor, name] = rung(value, ladder, COLUMN_DIGITS);
  const whole = Math.max(1, Math.floor(Math.log10(Math.abs(value) / factor)) + 1);
  const decimals = Math.max(0, COLUMN_DIGITS - whole);
  return {
    unit: name,
    write: (each) => {
      if (each === null || !Number.isFinite(each)) return splitQuantity(each, unit).text;
      if (each === 0) return '0';
      const size = Math.abs(each) / factor;
      return (each < 0 ? '−' : '') + (Number.isFinite(size) ? group(size.toFixed(decimals)) : '∞');
    },
  };
}

/** A relative change (0.031 is 3.1 % more) with its direction: "▲ 3.1 %", "▼ 12 %", "= 0 %"; "—" for none. */
export function formatChange(change: number | null | undefined): string {
  if (change === null || change === undefined || Number.isNaN(change)) return '—';
  const size = Math.abs(change) * 100;
  if (size < 0.05) return '= 0 %';
  const arrow = change > 0 ? '▲' : '▼';
  if (!Number.isFinite(size)) return `${arrow} ∞`;
  return `${arrow} ${group(size.toFixed(size < 99.95 ? 1 : 0))} %`;
}

/** How many times over: "1.52×", "∞×" for something against nothing, "—" for none. */
export function formatRatio(ratio: number | null | undefined): string {
  if (ratio === null || ratio === undefined || Number.isNaN(ratio)) return '—';
  return Number.isFinite(ratio) ? `${significant(ratio, 3)}×` : '∞×';
}
