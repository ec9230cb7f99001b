import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editText, parseQuantity, quantityText, shortText, textWithin } from '../../src/ui/quantity-text.js';

const UNITS = ['', 'GiB', 'GB/s', 'TFLOP/s', 's', '%', 'MB', 'GFLOP', 'samples'];

function read(text: string, unit: string): number | string {
  const typed = parseQuantity(text, unit);
  return typed.ok ? typed.value : typed.message;
}

describe('parseQuantity', () => {
  it.each([
    ['4.8T', 'GB/s', 4800],
    ['4800 GB/s', 'GB/s', 4800],
    ['4.8 TB/s', 'GB/s', 4800],
    ['4800 GBps', 'GB/s', 4800],
    ['4800', 'GB/s', 4800],
    ['400 Gb/s', 'GB/s', 50],
    ['400 Gbit/s', 'GB/s', 50],
    ['1 GiB/s', 'GB/s', 2 ** 30 / 1e9],
    ['80 GiB', 'GiB', 80],
    ['80', 'GiB', 80],
    ['1.5T', 'GiB', 1536],
    ['1.5 TiB', 'GiB', 1536],
    ['80 GB', 'GiB', 80e9 / 2 ** 30],
    ['10 µs', 's', 1e-5],
    ['10', 's', 1e-5],
    ['10 us', 's', 1e-5],
    ['500 ns', 's', 5e-7],
    ['1 ms', 's', 1e-3],
    ['65 %', '%', 0.65],
    ['65', '%', 0.65],
    ['2e3', '', 2000],
    ['12,288', '', 12288],
    ['1 048 576', '', 1048576],
    ['1_000', '', 1000],
    ['4k', '', 4000],
    ['4Ki', '', 4096],
    ['2320 samples', 'samples', 2320],
    ['1 sample', 'samples', 1],
    ['2P', 'TFLOP/s', 2000],
    ['312 TFLOPS', 'TFLOP/s', 312],
    ['312 tflop/s', 'TFLOP/s', 312],
    ['128 GFLOP', 'GFLOP', 128],
    ['0.5 GFLOP', 'GFLOP', 0.5],
    ['.5', '', 0.5],
    ['−3', '', -3],
  ])('reads %j in %s as %d', (text, unit, value) => {
    expect(read(text, unit)).toBe(value);
  });

  it.each([
    ['', 'GB/s', /Type a number/],
    ['fast', 'GB/s', /not a number/],
    ['4,8', 'GB/s', /two ways|point/],
    ['12,28', '', /two ways/],
    ['80 GB/s', 'GiB', /no unit of this field/],
    ['80 GiB', 'GB/s', /no unit of this field/],
    ['4800 gb/s', 'GB/s', /no unit of this field/],
    ['12 parsecs', 'GiB', /no unit of this field/],
    ['1e400', '', /too large/],
    ['10 m', '%', /no unit of this field/],
    ['Infinity', '', /not a number/],
    ['NaN', '', /not a number/],
    ['1.2.3', '', /not a number/],
  ])('refuses %j in %s and says why', (text, unit, message) => {
    expect(read(text, unit)).toMatch(message);
  });

  it('never throws and never gives what is not finite', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...UNITS), (text, unit) => {
        const typed = parseQuantity(text, unit);
        expect(typed.ok ? Number.isFinite(typed.value) : typed.message.length > 0).toBe(true);
      }),
    );
  });
});

describe('editText', () => {
  it('reads back to exactly the same value, in every unit', () => {
    const value = fc.double({ min: 0, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(value, fc.constantFrom(...UNITS), (each, unit) => {
        expect(read(editText(each, unit), unit)).toBe(each);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows latency in µs and shares in %', () => {
    expect(editText(1e-5, 's')).toBe('10');
    expect(editText(0.65, '%')).toBe('65');
    expect(editText(0.07, '%')).toBe('7');
  });
});

describe('shortText', () => {
  it.each([
    [12288, '', '12,288'],
    [1048576, '', '1,048,576'],
    [0.3333333333, '%', '33.333'],
    [989.4, 'TFLOP/s', '989.4'],
    [0, 'GiB', '0'],
    [1e12, '', '1e12'],
    [74.50580596923828, 'GiB', '74.506'],
    [1e-7, 's', '0.1'],
  ])('writes %d %s as %s', (value, unit, text) => {
    expect(shortText(value, unit)).toBe(text);
  });

  it('puts a space before the unit', () => {
    expect(quantityText(2048, 'GB/s')).toBe('2,048 GB/s');
    expect(quantityText(96, '')).toBe('96');
    expect([1, 2].map((value) => quantityText(value, 'samples'))).toEqual(['1 sample', '2 samples']);
  });
});

describe('textWithin', () => {
  it('takes an exponent where a number has more characters than there is room for', () => {
    expect(textWithin(9, 2_048_480, 'GB/s')).toBe('2,048,480');
    expect(textWithin(9, 20_484_800, 'GB/s')).toBe('2.048e7');
    expect(textWithin(9, 0.0001, 's')).toBe(shortText(0.0001, 's'));
  });
});
