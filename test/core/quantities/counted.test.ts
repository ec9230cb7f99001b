import { expect, it } from 'vitest';
import { counted, countedName } from '../../../src/core/quantities/counted.js';

it('is the one name beside 1 and the other beside any other number', () => {
  expect([0, 1, 2, 0.5].map((count) => countedName(count, 'samples'))).toEqual([
    'samples',
    'sample',
    'samples',
    'samples',
  ]);
});

it('is a number with what it counts', () => {
  expect([1, 8, 4096].map((count) => counted(count, 'members'))).toEqual(['1 member', '8 members', '4,096 members']);
});
