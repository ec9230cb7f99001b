import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  curveDomain,
  draggedPoint,
  withAddedPoint,
  withoutPoint,
  withPoint,
  type Curve,
} from '../../src/ui/curve-points.js';

const CURVE: Curve = [
  [100, 0.9],
  [10, 0.75],
  [1, 0.6],
  [0, 0.3],
];

function isCurve(curve: Curve): boolean {
  return (
    curve.every(([threshold, efficiency], index) => {
      const above = curve[index - 1]?.[0] ?? Infinity;
      return threshold >= 0 && threshold < above && efficiency > 0 && efficiency <= 1;
    }) && curve.at(-1)?.[0] === 0
  );
}

describe('a curve', () => {
  it('keeps its last threshold at 0', () => {
    expect(withPoint(CURVE, 3, 5, 0.4)).toEqual([
      [100, 0.9],
      [10, 0.75],
      [1, 0.6],
      [0, 0.4],
    ]);
  });

  it('puts a point typed out of order in its place', () => {
    expect(withPoint(CURVE, 0, 5, 0.9).map(([threshold]) => threshold)).toEqual([10, 5, 1, 0]);
  });

  it('grows above its largest threshold, and shrinks', () => {
    expect(withAddedPoint(CURVE)[0]).toEqual([200, 0.9]);
    expect(withAddedPoint([[0, 0.5]])).toEqual([
      [1, 0.5],
      [0, 0.5],
    ]);
    expect(withoutPoint(CURVE, 1)).toHaveLength(3);
  });

  it('stays a curve wherever a point is dragged', () => {
    const anywhere = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
    const share = fc.double({ min: -1, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), anywhere, share, (index, threshold, efficiency) => {
        const [to, eff] = draggedPoint(CURVE, index, threshold, efficiency);
        expect(isCurve(withPoint(CURVE, index, to, eff))).toBe(true);
      }),
    );
  });
});

it('a threshold at the end of what numbers can be still has an axis', () => {
  for (const threshold of [5e-324, 1.7e308]) {
    const [low, high] = curveDomain([
      [threshold, 1],
      [0, 0.5],
    ]);
    expect([Math.log10(low), Math.log10(high)].every(Number.isFinite)).toBe(true);
    expect(high).toBeGreaterThan(low);
  }
});
