import { describe, expect, it } from 'vitest';
import { acceptQuantity, limitsText } from '../../src/ui/quantity-limits.js';

const message = (text: string, limits: Parameters<typeof acceptQuantity>[1]): string => {
  const typed = acceptQuantity(text, limits);
  return typed.ok ? `accepted ${typed.value}` : typed.message;
};

describe('acceptQuantity', () => {
  const bandwidth = { unit: 'GB/s', min: 0, minExclusive: true, max: 1e12 };

  it('names what is allowed when a value is out of bounds', () => {
    expect(message('0', bandwidth)).toBe('0 GB/s is too small. Allowed: more than 0 GB/s.');
    expect(message('120 %', { unit: '%', min: 0, minExclusive: true, max: 1 })).toBe(
      '120 % is too large. Allowed: more than 0 %, at most 100 %.',
    );
    expect(message('1.5', { unit: '', integer: true, min: 1, max: 1e7 })).toBe(
      '1.5 is not whole. Allowed: a whole number, at least 1, at most 10,000,000.',
    );
    expect(message('100', { unit: '%', min: 0, max: 1, maxExclusive: true })).toMatch(/less than 100 %/);
  });

  it('names a bound that is out of all use only to who is beyond it', () => {
    expect(message('1e13', bandwidth)).toBe('1e13 GB/s is too large. Allowed: more than 0 GB/s, at most 1e12 GB/s.');
    expect(limitsText(bandwidth)).toBe('Allowed: more than 0 GB/s.');
  });

  it('counts one in the singular', () => {
    const blocks = { unit: 'blocks', integer: true, min: 1, max: 1024 };
    expect(message('0', blocks)).toBe(
      '0 blocks is too small. Allowed: a whole number, at least 1 block, at most 1,024 blocks.',
    );
  });

  it('names the nearest multiples', () => {
    const batch = { unit: 'samples', integer: true, min: 1, max: 1e9, multipleOf: { value: 8, name: 'd = 8' } };
    expect(message('2321', batch)).toBe('2,321 samples is not a multiple of d = 8. Nearest: 2,320 or 2,328.');
    expect(message('3', batch)).toMatch(/Nearest: 8\./);
    expect(message('2,320', batch)).toBe('accepted 2320');
  });
});
