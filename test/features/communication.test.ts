import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import { bandwidthFinding, bandwidthRows, stateText } from '../../src/features/communication/bandwidth-rows.js';
import { trafficFinding, trafficRows } from '../../src/features/communication/traffic-rows.js';
import { designOf, oracle } from '../core/oracle.js';
import { designOfPreset, evaluationOfPreset } from './evaluation-of-preset.js';

describe('traffic', () => {
  it('has a link time for each kind, and which tier carries it', () => {
    const rows = trafficRows(evaluationOfPreset('fig3'));
    expect(rows.map(({ tier }) => tier?.slice(0, 6))).toEqual(['Tier 0', 'Tier 1', 'Tier 1', 'Tier 0']);
    expect(rows.map(({ members }) => members)).toEqual([8, 64, 8, 8]);
    expect(trafficFinding(evaluationOfPreset('fig3'), rows)).toBe(
      'The links are busy for 4.40 s, all of it exposed; most is pipeline traffic',
    );
  });

  it('says what is hidden', () => {
    const evaluation = evaluationOfPreset('table4-offload');
    expect(trafficFinding(evaluation, trafficRows(evaluation))).toMatch(/of it exposed|all of it hidden/);
  });
});

describe('bandwidth needed', () => {
  it('is off where nothing is overlapped or offloaded', () => {
    const evaluation = evaluationOfPreset('fig3');
    const rows = bandwidthRows(evaluation);
    expect(rows.every(({ state }) => state === 'off')).toBe(true);
    expect(bandwidthFinding(evaluation, rows)).toMatch(/^Nothing is overlapped or offloaded/);
  });

  it('is short on a slow offload tier, by how much, and met on a fast one', () => {
    const design = designOfPreset('table4-offload');
    const withBandwidth = (GBps: number) => {
      const outcome = evaluateDesign({
        ...design,
        system: { ...design.system, mem2: { ...design.system.mem2, GBps } },
      });
      if (outcome.kind === 'invalid') throw new Error('invalid');
      return bandwidthRows(outcome.evaluation);
    };
    const slow = withBandwidth(10).find(({ id }) => id === 'offload-bandwidth');
    const fast = withBandwidth(10_000).find(({ id }) => id === 'offload-bandwidth');
    expect(slow?.state).toBe('short');
    expect(slow && stateText(slow)).toMatch(/^short [\d.]+×$/);
    expect(fast?.state).toBe('met');
  });

  it('agrees with the exposed time: short exactly where offloading is not hidden', () => {
    for (const each of oracle.cases) {
      const outcome = evaluateDesign(designOf(each));
      if (outcome.kind === 'invalid') continue;
      const { time } = outcome.evaluation;
      const row = bandwidthRows(outcome.evaluation).find(({ id }) => id === 'offload-bandwidth');
      const exposed = time.forwardOffloadExposedSeconds + time.backwardOffloadExposedSeconds;
      if (row?.state === 'short' || row?.state === 'met') expect(row.state === 'short', each.id).toBe(exposed > 0);
    }
  });

  it('never writes NaN for any oracle case, nor without numbers', () => {
    for (const each of oracle.cases) {
      const outcome = evaluateDesign(designOf(each));
      const evaluation = outcome.kind === 'invalid' ? null : outcome.evaluation;
      const rows = bandwidthRows(evaluation);
      const text = [
        bandwidthFinding(evaluation, rows),
        trafficFinding(evaluation, trafficRows(evaluation)),
        ...rows.map(stateText),
      ].join();
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(bandwidthRows(null)).toHaveLength(7);
  });
});
