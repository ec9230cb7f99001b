import { describe, expect, it } from 'vitest';
import { fasterAdvice, fittingAdvice } from '../../../src/core/advice/advice.js';
import type { Advice } from '../../../src/core/advice/advice.js';
import { strategyNeighbours } from '../../../src/core/advice/strategy-neighbours.js';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import type { Design, StrategyInput } from '../../../src/core/inputs/design.js';
import { openingState } from '../../../src/share/opening-state.js';
import { PRESETS } from '../../state/preset-files.js';
import { designOf, oracle } from '../oracle.js';

const designs = oracle.cases.map(designOf);
const rateOf = (design: Design): number | null => {
  const outcome = evaluateDesign(design);
  return outcome.kind === 'feasible' ? outcome.evaluation.efficiency.sampleRate : null;
};
const feasible = designs.filter((design) => rateOf(design) !== null);
const infeasible = designs.filter((design) => rateOf(design) === null);
const applied = (design: Design, { part, value }: Advice): Design => ({ ...design, [part]: value });

/** Every strategy that differs in one option, tier or schedule field, or in two degrees, from a list made otherwise. */
function bruteForce({ model, system, strategy: own }: Design): readonly StrategyInput[] {
  const found: StrategyInput[] = [];
  const whole = [...Array(65).keys()].slice(1);
  const bool = [true, false];
  const tiers = system.networks.map((_, tier) => tier);
  const values: Partial<Record<keyof StrategyInput, readonly unknown[]>> = {
    fused_activation: bool,
    optimizer_sharding: bool,
    seq_par_ag_redo: bool,
    data_par_overlap: bool,
    weight_offload: bool,
    activations_offload: bool,
    optimizer_offload: bool,
    activation_recompute: ['full', 'attn_only', 'none'],
    tensor_par_comm_type: ['ar', 'p2p_rs_ag', 'rs_ag'],
    tensor_par_overlap: ['none', 'ring', 'pipe'],
    tensor_par_net: tiers,
    pipeline_par_net: tiers,
    data_par_net: tiers,
  };
  for (const [path, all] of Object.entries(values)) for (const value of all) found.push({ ...own, [path]: value });
  for (const [more, less] of [
    ['tensor_par', 'pipeline_par'],
    ['tensor_par', 'data_par'],
    ['pipeline_par', 'tensor_par'],
    ['pipeline_par', 'data_par'],
    ['data_par', 'tensor_par'],
    ['data_par', 'pipeline_par'],
  ] as const)
    for (const factor of [2, 3, 5, 7].filter((each) => own[less] % each === 0))
      found.push({ ...own, [more]: own[more] * factor, [less]: own[less] / factor });
  const next = (path: 'microbatch_size' | 'pipeline_interleaving', valid: (value: number) => boolean): void => {
    const up = whole.find((value) => value > own[path] && valid(value));
    const down = whole.findLast((value) => value < own[path] && valid(value));
    for (const value of [up, down]) if (value !== undefined) found.push({ ...own, [path]: value });
  };
  next('microbatch_size', (value) => (own.batch_size / own.data_par) % value === 0);
  next('pipeline_interleaving', (value) => Math.ceil(model.num_blocks / own.pipeline_par) % value === 0);
  return found.filter(
    (strategy) =>
      (strategy.pipeline_par <= own.pipeline_par || strategy.pipeline_par <= model.num_blocks) &&
      rateOf({ model, system, strategy }) !== null,
  );
}

const keyOf = (strategy: StrategyInput): string =>
  JSON.stringify(Object.entries(strategy).sort(([a], [b]) => a.localeCompare(b)));
const isTold = (advices: readonly Advice[], strategy: StrategyInput): boolean =>
  advices.some(({ part, value }) => part === 'strategy' && keyOf(value) === keyOf(strategy));

