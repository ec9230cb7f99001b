import { describe, expect, it } from 'vitest';
import { boundUnits } from '../../src/ui/bound-units.js';

describe('boundUnits', () => {
  it.each([
    ['48 % of it', '48\u00a0% of it'],
    ['costs 2.76 s', 'costs 2.76\u00a0s'],
    ['948 ms; 3 µs', '948\u00a0ms; 3\u00a0µs'],
    ['17.4 of 80.0 GiB', '17.4 of 80.0\u00a0GiB'],
    ['72.6 GB/s needed', '72.6\u00a0GB/s needed'],
    ['24 operations, 2 spare', '24 operations, 2 spare'],
  ])('binds %j', (text, expected) => {
    expect(boundUnits(text)).toBe(expected);
  });
});
