import type { ModelInput, StrategyInput, SystemInput } from '../inputs/design.js';
import { STRATEGY_FIELDS } from '../inputs/strategy-fields.js';
import { DEGREES, interleavingChoices } from '../strategy/degrees.js';
import type { Degree } from '../strategy/degrees.js';
import { divisors } from '../strategy/divisors.js';
import { optionChanges } from '../strategy/option-changes.js';

/** Not ways to run a workload, but another workload. */
const WORKLOAD = new Set(['datatype', 'attention_type', 'training']);
const TIERS = ['tensor_par_net', 'pipeline_par_net', 'data_par_net'] as const;

/**
 * Every strategy that one change leads to: an option set otherwise, a prime factor moved from one degree to another,
 * the next microbatch or interleaving, another network tier. What loses its meaning with the change goes off. Some of
 * them may be invalid, for a rule that the change does not settle.
 */
export function strategyNeighbours(
  model: ModelInput,
  system: SystemInput,
  strategy: StrategyInput,
): readonly StrategyInput[] {
  return [
    ...options(strategy),
    ...degreeTrades(model, strategy),
    ...microbatches(strategy),
    ...interleavings(model, strategy),
    ...TIERS.flatMap((path) =>
      system.networks.flatMap((_, tier) => (tier === strategy[path] ? [] : { ...strategy, [path]: tier })),
    ),
  ];
}

function options(strategy: StrategyInput): readonly StrategyInput[] {
  return STRATEGY_FIELDS.filter(({ path }) => !WORKLOAD.has(path)).flatMap((field) => {
    const { path } = field;
    const own = strategy[path as keyof StrategyInput];
    const values: readonly unknown[] =
      field.kind === 'switch' ? [!own] : field.kind === 'choice' ? field.options.map(({ value }) => value) : [];
    return values
      .filter((value) => value !== own)
      .map((value) => ({ ...strategy, ...optionChanges(strategy, path, value) }));
  });
}

/** Each prime factor once, rising. O(√n): asking each divisor for its own would take a thousand times as long. */
function primeFactors(n: number): readonly number[] {
  const factors: number[] = [];
  let left = n;
  for (let factor = 2; factor * factor <= left; factor++) {
    if (left % factor !== 0) continue;
    factors.push(factor);
    while (left % factor === 0) left /= factor;
  }
  return left > 1 ? [...factors, left] : factors;
}

/** Never to more pipeline stages than there are blocks: the rest would hold none. One that has more may stay or fall. */
function degreeTrades(model: ModelInput, strategy: StrategyInput): readonly StrategyInput[] {
  const mayGrow = (more: Degree, factor: number): boolean =>
    more !== 'pipeline_par' || strategy.pipeline_par * factor <= model.num_blocks;
  return DEGREES.flatMap((more) =>
    DEGREES.filter((less) => less !== more).flatMap((less) =>
      primeFactors(strategy[less])
        .filter((factor) => mayGrow(more, factor))
        .map((factor) => traded(model, strategy, more, less, factor)),
    ),
  );
}

/** The degrees changed, and what they leave no room for gone. */
function traded(model: ModelInput, strategy: StrategyInput, more: Degree, less: Degree, factor: number): StrategyInput {
  const after = { ...strategy, [more]: strategy[more] * factor, [less]: strategy[less] / factor };
  const { tensor_par: t, pipeline_par: p, data_par: d } = after;
  const chunks = interleavingChoices(model, { pipeline_par: p }).filter((v) => v <= strategy.pipeline_interleaving);
  const perReplica = strategy.batch_size / d;
  const samples = divisors(Number.isInteger(perReplica) ? perReplica : 1).filter((b) => b <= strategy.microbatch_size);
  return {
    ...after,
    pipeline_interleaving: chunks.at(-1) ?? 1,
    microbatch_size: samples.at(-1) ?? 1,
    optimizer_sharding: strategy.optimizer_sharding && d > 1,
    data_par_overlap: strategy.data_par_overlap && d > 1,
    tensor_par_overlap: t > 1 ? strategy.tensor_par_overlap : 'none',
  };
}

/** The members of a rising list on either side of a value. */
const beside = (values: readonly number[], own: number): readonly number[] =>
  [values.findLast((each) => each < own), values.find((each) => each > own)].flatMap((each) => each ?? []);

function microbatches(strategy: StrategyInput): readonly StrategyInput[] {
  const perReplica = strategy.batch_size / strategy.data_par;
  if (!Number.isInteger(perReplica)) return [];
  return beside(divisors(perReplica), strategy.microbatch_size).map((microbatch_size) => ({
    ...strategy,
    microbatch_size,
  }));
}

const interleavings = (model: ModelInput, strategy: StrategyInput): readonly StrategyInput[] =>
  beside(interleavingChoices(model, { pipeline_par: strategy.pipeline_par }), strategy.pipeline_interleaving).map(
    (pipeline_interleaving) => ({
      ...strategy,
      pipeline_interleaving,
    }),
  );
