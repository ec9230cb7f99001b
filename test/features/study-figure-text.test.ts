import { describe, expect, it } from 'vitest';
import { axisName, csvHeader, figureText, figureTick } from '../../src/features/studies/figure-text.js';
import {
  agrees,
  differenceText,
  differenceWords,
  publishedValue,
  relativeDifference,
} from '../../src/features/studies/published.js';

describe('numbers of figures', () => {
  it.each([
    [16.715, 'seconds', '16.7 s'],
    [80 * 2 ** 30, 'bytes', '80.0 GiB'],
    [0.767, 'fraction', '76.7 %'],
    [12.34, 'percent', '12.3 %'],
    [4096, 'processors', '4,096 processors'],
    [1, 'processors', '1 processor'],
    [30_000, 'dollars', '$30,000'],
    [124_987_500, 'dollars', '$124.99M'],
    [917.4, 'per-100M-dollars', '917.4 samples/s per $100M'],
    [42, 'none', '42'],
    [Infinity, 'percent', '∞'],
    [Infinity, 'processors', '∞'],
    [-Infinity, 'dollars', '−∞'],
    [Number.NaN, 'dollars', '—'],
    [null, 'processors', '—'],
  ] as const)('writes %s %s as %s', (value, unit, text) => expect(figureText(value, unit)).toBe(text));

  it('leaves the unit to the name of the axis where it does not change', () => {
    expect(figureTick(200, 'samples-per-second')).toBe('200');
    expect(axisName('Sample rate', 'samples-per-second')).toBe('Sample rate, samples/s');
    expect(figureTick(2e9, 'bytes-per-second')).toBe('2 GB/s');
    expect(axisName('Bandwidth', 'bytes-per-second')).toBe('Bandwidth');
    expect(figureTick(0.2, 'fraction')).toBe('20 %');
    expect(axisName('Processors', 'processors')).toBe('Processors');
    expect([2048, 5e12, 175e9].map((value) => figureTick(value, 'count'))).toEqual(['2,048', '5T', '175B']);
    expect(figureTick(1_048_576, 'processors')).toBe('1,048,576');
  });

  it('names CSV columns with the base unit', () => {
    expect(csvHeader('Offload bandwidth needed', 'bytes-per-second')).toBe('offload_bandwidth_needed_bytes_per_s');
    expect(csvHeader('Processors', 'processors')).toBe('processors');
    expect(csvHeader('Tensor parallel t', 'none')).toBe('tensor_parallel_t');
  });
});

describe('published numbers', () => {
  it('agree where the digits do', () => {
    expect(agrees({ text: '70.3/78', ours: '70.3/78' })).toBe(true);
    expect(differenceText({ text: '–', ours: '–' })).toBe('✓');
    expect(differenceWords({ text: '248', ours: '248' })).toBe('✓ agrees');
    expect(differenceWords(undefined)).toBe('');
  });

  it('differ by the digits printed, number by number', () => {
    expect(differenceText({ text: '70.3/78', ours: '70.4/76' })).toBe('+0.1/−2');
    expect(differenceText({ text: '1,117', ours: '1,116' })).toBe('−1');
    expect(differenceText({ text: '70.3/78', ours: '70.3/79' })).toBe('0/+1');
    expect(differenceText({ text: '–', ours: '42' })).toBe('≠');
    expect(relativeDifference({ text: '200', ours: '210' })).toBeCloseTo(0.05, 12);
    expect(relativeDifference({ text: '–', ours: '42' })).toBeNull();
  });

  it('come back to the unit of the figure by the ratio of the digits', () => {
    expect(publishedValue(0.3, { text: '31', ours: '30' })).toBeCloseTo(0.31, 12);
    expect(publishedValue(0.3, undefined)).toBeNull();
    expect(publishedValue(null, { text: '31', ours: '–' })).toBeNull();
  });
});
