import { capacityUnit } from '../../core/quantities/byte-units.js';
import type { Axis, Curve, CurvesFigure } from '../../core/studies/figure.js';
import { ticksBetween } from '../../core/quantities/round-ticks.js';

/** One direction of the plot: its ends, where a value lies between them (0–1), and the values with a tick. */
export interface CurveScale {
  readonly from: number;
  readonly to: number;
  readonly along: (value: number) => number;
  readonly ticks: (count: number) => readonly number[];
}

const LN2 = Math.LN2;

/** Ticks of a logarithmic axis: powers of two for processors, else 1, 2, 5 or whole decades, as many as there is room for. */
function logTicks(from: number, to: number, count: number, unit: Axis['unit']): number[] {
  const within = (value: number): boolean => value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9);
  if (unit === 'processors') {
    const [first, last] = [Math.ceil(Math.log(from) / LN2 - 1e-9), Math.floor(Math.log(to) / LN2 + 1e-9)];
    const step = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, count)));
    const ticks: number[] = [];
    for (let power = last; power >= first; power -= step) ticks.unshift(2 ** power);
    return ticks;
  }
  const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  for (const factors of [[1, 2, 5], [1, 3], [1]]) {
    const ticks: number[] = [];
    for (let power = first; power <= last; power++) ticks.push(...factors.map((factor) => factor * 10 ** power));
    const inside = ticks.filter(within);
    if (inside.length <= count && inside.length > 1) return inside;
  }
  const step = Math.max(1, Math.ceil((last - first) / Math.max(1, count)));
  const ticks: number[] = [];
  for (let power = first; power <= last; power += step) ticks.push(10 ** power);
  return ticks.filter(within);
}

/** A scale over all finite values; a linear one begins at 0 unless the values lie far from it, a logarithmic one has only positive values. */
export function curveScale(values: readonly number[], axis: Axis, headroom: number): CurveScale {
  const { scale, unit, ticks: named } = axis;
  // memory has round numbers of its own
  const per = unit === 'bytes' ? capacityUnit().bytes : 1;
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value) || (scale === 'log' && value <= 0)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const isEmpty = !(high >= low);
  if (isEmpty) [low, high] = scale === 'log' ? [1, 10] : [0, 1];
  if (scale === 'log') {
    const [from, to] = high > low ? [low, high * (1 + headroom)] : [low / 2, high * 2];
    const span = Math.log(to / from);
    return {
      from,
      to,
      along: (value) => Math.log(value / from) / span,
      ticks: (count) => {
        if (isEmpty) return [];
        if (named !== undefined && named.length <= count) return named;
        return logTicks(from / per, to / per, count, unit).map((value) => value * per);
      },
    };
  }
  const from = low > 0 && low < 0.6 * high ? 0 : low >= 0 && headroom > 0 ? 0 : low;
  const to = high > from ? high + (high - from) * headroom : from + 1;
  return {
    from,
    to,
    along: (value) => (value - from) / (to - from),
    ticks: (count) => {
      if (isEmpty) return [];
      if (named !== undefined && named.length <= count) return named;
      return ticksBetween(from / per, to / per, count).map((value) => value * per);
    },
  };
}

/** Where things lie in a plot, in CSS pixels. */
export interface CurvesBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xScale: CurveScale;
  readonly yScale: CurveScale;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

const MARGIN = { left: 56, right: 16, top: 20, bottom: 40 } as const;
/** Height of one row of infinite stretches above the plot. */
export const BAND = 14;
const HEADROOM = 0.05;

/** Whether a curve has a row above the plot, for where it is infinite or nothing fits. */
export const isBanded = ({ infinite = [], infeasible = [] }: Curve): boolean => infinite.length + infeasible.length > 0;

/** The scales of a figure in a drawing of `width` × `height`. */
export function curvesBox(figure: CurvesFigure, width: number, height: number): CurvesBox {
  const points = figure.curves.flatMap((curve) => curve.points);
  const stretches = figure.curves.flatMap(({ infinite = [], infeasible = [] }) => [
    ...infinite.flat(),
    ...infeasible.flatMap(({ from, to }) => [from, to]),
  ]);
  const xScale = curveScale([...points.map(({ x }) => x), ...stretches], figure.x, 0);
  const yScale = curveScale(
    points.map(({ y }) => y),
    figure.y,
    HEADROOM,
  );
  const bands = figure.curves.filter(isBanded).length;
  const left = MARGIN.left;
  const right = Math.max(left + 1, width - MARGIN.right);
  const top = MARGIN.top + bands * BAND;
  const bottom = Math.max(top + 1, height - MARGIN.bottom);
  return {
    left,
    right,
    top,
    bottom,
    xScale,
    yScale,
    x: (value) => left + xScale.along(value) * (right - left),
    y: (value) => bottom - yScale.along(value) * (bottom - top),
  };
}
