import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPosition, roundDragged, stepValue, toPosition, type SliderScale } from '../../src/ui/slider-scale.js';

const log: SliderScale = { low: 100, high: 40000, scale: 'log', zero: false, integer: false };
const withZero: SliderScale = { low: 1, high: 16384, scale: 'log', zero: true, integer: false };
const share: SliderScale = { low: 0.05, high: 1, scale: 'linear', zero: false, integer: false };
const whole: SliderScale = { low: 1, high: 1024, scale: 'log', zero: false, integer: true };

describe('positions', () => {
  it('go there and back on every scale', () => {
    fc.assert(
      fc.property(fc.constantFrom(log, withZero, share), fc.double({ min: 0, max: 1, noNaN: true }), (scale, at) => {
        const value = scale.low * (scale.high / scale.low) ** at;
        expect(fromPosition(toPosition(value, scale), scale)).toBeCloseTo(value, 6);
      }),
    );
  });

  it('rise with the value', () => {
    const value = fc.double({ min: 0, max: 50000, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(log, withZero, share), value, value, (scale, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(toPosition(less, scale)).toBeLessThanOrEqual(toPosition(more, scale));
      }),
    );
  });

  it('give 0 a place of its own on a log scale that allows it', () => {
    expect(toPosition(0, withZero)).toBe(0);
    expect(fromPosition(0, withZero)).toBe(0);
    expect(toPosition(1, withZero)).toBeGreaterThan(0);
    expect(fromPosition(toPosition(1, withZero), withZero)).toBe(1);
  });

  it('keep values beyond the ends at the ends', () => {
    expect(toPosition(1e6, log)).toBe(1);
    expect(toPosition(1, log)).toBe(0);
  });
});

describe('roundDragged', () => {
  it('leaves three significant digits, four when fine', () => {
    expect(roundDragged(4837.29, log)).toBe(4840);
    expect(roundDragged(4837.29, log, true)).toBe(4837);
    expect(roundDragged(12.6, whole)).toBe(13);
  });

  it('rounds a linear track to hundredths of it, to thousandths when fine', () => {
    expect(roundDragged(0.6523, share)).toBe(0.65);
    expect(roundDragged(0.6523, share, true)).toBe(0.652);
  });

  it('keeps to multiples', () => {
    expect(roundDragged(2325, { ...whole, high: 65536, multiple: 8 })).toBe(2328);
    expect(roundDragged(1, { ...whole, multiple: 8 })).toBe(8);
  });
});

describe('stepValue', () => {
  it('steps by 1, 10 and 0.1 % on a log scale', () => {
    expect(stepValue(2000, 1, 'small', log)).toBe(2020);
    expect(stepValue(2000, -1, 'large', log)).toBe(1800);
    expect(stepValue(2000, 1, 'fine', log)).toBe(2002);
  });

  it('steps whole numbers by one at least, multiples by one of them', () => {
    expect(stepValue(8, 1, 'small', whole)).toBe(9);
    expect(stepValue(8, -1, 'fine', whole)).toBe(7);
    expect(stepValue(16, 1, 'small', { ...whole, multiple: 8 })).toBe(24);
  });

  it('steps linearly by hundredths of the track', () => {
    expect(stepValue(0.65, 1, 'small', share)).toBe(0.66);
    expect(stepValue(0.65, -1, 'large', share)).toBe(0.55);
  });

  it('reaches 0 and comes back where 0 is allowed', () => {
    expect(stepValue(1, -1, 'small', withZero)).toBe(0);
    expect(stepValue(0, 1, 'small', withZero)).toBe(1);
    expect(stepValue(100, -1, 'small', log)).toBe(100);
  });

  it('always moves within the ends, and never past them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(log, withZero, share, whole),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('fine', 'small', 'large' as const),
        fc.constantFrom(1, -1 as const),
        (scale, at, size, direction) => {
          const value = roundDragged(scale.low * (scale.high / scale.low) ** at, scale);
          const next = stepValue(value, direction, size, scale);
          expect(next).toBeGreaterThanOrEqual(scale.zero ? 0 : Math.min(scale.low, value));
          expect(next).toBeLessThanOrEqual(Math.max(scale.high, value));
          const atEnd = direction > 0 ? value >= scale.high : value <= (scale.zero ? 0 : scale.low);
          expect(next === value).toBe(atEnd);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
