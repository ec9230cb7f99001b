import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import type { Evaluation } from '../../src/core/evaluation.js';
import { blockFinding, blockStages } from '../../src/features/overview/block-stages.js';
import { memoryFinding } from '../../src/core/findings/memory-finding.js';
import { memoryParts } from '../../src/core/findings/memory-parts.js';
import { timeFinding } from '../../src/core/findings/time-finding.js';
import { timeCsv, timeRows } from '../../src/features/overview/time-rows.js';
import { designOf, oracle } from '../core/oracle.js';
import { evaluationOfPreset } from './evaluation-of-preset.js';

const evaluations: readonly Evaluation[] = oracle.cases.flatMap((each) => {
  const outcome = evaluateDesign(designOf(each));
  return outcome.kind === 'invalid' ? [] : [outcome.evaluation];
});

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

function near(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(expected)));
}

describe('time of a batch', () => {
  it('has eleven parts that add up to the total in every oracle case', () => {
    expect(evaluations.length).toBeGreaterThan(400);
    for (const evaluation of evaluations) {
      const rows = timeRows(evaluation, null);
      expect(rows).toHaveLength(11);
      near(sum(rows.map((row) => row.seconds)), evaluation.time.totalSeconds);
      near(sum(rows.map((row) => row.share)), 1);
    }
  });

  it('never writes NaN, and states a finding, in every oracle case', () => {
    for (const evaluation of evaluations) {
      const parts = memoryParts(evaluation);
      const titles = [
        timeFinding(evaluation),
        memoryFinding(evaluation, parts),
        blockFinding(evaluation, blockStages(evaluation)),
      ];
      for (const title of titles) expect(title).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('states the finding of Fig. 3', () => {
    const evaluation = evaluationOfPreset('fig3');
    expect(timeFinding(evaluation)).toBe('Forward and backward take 48 % of the batch; recomputation 16 %, 2.76 s');
    expect(timeFinding(null)).toBe('Where the time of a batch goes');
  });

  it('counts the optimizer step and recomputation as costs beside both passes', () => {
    const evaluation = evaluationOfPreset('fig3');
    const { time } = evaluation;
    const step = { ...time, optimizerSeconds: 20, totalSeconds: time.totalSeconds + 20 - time.optimizerSeconds };
    expect(timeFinding({ ...evaluation, time: step })).toBe(
      'Forward and backward take 22 % of the batch; the optimizer step 54 %, 20.0 s',
    );
    const endless = { ...time, pipelineExposedSeconds: Infinity, totalSeconds: Infinity };
    expect(timeFinding({ ...evaluation, time: endless })).not.toMatch(/NaN/);
  });

  it('has the passes of a block apart from the optimizer, which comes once a batch', () => {
    const evaluation = evaluationOfPreset('fig3');
    const { block } = evaluation;
    const moved = block.forwardMemorySeconds + block.agradMemorySeconds + block.wgradMemorySeconds;
    const computed = block.forwardFlopSeconds + block.agradFlopSeconds + block.wgradFlopSeconds;
    const share = Math.round((100 * moved) / (moved + computed));
    expect(block.optimizerMemorySeconds).toBeGreaterThan(0.2 * moved);
    expect(blockFinding(evaluation, blockStages(evaluation))).toBe(
      `A block’s passes spend ${share} % of their time moving data to and from HBM`,
    );
    expect(share).toBe(26);
  });

  it('exports exact seconds with Calculon’s names', () => {
    const evaluation = evaluationOfPreset('fig3');
    const rows = timeCsv(timeRows(evaluation, null), evaluation.time.totalSeconds);
    expect(rows).toHaveLength(13);
    expect(rows[1]?.slice(0, 3)).toEqual(['Forward', 'fw_time', evaluation.time.forwardSeconds]);
    expect(rows[12]?.slice(0, 3)).toEqual(['Batch time', 'total_time', evaluation.time.totalSeconds]);
  });

  it('has rows without numbers before the first answer', () => {
    expect(timeRows(null, null).every((row) => row.seconds === null && row.share === null)).toBe(true);
  });
});

describe('memory', () => {
  it('adds up to what each tier needs in every oracle case', () => {
    for (const evaluation of evaluations) {
      const parts = memoryParts(evaluation);
      near(sum(parts.map((part) => part.hbmBytes)), evaluation.memory.tier1Bytes);
      near(sum(parts.map((part) => part.offloadTierBytes)), evaluation.memory.tier2Bytes);
    }
  });

  it('says how full HBM is, and by how much it overflows', () => {
    const evaluation = evaluationOfPreset('fig3');
    const parts = memoryParts(evaluation);
    expect(memoryFinding(evaluation, parts)).toBe('HBM: 17.4 of 80.0 GiB; 51 % of it checkpoints');
    const small = { ...evaluation.system, memory1: { ...evaluation.system.memory1, capacityBytes: 10 * 2 ** 30 } };
    expect(memoryFinding({ ...evaluation, system: small }, parts)).toBe(
      'HBM overflows by 7.44 GiB; 51 % of it checkpoints',
    );
  });

  it('says what offloading freed only where something is offloaded', () => {
    const offloading = memoryParts(evaluationOfPreset('table4-offload'));
    expect(offloading.find((part) => part.id === 'weight-memory')?.freedBytes).toBeGreaterThan(0);
    expect(memoryParts(evaluationOfPreset('fig3')).every((part) => part.freedBytes === null)).toBe(true);
  });
});
