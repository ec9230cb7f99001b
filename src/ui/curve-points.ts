import { power } from './axis-ticks.js';

/** [threshold, efficiency] in falling order of threshold, the last threshold 0, each efficiency above 0 and at most 1. */
export type Curve = readonly (readonly [threshold: number, efficiency: number])[];

const LEAST_EFFICIENCY = 0.01;

/** The curve with one point elsewhere, put back in order. The last threshold stays 0. */
export function withPoint(curve: Curve, index: number, threshold: number, efficiency: number): Curve {
  const moved = curve.map((point, at) =>
    at === index ? ([at === curve.length - 1 ? 0 : threshold, efficiency] as const) : point,
  );
  return moved.toSorted((left, right) => right[0] - left[0]);
}

/** A point more: twice the largest threshold (or 1), as efficient as the largest is. */
export function withAddedPoint(curve: Curve): Curve {
  const top = curve[0] ?? [0, 1];
  return [[top[0] === 0 ? 1 : top[0] * 2, top[1]], ...curve];
}

export function withoutPoint(curve: Curve, index: number): Curve {
  return curve.toSpliced(index, 1);
}

/** Where a dragged point may go: between its neighbours' thresholds, the efficiency to whole per cents. */
export function draggedPoint(
  curve: Curve,
  index: number,
  threshold: number,
  efficiency: number,
): readonly [number, number] {
  const share = Math.min(1, Math.max(LEAST_EFFICIENCY, Math.round(efficiency * 100) / 100));
  if (index === curve.length - 1) return [0, share];
  const below = curve[index + 1]?.[0] ?? 0;
  const above = curve[index - 1]?.[0] ?? Infinity;
  const rounded = Number(threshold.toPrecision(2));
  if (rounded > below && rounded < above) return [rounded, share];
  return [curve[index]?.[0] ?? rounded, share];
}

/** Decades the plot spans: one below the smallest threshold, one above the largest. */
export function curveDomain(curve: Curve): readonly [low: number, high: number] {
  const positive = curve.map(([threshold]) => threshold).filter((threshold) => threshold > 0);
  if (positive.length === 0) return [0.1, 10];
  const low = power(Math.floor(Math.log10(Math.min(...positive))) - 1);
  // both ends may lie beyond what a power is written for
  return [low, Math.max(low * 10, power(Math.ceil(Math.log10(Math.max(...positive))) + 1))];
}
