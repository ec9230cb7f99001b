import { writtenFactor } from '../../core/quantities/format.js';
import type { QuantityUnit } from '../../core/quantities/quantity.js';
import { ticksBetween } from '../../core/quantities/round-ticks.js';
import { tickText } from '../../core/quantities/tick-text.js';
import { WIDTH } from './figure-frame.js';
import { element, type Element } from './markup.js';

/** Round values from `low` to `high`, about `count` of them; those of memory are round in the unit they are written in. */
function ticksOf({ low, high, unit }: Axis, count: number): readonly number[] {
  const size = unit === 'bytes' ? writtenFactor(high, unit) : 1;
  return ticksBetween(low / size, high / size, count).map((tick) => tick * size);
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
export function axisLines(axis: Axis, top: number, bottom: number): readonly Element[] {
  const { x, low, high, unit } = axis;
  return ticksOf(axis, Math.max(2, Math.floor((x(high) - x(low)) / 96))).map((tick) => {
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
