import { describe, expect, it } from 'vitest';
import { dropCause, mostlyFrom, type Drop } from '../../../src/core/studies/drop-cause.js';
import type { Finding } from '../../../src/core/studies/question.js';
import { presetWorld } from './run-study.js';

const { model, system, strategy } = presetWorld.current;
const NONE: Finding = {
  evaluated: 10,
  feasible: 0,
  infeasible: { network_size: 0, network_not_filled: 0, offload_needs_blocks: 0, tier1_capacity: 1, tier2_capacity: 0 },
  best: null,
  nearestMiss: null,
  topRates: [],
  bins: [],
};
const found = (t: number, p: number, d: number, rate: number, batch = 48): Finding => ({
  ...NONE,
  feasible: 1,
  best: {
    strategy: { ...strategy, tensor_par: t, pipeline_par: p, data_par: d, num_procs: t * p * d, batch_size: batch },
    rate,
    tier1Bytes: 1,
    tier2Bytes: 0,
  },
});
/** GPT-3 175B: h 12,288, a 96, L 96. */
const drop = (more: Partial<Drop>): Drop => ({
  model,
  system,
  from: 48,
  to: 56,
  before: found(8, 6, 1, 10),
  after: NONE,
  sameSplit: null,
  ...more,
});

describe('the cause of a fall', () => {
  it('is that p does not divide what t leaves, though it divides the blocks', () => {
    expect(model.num_blocks % 6).toBe(0);
    const { label, detail } = dropCause(drop({}));
    expect(label).toBe('p does not divide N/t');
    expect(detail).toBe(
      't 8, p 6, d 1 at 48 becomes nothing at 56: p 6 does not divide N/t = 7; p must also divide the 96 blocks, so that it is 1.',
    );
  });

  it('is that t does not divide N', () => {
    const { label, detail } = dropCause(drop({ from: 128, to: 136, before: found(64, 1, 2, 10) }));
    expect(label).toBe('t does not divide N');
    expect(detail).toContain(
      't 64 does not divide N = 136; t must also divide h, f and a, so that it is one of 1, 2, 4 and 8.',
    );
  });

  it('is not known while the split that won, and still exists, has not been searched alone', () => {
    const open = drop({ to: 96, after: found(8, 2, 6, 5) });
    expect(dropCause(open).label).toBe('not searched yet');
    expect(dropCause({ ...open, sameSplit: NONE }).label).toBe('memory');
    expect(dropCause({ ...open, sameSplit: found(8, 6, 2, 5, 46) }).label).toBe('batch');
  });
});

it('names what most falls have, of those that are known', () => {
  expect(mostlyFrom(['memory', 'not searched yet', 'p does not divide N/t', 'p does not divide N/t'])).toBe(
    'p not dividing N/t',
  );
  expect(mostlyFrom(['not searched yet'])).toBeNull();
});
