import type { Curve } from '../../core/studies/figure.js';
import type { CurvesBox } from './curves-scales.js';

const isDrawn = (value: number, isLog: boolean): boolean => Number.isFinite(value) && (!isLog || value > 0);
/** A tenth of a pixel is more than eyes tell apart, and keeps a thousand points short. */
const at = (value: number): string => value.toFixed(1);

export interface LogAxes {
  readonly x: boolean;
  readonly y: boolean;
}

/** The line through the points, broken where one is infinite. */
export function linePath({ points }: Pick<Curve, 'points'>, box: CurvesBox, log: LogAxes): string {
  const parts: string[] = [];
  let isDown = false;
  for (const { x, y } of points) {
    if (!isDrawn(x, log.x) || !isDrawn(y, log.y)) {
      isDown = false;
      continue;
    }
    parts.push(`${isDown ? 'L' : 'M'}${at(box.x(x))} ${at(box.y(y))}`);
    isDown = true;
  }
  return parts.join('');
}

/** All points as strokes of no length: with round ends each is a dot, and a thousand of them are one element. */
export function dotsPath({ points }: Pick<Curve, 'points'>, box: CurvesBox, log: LogAxes): string {
  return points
    .filter(({ x, y }) => isDrawn(x, log.x) && isDrawn(y, log.y))
    .map(({ x, y }) => `M${at(box.x(x))} ${at(box.y(y))}h0`)
    .join('');
}

/** A small diamond round each value, for the numbers that were printed. */
export function diamondsPath(places: readonly (readonly [x: number, y: number])[], size: number): string {
  return places
    .map(([x, y]) => `M${at(x - size)} ${at(y)}l${size} ${-size}l${size} ${size}l${-size} ${size}Z`)
    .join('');
}
