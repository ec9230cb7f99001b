import { expect, it } from 'vitest';
import { signedText } from '../../../src/core/quantities/signed-text.js';

it('writes a change with its sign and its unit', () => {
  expect(signedText(1.2, 'seconds')).toBe('+1.20 s');
  expect(signedText(-3 * 2 ** 30, 'bytes')).toBe('−3.00 GiB');
  expect([signedText(0, 'seconds'), signedText(null, 'seconds')]).toEqual(['0 s', '—']);
});

it('writes a change of a share in percentage points', () => {
  expect([signedText(0.322, 'fraction'), signedText(-0.004, 'fraction')]).toEqual(['+32.2 pp', '−0.400 pp']);
});
