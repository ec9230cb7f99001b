import { describe, expect, it } from 'vitest';
import { evaluate, evaluateDesign } from '../../../src/core/evaluate.js';
import type { Evaluation } from '../../../src/core/evaluation.js';
import { BANDWIDTH_KINDS } from '../../../src/core/quantities/bandwidth-kinds.js';
import { bandwidthSlack, withBandwidth } from '../../../src/core/quantities/bandwidth-slack.js';
import { designOf, oracle } from '../oracle.js';

const evaluations: readonly (readonly [id: string, evaluation: Evaluation])[] = oracle.cases.flatMap((each) => {
  const outcome = evaluateDesign(designOf(each));
  return outcome.kind === 'invalid' ? [] : [[each.id, outcome.evaluation] as const];
});

const again = (system: Evaluation['system'], { model, strategy }: Evaluation): Evaluation => {
  const outcome = evaluate(model, system, strategy);
  if (outcome.kind === 'invalid') throw new Error('invalid');
  return outcome.evaluation;
};

describe.each(BANDWIDTH_KINDS.map((kind) => [kind.id, kind] as const))('slack of %s', (_, kind) => {
  const slacks = evaluations.flatMap(([id, evaluation]) => {
    const slack = bandwidthSlack(evaluation, kind);
    return slack === null ? [] : [[id, slack] as const];
  });

  it('is at least 0 exactly when nothing is exposed', () => {
    expect(slacks.length).toBeGreaterThan(50);
    for (const [id, slack] of slacks) {
      expect(slack.slackBytesPerSecond >= 0, id).toBe(slack.exposedSeconds === 0);
      expect(slack.slackBytesPerSecond, id).not.toBeNaN();
      if (slack.isThere) expect(slack.exposedSeconds, id).toBe(kind.exposedSeconds(slack.evaluation));
    }
    const signs = new Set(slacks.map(([, { slackBytesPerSecond }]) => slackBytesPerSecond >= 0));
    expect(signs.size).toBe(2);
  });

  it('is closed by the bandwidth needed, and by no less', () => {
    for (const [id, { evaluation, neededBytesPerSecond: needed, thereBytesPerSecond: there, isThere }] of slacks) {
      if (!isThere || needed === 0 || !Number.isFinite(needed)) continue;
      const exposedAt = (bandwidth: number): number => {
        const system = withBandwidth(evaluation.system, kind.carrier(evaluation.strategy), bandwidth / there);
        return kind.exposedSeconds(again(system, evaluation));
      };
      expect(exposedAt(needed * (1 + 1e-9)), id).toBe(0);
      expect(exposedAt(needed * (1 - 1e-6)), id).toBeGreaterThan(0);
    }
  });

  it('is without end where no bandwidth would do, and all that is there with nothing to hide', () => {
    for (const [id, { evaluation, neededBytesPerSecond: needed, thereBytesPerSecond: there, ...slack }] of slacks) {
      if (!slack.isThere) expect([needed, slack.slackBytesPerSecond], id).toEqual([0, there]);
      if (needed !== Number.POSITIVE_INFINITY) continue;
      expect(slack.slackBytesPerSecond, id).toBe(Number.NEGATIVE_INFINITY);
      const system = withBandwidth(evaluation.system, kind.carrier(evaluation.strategy), 1e8);
      expect(kind.exposedSeconds(again(system, evaluation)), id).toBeGreaterThan(0);
    }
  });
});

it('agrees with the reference where its formula is the whole truth: all that is offloaded, of one size', () => {
  const kind = BANDWIDTH_KINDS.find(({ id }) => id === 'offload-bandwidth');
  let compared = 0;
  for (const [id, evaluation] of evaluations) {
    const { bindingBytes, totalBytesPerSecond } = evaluation.offload;
    const slack = kind === undefined ? null : bandwidthSlack(evaluation, kind);
    if (slack === null || bindingBytes === 0 || !Number.isFinite(totalBytesPerSecond)) continue;
    // Base and edge windows are one without a pipeline.
    if (evaluation.strategy.pipelineParallel > 1) continue;
    expect(slack.neededBytesPerSecond / totalBytesPerSecond, id).toBeCloseTo(1, 6);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(5);
});
