import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import { carrierText, trafficFinding, trafficRows } from '../../src/features/communication/traffic-rows.js';
import { designOf, oracle } from '../core/oracle.js';
import { evaluationOfPreset } from './evaluation-of-preset.js';

describe('traffic', () => {
  it('has a link time for each kind, and which tier carries it', () => {
    const rows = trafficRows(evaluationOfPreset('fig3'));
    expect(rows.map(({ tier }) => tier?.slice(0, 6))).toEqual(['Tier 0', 'Tier 1', 'Tier 1', 'Tier 0']);
    expect(rows.map(({ members }) => members)).toEqual([8, 64, 8, 8]);
    expect(trafficFinding(evaluationOfPreset('fig3'), rows)).toBe(
      'The links are busy for 4.40 s, all of it exposed; most is pipeline traffic',
    );
  });

  it('counts one member as one', () => {
    const evaluation = evaluationOfPreset('fig3');
    const alone = { ...evaluation, strategy: { ...evaluation.strategy, tensorParallel: 1 } };
    const [tensor, pipeline] = trafficRows(alone).map(carrierText);
    expect(tensor).toBe('Tier 0 · scale-up, 1 member');
    expect(pipeline).toBe('Tier 1 · cluster, 64 members');
    expect(trafficRows(null).map(carrierText)).toEqual(['', '', '', '']);
  });

  it('says what is hidden', () => {
    const evaluation = evaluationOfPreset('table4-offload');
    expect(trafficFinding(evaluation, trafficRows(evaluation))).toMatch(/of it exposed|all of it hidden/);
  });

  it('never writes NaN for any oracle case, nor without numbers', () => {
    for (const each of oracle.cases) {
      const outcome = evaluateDesign(designOf(each));
      const evaluation = outcome.kind === 'invalid' ? null : outcome.evaluation;
      expect(trafficFinding(evaluation, trafficRows(evaluation))).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
