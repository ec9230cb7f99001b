import { describe, expect, it } from 'vitest';
import { blockSetting } from '../../src/core/block/block-setting.js';
import { layerCosts } from '../../src/core/block/layer-cost.js';
import { walkTransformerBlock } from '../../src/core/block/transformer-block.js';
import { evaluateDesign } from '../../src/core/evaluate.js';
import { calculonLayer, calculonStats } from '../../src/core/quantities/calculon-stats.js';
import { agrees, designOf, oracle } from './oracle.js';
import type { OracleCase } from './oracle.js';

const feasible = oracle.cases.filter((each) => each.stats !== undefined);
const infeasible = oracle.cases.filter((each) => each.infeasible !== undefined);
const layered = feasible.filter((each) => each.stats?.layers !== undefined);

function differences(
  actual: Readonly<Record<string, number | string | null>>,
  expected: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(expected).flatMap(([key, value]) => {
    const got = actual[key];
    const same =
      typeof value === 'string' ? got === value : typeof got !== 'string' && agrees(got, value as number | null);
    return same ? [] : [`${key}: ${got} instead of ${String(value)}`];
  });
}

describe('agreement with the reference', () => {
  it('has every case of the oracle', () => {
    expect([oracle.cases.length, feasible.length, infeasible.length, layered.length]).toEqual([420, 366, 54, 41]);
  });

  it.each(feasible.map((each) => [each.id, each] as const))('%s: every stat', (_, each) => {
    const outcome = evaluateDesign(designOf(each));
    if (outcome.kind !== 'feasible') throw new Error(outcome.reasons.map((reason) => reason.message).join(' '));
    const { layers: _layers, ...stats } = each.stats ?? {};
    const ours = calculonStats(outcome.evaluation);
    expect(Object.keys(ours)).toEqual(Object.keys(stats));
    expect(differences(ours, stats)).toEqual([]);
  });

  it.each(layered.map((each) => [each.id, each] as const))('%s: every layer', (_, each: OracleCase) => {
    const outcome = evaluateDesign(designOf(each));
    if (outcome.kind !== 'feasible') throw new Error('infeasible');
    const { model, system, strategy } = outcome.evaluation;
    const ours = layerCosts(walkTransformerBlock, blockSetting(model, system, strategy)).map(calculonLayer);
    const theirs = each.stats?.layers ?? [];
    expect(ours.map((layer) => Object.keys(layer))).toEqual(theirs.map((layer) => Object.keys(layer)));
    expect(
      ours.flatMap((layer, i) => differences(layer, theirs[i] ?? {}).map((text) => `${layer.name} ${text}`)),
    ).toEqual([]);
  });

  it.each(infeasible.map((each) => [each.id, each] as const))('%s: the reason', (_, each) => {
    const outcome = evaluateDesign(designOf(each));
    if (outcome.kind !== 'infeasible') throw new Error(`${outcome.kind}`);
    expect(outcome.reasons.map((reason) => reason.code)).toContain(each.infeasible);
    expect(outcome.reasons[0]?.code).toBe(each.infeasible);
  });
});
