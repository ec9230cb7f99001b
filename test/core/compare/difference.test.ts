import { describe, expect, it } from 'vitest';
import { difference, isSameInAll, ratio } from '../../../src/core/compare/difference.js';

describe('difference and ratio', () => {
  it('are of the values, and take the rounding of sums as none', () => {
    expect(difference(3, 2)).toBe(1);
    expect(ratio(3, 2)).toBe(1.5);
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(difference(0.1 + 0.2, 0.3)).toBe(0);
    expect(ratio(0.1 + 0.2, 0.3)).toBe(1);
    expect(difference(1 + 1e-9, 1)).toBeGreaterThan(0);
    expect(difference(1e-300, 0)).toBe(1e-300);
  });

  it('are none where there is nothing to take them of', () => {
    expect(difference(null, 1)).toBeNull();
    expect(ratio(1, null)).toBeNull();
    expect(difference(Infinity, Infinity)).toBeNull();
    expect(ratio(Infinity, Infinity)).toBe(1);
    expect(difference(Infinity, 1)).toBe(Infinity);
    expect(ratio(0, 0)).toBe(1);
    expect(ratio(1, 0)).toBe(Infinity);
  });

  it('tell what is the same in all designs', () => {
    expect(isSameInAll([0.3, 0.1 + 0.2, 0.3])).toBe(true);
    expect(isSameInAll([null, null])).toBe(true);
    expect(isSameInAll([Infinity, Infinity])).toBe(true);
    expect(isSameInAll([1, null])).toBe(false);
    expect(isSameInAll([Infinity, 1])).toBe(false);
    expect(isSameInAll([1, 1, 2])).toBe(false);
  });
});
