import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnFormat,
  formatChange,
  formatQuantity,
  formatRatio,
  splitQuantity,
} from '../../../src/core/quantities/format.js';
import type { QuantityUnit } from '../../../src/core/quantities/quantity.js';

const UNITS: readonly QuantityUnit[] = [
  'seconds',
  'bytes',
  'bytes-per-second',
  'flop',
  'fraction',
  'samples-per-second',
  'tokens-per-second',
  'count',
  'flop-per-byte',
];

describe('formatQuantity', () => {
  it.each<[number | null, QuantityUnit, string]>([
    [16.72, 'seconds', '16.7 s'],
    [0, 'seconds', '0 s'],
    [0.0123, 'seconds', '12.3 ms'],
    [4.5e-6, 'seconds', '4.50 µs'],
    [7e-9, 'seconds', '7.00 ns'],
    [2e-14, 'seconds', '2.00e−5 ns'],
    [0.9999, 'seconds', '1.00 s'],
    [0.9994, 'seconds', '999 ms'],
    [9.996, 'seconds', '10.0 s'],
    [1234.5, 'seconds', '1,235 s'],
    [17.4 * 2 ** 30, 'bytes', '17.4 GiB'],
    [1023 * 2 ** 30, 'bytes', '1,023 GiB'],
    [1023.9 * 2 ** 30, 'bytes', '1.00 TiB'],
    [2 ** 40, 'bytes', '1.00 TiB'],
    [512, 'bytes', '512 B'],
    [1536, 'bytes', '1.50 KiB'],
    [3 * 2 ** 20, 'bytes', '3.00 MiB'],
    [4.8e12, 'bytes-per-second', '4.80 TB/s'],
    [32e9, 'bytes-per-second', '32.0 GB/s'],
    [999.9e9, 'bytes-per-second', '1.00 TB/s'],
    [3.1e15, 'flop', '3.10 PFLOP'],
    [2768732651520, 'flop', '2.77 TFLOP'],
    [0.4123, 'fraction', '41.2 %'],
    [1, 'fraction', '100 %'],
    [0.0123, 'fraction', '1.23 %'],
    [138.84, 'samples-per-second', '138.8 samples/s'],
    [284262.4, 'tokens-per-second', '284,262 tokens/s'],
    [0.01234567, 'samples-per-second', '0.01235 samples/s'],
    [4096, 'count', '4,096'],
    [174563733504, 'count', '174,563,733,504'],
    [2.5, 'count', '2.50'],
    [4.498901, 'flop-per-byte', '4.50 FLOP/B'],
    [-3.2, 'seconds', '−3.20 s'],
    [null, 'seconds', '—'],
    [NaN, 'bytes', '—'],
    [Infinity, 'bytes-per-second', '∞'],
    [-Infinity, 'bytes', '−∞'],
    [1e20, 'count', '1.00e20'],
  ])('writes %s %s as %s', (value, unit, expected) => {
    expect(formatQuantity(value, unit)).toBe(expected);
  });

  it.each<[number, QuantityUnit, string]>([
    [16.723456789, 'seconds', '16.72346 s'],
    [17.4 * 2 ** 30, 'bytes', '17.40000 GiB'],
    [0.412345678, 'fraction', '41.23457 %'],
    [138.8412345, 'samples-per-second', '138.8412 samples/s'],
    [284262.41, 'tokens-per-second', '284,262.4 tokens/s'],
    [0.99999999, 'seconds', '1.000000 s'],
  ])('writes %s %s with seven digits if precise', (value, unit, expected) => {
    expect(formatQuantity(value, unit, { precise: true })).toBe(expected);
  });

  it.each<[number, QuantityUnit, string]>([
    [284262.4, 'tokens-per-second', '284 k tokens/s'],
    [1.2345e6, 'tokens-per-second', '1.23 M tokens/s'],
    [999_999, 'tokens-per-second', '1.00 M tokens/s'],
    [9999, 'tokens-per-second', '9,999 tokens/s'],
    [16.7, 'seconds', '16.7 s'],
  ])('writes %s %s as %s if compact', (value, unit, expected) => {
    expect(formatQuantity(value, unit, { compact: true })).toBe(expected);
  });

  it('never writes NaN or undefined, and puts a space before every unit', () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(null, undefined, 0, -0, 5e-324, Number.MAX_VALUE), fc.integer());
    fc.assert(
      fc.property(any, fc.constantFrom(...UNITS), fc.boolean(), (value, unit, precise) => {
        const text = formatQuantity(value, unit, { precise });
        expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
        expect(text).toMatch(/^(—|−?∞|−?([\d,]+(\.\d+)?(e−?\d+)?|∞)( [A-Za-zµ%/]+)?)$/);
      }),
    );
  });

  it('keeps the written number within half a unit of its third digit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1e9, noNaN: true }), (value) => {
        const { text, unit } = splitQuantity(value, 'seconds');
        const factor = { s: 1, ms: 1e-3, µs: 1e-6, ns: 1e-9 }[unit] ?? NaN;
        const written = Number(text.replaceAll(',', '')) * factor;
        expect(Math.abs(written - value)).toBeLessThanOrEqual(value * 5.1e-3);
      }),
    );
  });
});

describe('columnFormat', () => {
  it('writes a column in the unit and decimals of its total', () => {
    const { unit, write } = columnFormat(16.714778, 'seconds');
    expect(unit).toBe('s');
    expect([16.714778, 2.75543, 0.00359, 0, null].map(write)).toEqual(['16.71478', '2.75543', '0.00359', '0', '—']);
  });

  it('has a unit also where there is no total', () => {
    expect(columnFormat(null, 'bytes').unit).toBe('GiB');
    expect(columnFormat(0, 'seconds').unit).toBe('s');
    expect(columnFormat(null, 'bytes').write(null)).toBe('—');
  });

  it('never writes NaN', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.constantFrom(...UNITS), (total, value, unit) => {
        expect(columnFormat(total, unit).write(value)).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});

describe('formatChange', () => {
  it.each<[number | null, string]>([
    [0.031, '▲ 3.1 %'],
    [-0.121, '▼ 12.1 %'],
    [0.0004, '= 0 %'],
    [0.00051, '▲ 0.1 %'],
    [5.4, '▲ 540 %'],
    [null, '—'],
    [NaN, '—'],
    [Infinity, '▲ ∞'],
  ])('writes %s as %s', (change, expected) => {
    expect(formatChange(change)).toBe(expected);
  });
});

describe('formatRatio', () => {
  it.each<[number | null, string]>([
    [1.5175, '1.52×'],
    [120, '120×'],
    [Infinity, '∞×'],
    [null, '—'],
  ])('writes %s as %s', (ratio, expected) => {
    expect(formatRatio(ratio)).toBe(expected);
  });
});
