import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearTicks, ticksBetween } from '../../src/core/quantities/round-ticks.js';
import { decades, logDomain } from '../../src/ui/axis-ticks.js';
import { tickText } from '../../src/core/quantities/tick-text.js';

describe('linearTicks', () => {
  it('steps by 1, 2 or 5 from 0', () => {
    expect(linearTicks(16.7, 4)).toEqual([0, 5, 10, 15]);
    expect(linearTicks(0.8, 4)).toEqual([0, 0.2, 0.4, 0.6000000000000001, 0.8]);
  });

  it('has none for nothing', () => {
    expect([linearTicks(0, 4), linearTicks(NaN, 4), linearTicks(Infinity, 4)]).toEqual([[], [], []]);
  });

  it('never exceeds its range nor runs away', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e15, noNaN: true }), fc.integer({ min: 1, max: 20 }), (max, count) => {
        const ticks = linearTicks(max, count);
        expect(ticks.length).toBeLessThanOrEqual(count + 2);
        expect(Math.max(...ticks)).toBeLessThanOrEqual(max * (1 + 1e-8));
      }),
    );
  });
});

describe('logarithmic axes', () => {
  it('span whole decades', () => {
    expect(logDomain([0.2, 1365])).toEqual([0.1, 10000]);
    expect(logDomain([10, 10])).toEqual([10, 100]);
    expect(logDomain([0, NaN])).toEqual([1, 10]);
    expect(decades(0.1, 1000)).toEqual([0.1, 1, 10, 100, 1000]);
  });
});

describe('tickText', () => {
  it('leaves out zeros that say nothing', () => {
    expect(tickText(5, 'seconds')).toBe('5 s');
    expect(tickText(0.5, 'seconds')).toBe('500 ms');
    expect(tickText(1e12, 'flop')).toBe('1 TFLOP');
    expect(tickText(2.5, 'seconds')).toBe('2.5 s');
    expect(tickText(1e-5, 'count')).not.toMatch(/NaN/);
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

it('ticks between two numbers far from 0 come to an end', () => {
  expect(ticksBetween(1e300, 1e300 + 1e285, 5).length).toBeLessThan(200);
  expect(ticksBetween(2 ** 60, 2 ** 60 + 4096, 5).length).toBeLessThan(200);
});
