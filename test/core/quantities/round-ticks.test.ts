import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setByteUnits } from '../../../src/core/quantities/byte-units.js';
import { formatQuantity, writtenFactor } from '../../../src/core/quantities/format.js';
import { linearTicks, ticksBetween } from '../../../src/core/quantities/round-ticks.js';
import { tickText } from '../../../src/core/quantities/tick-text.js';

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

describe('tickText', () => {
  it('leaves out zeros that say nothing', () => {
    expect(tickText(5, 'seconds')).toBe('5 s');
    expect(tickText(0.5, 'seconds')).toBe('500 ms');
    expect(tickText(1e12, 'flop')).toBe('1 TFLOP');
    expect(tickText(2.5, 'seconds')).toBe('2.5 s');
    expect(tickText(1e-5, 'count')).not.toMatch(/NaN/);
  });
});

it('ticks between two numbers far from 0 come to an end', () => {
  expect(ticksBetween(1e300, 1e300 + 1e285, 5).length).toBeLessThan(200);
  expect(ticksBetween(2 ** 60, 2 ** 60 + 4096, 5).length).toBeLessThan(200);
});

describe('the unit a value is written in', () => {
  it('is worth what the text says', () => {
    for (const units of ['binary', 'decimal'] as const) {
      setByteUnits(units);
      for (const unit of ['bytes', 'seconds', 'flop', 'bytes-per-second'] as const)
        for (const value of [0.03, 1, 999.9, 1023.9, 17.4 * 2 ** 30, 6e13]) {
          const [number = '', name = ''] = formatQuantity(value, unit).split(' ');
          const factor = writtenFactor(value, unit);
          expect(Number(number.replaceAll(',', '')) / (value / factor)).toBeCloseTo(1, 2);
          expect(formatQuantity(5 * factor, unit)).toMatch(new RegExp(`^5(\\.00)? ${name}$`));
        }
    }
    setByteUnits('binary');
    expect(writtenFactor(0, 'bytes')).toBe(1);
    expect(writtenFactor(12, 'count')).toBe(1);
  });
});
