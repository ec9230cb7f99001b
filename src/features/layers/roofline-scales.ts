import type { RooflineDomain } from './roofline-points.js';

/** Room around the plot for its axes, in CSS pixels. */
export const MARGIN = { left: 84, right: 24, top: 12, bottom: 40 };

export interface RooflineScales {
  readonly right: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** Positions of the plot: logarithmic in both directions. */
export function rooflineScales(width: number, height: number, domain: RooflineDomain): RooflineScales {
  const along = (value: number, [low, high]: readonly [number, number]): number =>
    (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));
  const right = Math.max(MARGIN.left + 1, width - MARGIN.right);
  const bottom = height - MARGIN.bottom;
  return {
    right,
    bottom,
    x: (value: number) => MARGIN.left + along(value, domain.x) * (right - MARGIN.left),
    y: (value: number) => bottom - along(value, domain.y) * (bottom - MARGIN.top),
  };
}
