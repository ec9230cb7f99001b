import type { CurvesFigure } from '../../core/studies/figure.js';
import type { CurvesBox } from './curves-scales.js';

/** One point of a curve as it is drawn. */
export interface Spot {
  readonly curve: number;
  readonly index: number;
  /** In CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly key: string | null;
}

/** All points that can be pointed at, curve by curve. Those with a finding behind them; all where none has one. */
export function spotsOf(figure: CurvesFigure, box: CurvesBox): readonly (readonly Spot[])[] {
  const all = figure.curves.map(({ points }, curve) =>
    points.flatMap(({ x, y, key }, index) => {
      // An infinite value is found at the upper edge, below its band.
      const spot = { curve, index, x: box.x(x), y: y === Infinity ? box.top : box.y(y), key };
      return Number.isFinite(spot.x) && Number.isFinite(spot.y) ? [spot] : [];
    }),
  );
  const keyed = all.map((spots) => spots.filter(({ key }) => key !== null));
  return (keyed.some((spots) => spots.length > 0) ? keyed : all).filter((spots) => spots.length > 0);
}

/** Farther than this from the pointer, in CSS pixels, nothing is meant. */
const REACH = 48;

/** The point nearest to a place, within reach; null for none. */
export function nearestSpot(spots: readonly (readonly Spot[])[], x: number, y: number): Spot | null {
  let [best, least]: [Spot | null, number] = [null, REACH ** 2];
  for (const line of spots) {
    for (const spot of line) {
      const distance = (spot.x - x) ** 2 + (spot.y - y) ** 2;
      if (distance >= least) continue;
      best = spot;
      least = distance;
    }
  }
  return best;
}

const PAGE = 0.1;

/** Where a key leads: along the curve, or to the other curve's point at the nearest x; null for other keys. */
export function spotAfter(key: string, spots: readonly (readonly Spot[])[], from: Spot): Spot | null {
  const row = spots.findIndex((line) => line[0]?.curve === from.curve);
  const line = spots[row] ?? [];
  const place = line.findIndex(({ index }) => index === from.index);
  const along = (to: number): Spot | null => line[Math.min(line.length - 1, Math.max(0, to))] ?? null;
  const page = Math.max(1, Math.round(line.length * PAGE));
  const across = (to: number): Spot | null => {
    const other = spots[(to + spots.length) % spots.length] ?? [];
    return other.toSorted((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0] ?? null;
  };
  switch (key) {
    case 'ArrowRight':
      return along(place + 1);
    case 'ArrowLeft':
      return along(place - 1);
    case 'PageUp':
      return along(place + page);
    case 'PageDown':
      return along(place - page);
    case 'Home':
      return along(0);
    case 'End':
      return along(line.length - 1);
    case 'ArrowDown':
      return across(row + 1);
    case 'ArrowUp':
      return across(row - 1);
    default:
      return null;
  }
}
