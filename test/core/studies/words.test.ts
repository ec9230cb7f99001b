import { describe, expect, it } from 'vitest';
import { fixed, inSentence, percent } from '../../../src/core/studies/words.js';

describe('numbers of a study', () => {
  it.each([
    [1084.06, 0, '1,084'],
    [1084.064, 2, '1,084.06'],
    [999.5, 0, '1,000'],
    [-1234567.5, 1, '−1,234,567.5'],
    [-0.001, 2, '0.00'],
    [0, 0, '0'],
    [Number.POSITIVE_INFINITY, 0, 'Infinity'],
  ])('have commas and a minus that is one: %d to %i decimals', (value, decimals, text) => {
    expect(fixed(value, decimals)).toBe(text);
  });

  it('have them as a percentage too', () => {
    expect(percent(-0.0172, 2)).toBe('−1.72 %');
    expect(percent(12.5, 0)).toBe('1,250 %');
  });
});

it.each([
  ['Matrix efficiency, highest', 'highest matrix efficiency'],
  ['HBM efficiency, highest', 'highest HBM efficiency'],
  ['Matrix efficiency, highest, float8', 'highest matrix efficiency in float8'],
  ['Matrix peak, bfloat16', 'matrix peak in bfloat16'],
  ['Tier 1: point to point factor', 'tier 1 point to point factor'],
  ['Tier 0: efficiency, highest', 'highest tier 0 efficiency'],
  ['HBM bandwidth', 'HBM bandwidth'],
  ['InfiniBand bandwidth', 'InfiniBand bandwidth'],
  ['Tier-2 bandwidth', 'tier-2 bandwidth'],
])('names %s in a sentence', (label, words) => {
  expect(inSentence(label)).toBe(words);
});
