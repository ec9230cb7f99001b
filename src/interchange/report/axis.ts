import { formatQuantity } from '../../core/quantities/format.js';
import type { QuantityUnit } from '../../core/quantities/quantity.js';
import { WIDTH } from './figure-frame.js';
import { element, type Element } from './markup.js';

/** The sizes that bytes are counted in: their round values are round in the unit they are written with. */
const BYTE_UNITS: readonly (readonly [suffix: string, bytes: number])[] = [
  ['EiB', 2 ** 60],
  ['PiB', 2 ** 50],
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
];

/** What a round step is a multiple of: a power of two where the values are written in binary units. */
function stepUnit(most: number, unit: QuantityUnit): number {
  const text = formatQuantity(most, unit);
  return unit === 'bytes' ? (BYTE_UNITS.find(([suffix]) => text.endsWith(suffix))?.[1] ?? 1) : 1;
}

/** Round values from `low` to `high`, about `count` of them, in steps of 1, 2 or 5 times a power of ten. */
function roundTicks(low: number, high: number, count: number, unit: QuantityUnit): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const size = stepUnit(high, unit);
  const rough = span / size / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power * size;
  const ticks: number[] = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high * (1 + 1e-9) && ticks.length < 100; index += 1)
    ticks.push(index * step + 0);
  return ticks;
}

/** "5 s", not "5.00 s". */
function tickText(value: number, unit: QuantityUnit): string {
  const [number = '', ...rest] = formatQuantity(value, unit).split(' ');
  const short = number.includes('.') && !number.includes('e') ? number.replace(/\.?0+$/, '') : number;
  return [short, ...rest].join(' ');
}

/** Nearer to an edge than this, a text in the middle of its tick would leave the drawing. */
const EDGE = 24;

export interface Axis {
  readonly x: (value: number) => number;
  readonly low: number;
  readonly high: number;
  readonly unit: QuantityUnit;
}

/** Lines from `top` to `bottom` at round values, with the values beneath them. */
export function axisLines({ x, low, high, unit }: Axis, top: number, bottom: number): readonly Element[] {
  const ticks = roundTicks(low, high, Math.max(2, Math.floor((x(high) - x(low)) / 96)), unit);
  return ticks.map((tick) => {
    const at = x(tick);
    const anchor = at < EDGE ? 'start' : at > WIDTH - EDGE ? 'end' : 'middle';
    return element(
      'g',
      { class: 'tick' },
      element('line', { x1: at, x2: at, y1: top, y2: bottom }),
      element('text', { x: at, y: bottom + 14, 'text-anchor': anchor }, tickText(tick, unit)),
    );
  });
}
