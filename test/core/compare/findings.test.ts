import { expect, it } from 'vitest';
import { fastestFinding } from '../../../src/core/compare/findings.js';
import { evaluationOfPreset } from '../../features/evaluation-of-preset.js';

const SLOW = evaluationOfPreset('table2-175b-full');
const FAST = evaluationOfPreset('table2-175b-seqsel');
it('of batches of one size the shortest is the fastest', () => {
  expect(
    fastestFinding([
      { title: 'A', evaluation: SLOW },
      { title: 'B', evaluation: FAST },
      { title: 'C', evaluation: null },
    ]),
  ).toMatch(/^B has the shortest batch: /);
  expect(fastestFinding([{ title: 'A', evaluation: null }])).toBe('None of the designs is valid');
});

it('of batches of different sizes the highest rate counts, and the sizes are named', () => {
  // a batch of half the size is shorter and no faster
  const half = {
    ...FAST,
    strategy: { ...FAST.strategy, batch: FAST.strategy.batch / 2 },
    time: { ...FAST.time, totalSeconds: FAST.time.totalSeconds * 0.6 },
    efficiency: { ...FAST.efficiency, sampleRate: FAST.efficiency.sampleRate / 1.2 },
  };
  expect(
    fastestFinding([
      { title: 'A', evaluation: FAST },
      { title: 'B', evaluation: half },
    ]),
  ).toMatch(/^A has the highest rate: [\d.,]+ samples\/s; the batches differ: [\d,]+ and [\d,]+ samples$/);
});
