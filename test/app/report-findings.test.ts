import { expect, it } from 'vitest';
import { findingsOf } from '../../src/app/report-findings.js';
import { evaluateDesign } from '../../src/core/evaluate.js';
import { designOfPreset } from '../features/evaluation-of-preset.js';

it('says in a report what the screen says of a class that would hide only alone', () => {
  const design = designOfPreset('table4-offload');
  const outcome = evaluateDesign({
    ...design,
    system: { ...design.system, mem2: { ...design.system.mem2, GBps: 10 } },
  });
  if (outcome.kind === 'invalid') throw new Error('invalid');
  const states = findingsOf(outcome.evaluation).bandwidths.map(({ label, state }) => `${label}: ${state}`);
  expect(states.slice(-2)).toEqual(['Offload optimizer: met alone', 'Offload, all: short 7.64×']);
});