describe('advice', () => {
  it('is feasible with exactly the rate it tells, the fastest first, each once', () => {
    expect(infeasible.length).toBeGreaterThan(20);
    let some = 0;
    for (const design of infeasible.filter((_, i) => i % 5 === 0)) {
      const advices = fittingAdvice(design);
      some += advices.length > 0 ? 1 : 0;
      for (const advice of advices) expect(rateOf(applied(design, advice))).toBe(advice.rate);
      expect(advices.map(({ rate }) => rate)).toEqual(advices.map(({ rate }) => rate).toSorted((a, b) => b - a));
      expect(new Set(advices.map(({ value }) => JSON.stringify(value))).size).toBe(advices.length);
      expect(advices.every(({ label }) => / → /.test(label))).toBe(true);
    }
    expect(some).toBeGreaterThan(5);
  });

  it('misses no single change that makes a design fit', () => {
    let found = 0;
    for (const design of infeasible) {
      const singles = bruteForce(design);
      if (singles.length === 0) continue;
      const advices = fittingAdvice(design);
      for (const strategy of singles) expect(isTold(advices, strategy)).toBe(true);
      found += singles.length;
    }
    expect(found).toBeGreaterThan(10);
  });

  it('tells of two changes where no single one of the strategy does', () => {
    const design = infeasible.find((each) => {
      const own = fittingAdvice(each).filter(({ part }) => part === 'strategy');
      return own.length > 0 && own.every(({ label }) => label.includes('; ')) && bruteForce(each).length === 0;
    });
    expect(design).toBeDefined();
  });

  it('advises the least capacity that suffices', () => {
    const [fits] = feasible as [Design];
    const design = { ...fits, system: { ...fits.system, mem1: { ...fits.system.mem1, GiB: 1 } } };
    const advice = fittingAdvice(design).find(({ part }) => part === 'system');
    expect(advice?.label).toMatch(/^HBM 1 → \d+ GiB$/);
    if (advice?.part !== 'system') return;
    const outcome = evaluateDesign(fits);
    const needs = outcome.kind === 'feasible' ? outcome.evaluation.memory.tier1Bytes / 2 ** 30 : Infinity;
    expect(advice.value.mem1.GiB).toBeGreaterThanOrEqual(needs);
    expect(advice.tier1Bytes / 2 ** 30).toBe(needs);
  });

  it('tells every single change that helps a feasible design, and none that does not', () => {
    for (const design of feasible.filter((_, i) => i % 9 === 0)) {
      const own = rateOf(design) ?? 0;
      const advices = fasterAdvice(design, own);
      for (const advice of advices) {
        expect(advice.rate).toBeGreaterThan(own);
        expect(rateOf(applied(design, advice))).toBe(advice.rate);
      }
      for (const strategy of bruteForce(design)) {
        const faster = (rateOf({ ...design, strategy }) ?? 0) > own;
        if (faster) expect(isTold(advices, strategy)).toBe(true);
      }
    }
  });
});

describe('a pipeline', () => {
  const { model, system, strategy } = openingState(PRESETS);
  const neighbours = (changes: Partial<StrategyInput>, blocks = 96): readonly number[] =>
    strategyNeighbours({ ...model.value, num_blocks: blocks }, system.value, {
      ...strategy.value,
      ...changes,
    } as StrategyInput).map(({ pipeline_par }) => pipeline_par);

  it('is not advised more stages than there are blocks', () => {
    expect(Math.max(...neighbours({ tensor_par: 8, pipeline_par: 64, data_par: 8 }))).toBe(64);
    expect(Math.max(...neighbours({ tensor_par: 8, pipeline_par: 32, data_par: 16 }))).toBe(64);
    expect(Math.max(...neighbours({ tensor_par: 8, pipeline_par: 48, data_par: 6 }))).toBe(96);
  });

  it('that has more stays, or has fewer', () => {
    const found = neighbours({ tensor_par: 8, pipeline_par: 128, data_par: 4 });
    expect(new Set(found)).toEqual(new Set([128, 64]));
  });

  it('of too many stages is advised no more of them in two changes either', () => {
    const design = {
      model: { ...model.value, num_blocks: 48 },
      system: { ...system.value, mem1: { ...system.value.mem1, GiB: 6 } },
      strategy: { ...strategy.value, tensor_par: 8, pipeline_par: 32, data_par: 16 },
    } as Design;
    for (const advice of fittingAdvice(design))
      if (advice.part === 'strategy') expect(advice.value.pipeline_par).toBeLessThanOrEqual(48);
  });
});

describe('a design of enormous degrees', () => {
  const { model, system, strategy } = openingState(PRESETS);
  const enormous = {
    model: model.value,
    system: { ...system.value, networks: Array.from({ length: 64 }, () => system.value.networks[0]) },
    strategy: { ...strategy.value, tensor_par: 526188236, pipeline_par: 999999984, data_par: 735134400 },
  } as Design;

  it('is not tried in every two ways, which would take minutes', () => {
    expect(strategyNeighbours(enormous.model, enormous.system, enormous.strategy).length).toBeGreaterThan(100);
    // a hang shows as the time limit of a test
    expect(Array.isArray(fittingAdvice(enormous))).toBe(true);
  });
});
