import { splitQuantity, type QuantityText } from '../../core/quantities/format.js';
import type { FigureUnit } from '../../core/studies/figure.js';
import { tickText } from '../../core/quantities/tick-text.js';

const DOLLARS: readonly (readonly [from: number, letter: string])[] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
];

/** Dollars in full up to a million, and in millions from there: $31,250, $124.99M. */
function dollars(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (!Number.isFinite(value)) return `${sign}∞`;
  const [factor, letter] = DOLLARS.find(([from]) => size >= from) ?? [1, ''];
  const digits = factor === 1 ? 0 : 2;
  return `${sign}$${(size / factor).toLocaleString('en', { maximumFractionDigits: digits })}${letter}`;
}

/**
 * Writes a number of a study's figure, given in base units, its unit apart. A `fraction` counts 0–1, a `percent` 0–100.
 * Nothing is "—", without end is "∞"; never "NaN".
 */
function splitFigureValue(value: number | null | undefined, unit: FigureUnit): QuantityText {
  if (value === null || value === undefined || Number.isNaN(value)) return { text: '—', unit: '' };
  switch (unit) {
    case 'dollars':
      return { text: dollars(value), unit: '' };
    case 'percent':
      return splitQuantity(value / 100, 'fraction');
    case 'processors': {
      const { text } = splitQuantity(value, 'count');
      return { text, unit: Number.isFinite(value) ? (value === 1 ? 'processor' : 'processors') : '' };
    }
    case 'per-100M-dollars': {
      const { text, unit: name } = splitQuantity(value, 'samples-per-second');
      return { text, unit: name === '' ? '' : `${name} per $100M` };
    }
    case 'none':
      return { text: splitQuantity(value, 'count').text, unit: '' };
    default:
      return splitQuantity(value, unit);
  }
}

/** A number of a study's figure as one string, in base units; "16.7 s", "4,096 processors", "$124.99M", "—". */
export function figureText(value: number | null | undefined, unit: FigureUnit): string {
  const parts = splitFigureValue(value, unit);
  return parts.unit === '' ? parts.text : `${parts.text} ${parts.unit}`;
}

/** Units that stand with every number of an axis, because they change with its size or are read with it. */
type UnitOfEach = 'seconds' | 'bytes' | 'bytes-per-second' | 'flop' | 'flop-per-second' | 'fraction';
const OF_EACH: ReadonlySet<FigureUnit> = new Set<UnitOfEach>([
  'seconds',
  'bytes',
  'bytes-per-second',
  'flop',
  'flop-per-second',
  'fraction',
]);
const isOfEach = (unit: FigureUnit): unit is UnitOfEach => OF_EACH.has(unit);

/** Large counts as the field writes those of parameters: 175B, 1T. */
const COUNTS = [
  [1e6, 'M'],
  [1e9, 'B'],
  [1e12, 'T'],
] as const;

/** A round number of an axis, without zeros that say nothing. Where `axisName` has the unit it is left out here. */
export function figureTick(value: number, unit: FigureUnit): string {
  if (isOfEach(unit)) return tickText(value, unit);
  if (unit === 'percent') return tickText(value / 100, 'fraction');
  if (unit === 'dollars') return dollars(value);
  if (unit === 'processors' || Math.abs(value) < COUNTS[0][0]) return tickText(value, 'count');
  const [factor, letter] = COUNTS.findLast(([from]) => Math.abs(value) >= from) ?? COUNTS[0];
  return `${tickText(value / factor, 'count')}${letter}`;
}

/** What an axis shows, with the unit where its numbers stand without. */
export function axisName(label: string, unit: FigureUnit): string {
  if (isOfEach(unit)) return label;
  const { unit: name } = splitFigureValue(2, unit);
  const isSaid = name === '' || name === '%' || label.toLowerCase().includes(name.toLowerCase());
  return isSaid ? label : `${label}, ${name}`;
}

/** A number as a figure writes it, with the unit that its axis has: "725 samples/s". */
export function withUnit(text: string, unit: FigureUnit): string {
  const { unit: name } = isOfEach(unit) ? { unit: '' } : splitFigureValue(2, unit);
  return name === '' || text.endsWith(name) ? text : `${text} ${name}`;
}

const CSV_UNITS: Readonly<Record<FigureUnit, string>> = {
  seconds: 's',
  bytes: 'bytes',
  'bytes-per-second': 'bytes_per_s',
  flop: 'flop',
  'flop-per-second': 'flop_per_s',
  fraction: 'fraction',
  'samples-per-second': 'samples_per_s',
  'tokens-per-second': 'tokens_per_s',
  count: '',
  'flop-per-byte': 'flop_per_byte',
  dollars: 'usd',
  'per-100M-dollars': 'samples_per_s_per_100M_usd',
  processors: 'processors',
  percent: 'percent',
  none: '',
};

/** The header of a CSV column: lower case, words joined, the base unit last. */
export function csvHeader(label: string, unit: FigureUnit): string {
  const name = label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
  const end = CSV_UNITS[unit];
  return end === '' || name.endsWith(end.toLowerCase()) ? name : `${name}_${end}`;
}
