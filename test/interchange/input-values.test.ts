import { expect, it } from 'vitest';
import { inputValueText } from '../../src/interchange/report/input-values.js';

it('an input that counts is written with what it counts, one in the singular', () => {
  const batch = [1, 2, 2320].map((value) => inputValueText('strategy', 'microbatch_size', value));
  expect(batch).toEqual(['1 sample', '2 samples', '2,320 samples']);
  expect(inputValueText('system', 'mem1.GiB', 1)).toBe('1 GiB');
  expect(inputValueText('system', 'networks.0.latency', 1e-6)).toBe('1 µs');
});
