import { describe, expect, it } from 'vitest';
import { decades, logDomain } from '../../src/ui/axis-ticks.js';

describe('logarithmic axes', () => {
  it('span whole decades', () => {
    expect(logDomain([0.2, 1365])).toEqual([0.1, 10000]);
    expect(logDomain([10, 10])).toEqual([10, 100]);
    expect(logDomain([0, NaN])).toEqual([1, 10]);
    expect(decades(0.1, 1000)).toEqual([0.1, 1, 10, 100, 1000]);
  });
});

it('an axis of numbers at the end of what numbers can be has two ends', () => {
  for (const values of [[5e-324], [1.7e308], [5e-324, 1.7e308]]) {
    const [low, high] = logDomain(values);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(Infinity);
    expect(high).toBeGreaterThan(low);
    expect(decades(low, high).length).toBeLessThan(700);
  }
});
