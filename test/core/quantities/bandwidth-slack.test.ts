import { describe, expect, it } from 'vitest';
import { evaluate, evaluateDesign } from '../../../src/core/evaluate.js';
import type { Evaluation } from '../../../src/core/evaluation.js';
import { BANDWIDTH_KINDS } from '../../../src/core/quantities/bandwidth-kinds.js';
import { bandwidthSlack } from '../../../src/core/quantities/bandwidth-slack.js';
import type { Strategy } from '../../../src/core/strategy/strategy.js';
import type { System } from '../../../src/core/system/system.js';
import type { StrategyInput } from '../../../src/core/inputs/design.js';
import { designOfPreset } from '../../features/evaluation-of-preset.js';
import { designOf, oracle } from '../oracle.js';
import { dataInflections } from './data-inflection.js';

const evaluations: readonly (readonly [id: string, evaluation: Evaluation])[] = oracle.cases.flatMap((each) => {
  const outcome = evaluateDesign(designOf(each));
  return outcome.kind === 'invalid' ? [] : [[each.id, outcome.evaluation] as const];
});

const isData = (id: string): boolean => id.startsWith('data-');

/** The offload tier's link, which carries nothing but what is offloaded, with `times` the bandwidth. */
function offloadTimes(system: System, times: number): System {
  const { peak, thresholds, rates } = system.memory2.bandwidth;
  const bandwidth = { peak: peak * times, thresholds, rates: rates.map((rate) => rate * times) };
  return { ...system, memory2: { ...system.memory2, bandwidth } };
}

/** One kind of traffic moved to a tier of its own, like the one it was on but with `times` the bandwidth. */
function ownTier(
  { system, strategy }: Evaluation,
  tier: 'tensorTier' | 'dataTier',
  times: number,
): readonly [System, Strategy] {
  const network = system.networks[strategy[tier]];
  if (network === undefined) throw new Error('no tier');
  const networks = [...system.networks, { ...network, bytesPerSecond: network.bytesPerSecond * times }];
  return [
    { ...system, networks },
    { ...strategy, [tier]: system.networks.length },
  ];
}

/** The whole design evaluated with `times` the bandwidth for this kind of traffic alone. */
function again(id: string, asked: Evaluation, times: number): Evaluation {
  const [system, strategy] = id.includes('offload')
    ? [offloadTimes(asked.system, times), asked.strategy]
    : ownTier(asked, isData(id) ? 'dataTier' : 'tensorTier', times);
  const outcome = evaluate(asked.model, system, strategy);
  if (outcome.kind === 'invalid') throw new Error(`invalid: ${id}`);
  return outcome.evaluation;
}

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
        const times = bandwidth / there;
        if (!isData(kind.id)) return kind.exposedSeconds(again(kind.id, evaluation, times));
        return Math.max(0, dataInflections(evaluation, times)[kind.id.includes('chunk') ? 'chunk' : 'tail']);
      };
      expect(exposedAt(needed * (1 + 1e-8)), id).toBe(0);
      expect(exposedAt(needed * (1 - 1e-6)), id).toBeGreaterThan(0);
    }
  });

  it('is without end where no bandwidth would do, and all that is there with nothing to hide', () => {
    for (const [id, { evaluation, neededBytesPerSecond: needed, thereBytesPerSecond: there, ...slack }] of slacks) {
      if (!slack.isThere) expect([needed, slack.slackBytesPerSecond], id).toEqual([0, there]);
      if (needed !== Number.POSITIVE_INFINITY) continue;
      expect(slack.slackBytesPerSecond, id).toBe(Number.NEGATIVE_INFINITY);
      if (isData(kind.id)) {
        expect(dataInflections(evaluation, 1e8)[kind.id.includes('chunk') ? 'chunk' : 'tail'], id).toBeGreaterThan(0);
      } else expect(kind.exposedSeconds(again(kind.id, evaluation, 1e8)), id).toBeGreaterThan(0);
    }
  });
});

describe.each(['data-overlap-chunk-bandwidth', 'data-overlap-tail-bandwidth'])('slack of %s', (kindId) => {
  const kind = BANDWIDTH_KINDS.find(({ id }) => id === kindId);

  it('is that of the reduction on a tier of its own, whatever else its tier carries', () => {
    let compared = 0;
    for (const [id, each] of evaluations) {
      const slack = kind === undefined ? null : bandwidthSlack(each, kind);
      if (kind === undefined || slack === null || !slack.isThere) continue;
      const { evaluation, neededBytesPerSecond: needed, thereBytesPerSecond: there } = slack;
      const { dataTier, tensorTier, pipelineTier } = evaluation.strategy;
      // On the tensor tier its window is another one.
      if (dataTier === tensorTier || needed === 0 || !Number.isFinite(needed)) continue;
      const at = (bandwidth: number): number => kind.exposedSeconds(again(kindId, evaluation, bandwidth / there));
      expect(at(needed * (1 + 1e-8)), id).toBe(0);
      // On the pipeline's tier a chunk collides with messages too, and may need more for that.
      if (dataTier !== pipelineTier || kindId.includes('tail')) {
        expect(at(needed * (1 - 1e-6)), id).toBeGreaterThan(0);
      }
      compared += 1;
    }
    expect(compared).toBeGreaterThan(5);
  });
});

describe('the chunks of a reduction on the tier of the pipeline', () => {
  const kind = BANDWIDTH_KINDS.find(({ id }) => id === 'data-overlap-chunk-bandwidth');
  const slackOf = (strategy: Partial<StrategyInput>) => {
    const design = designOfPreset('fig3');
    const outcome = evaluateDesign({
      ...design,
      strategy: { ...design.strategy, data_par_overlap: true, ...strategy },
    });
    const slack = kind === undefined || outcome.kind === 'invalid' ? null : bandwidthSlack(outcome.evaluation, kind);
    if (slack === null) throw new Error('invalid');
    return slack;
  };

  it('need what they need, though slower messages would give them longer to hide in', () => {
    // The inflection is 0.097 ms at 0.137 times the 22.5 GB/s there are, and below 0 at 0.138.
    expect(slackOf({}).neededBytesPerSecond / 1e9).toBeCloseTo(3.0845, 4);
    const deep = slackOf({ pipeline_par: 16, data_par: 32, pipeline_interleaving: 6, batch_size: 2048 });
    const times = deep.neededBytesPerSecond / deep.thereBytesPerSecond;
    expect(times).toBeCloseTo(0.5, 1);
    expect(dataInflections(deep.evaluation, times * (1 + 1e-8)).chunk).toBeLessThanOrEqual(0);
    expect(dataInflections(deep.evaluation, times * (1 - 1e-6)).chunk).toBeGreaterThan(0);
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
