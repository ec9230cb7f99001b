import type { RecomputeMode, TensorCommunication, TensorOverlap } from '../inputs/design.js';
import { divisors } from '../strategy/divisors.js';
import { endpointsOnTier, fillsTier, fitsTier } from '../strategy/feasibility.js';
import type { Strategy } from '../strategy/strategy.js';
import type { System } from '../system/system.js';
import type { Bounds, SearchRequest } from './request.js';

/** Which network tier each kind of traffic uses, and whether the groups fit there. */
export interface TierChoice {
  readonly tensorTier: number;
  readonly pipelineTier: number;
  readonly dataTier: number;
  readonly fit: 'fits' | 'network_size' | 'network_not_filled';
}

export interface ExchangeChoice {
  readonly tensorCommunication: TensorCommunication;
  readonly repeatAllGather: boolean;
}

export interface OffloadFlags {
  readonly weightOffload: boolean;
  readonly activationOffload: boolean;
  readonly optimizerOffload: boolean;
}

/** The choices that depend on the recompute mode. */
export interface RecomputeBranch {
  readonly recompute: RecomputeMode;
  readonly exchanges: readonly ExchangeChoice[];
  readonly offloads: readonly OffloadFlags[];
  /** Strategies of this branch for one interleaving, and how many come before it. */
  readonly size: number;
  readonly offset: number;
}

/**
 * All strategies of one (t, p, d): a product of lists. A strategy's place in the space is
 * `first + interleaving·sizePerInterleaving + branch.offset + …`, in the reference's order of nesting.
 */
export interface SearchGroup {
  readonly tensorParallel: number;
  readonly pipelineParallel: number;
  readonly dataParallel: number;
  readonly batch: number;
  readonly interleavings: readonly number[];
  readonly shardings: readonly boolean[];
  readonly dataOverlaps: readonly boolean[];
  readonly tensorOverlaps: readonly TensorOverlap[];
  readonly fusions: readonly boolean[];
  readonly microbatches: readonly number[];
  readonly tiers: readonly TierChoice[];
  readonly branches: readonly RecomputeBranch[];
  readonly sizePerInterleaving: number;
  readonly size: number;
  /** Place of the group's first strategy in the whole space. */
  readonly first: number;
}

export interface SearchSpace {
  readonly request: SearchRequest;
  readonly groups: readonly SearchGroup[];
  /** Strategies in the space. */
  readonly size: number;
}

const within = (bounds: Bounds, value: number): boolean => value >= bounds.min && value <= bounds.max;

/** The space of a request: its groups in the reference's order. Cheap: it lists choices, not strategies. */
export function searchSpace(request: SearchRequest): SearchSpace {
  const groups: SearchGroup[] = [];
  let size = 0;
  for (const [t, p, d] of searchDegrees(request)) {
    const group = searchGroup(request, t, p, d, size);
    if (group.size === 0) continue;
    groups.push(group);
    size += group.size;
  }
  return { request, groups, size };
}

/** The degrees (t, p, d) of a space, in the reference's order. */
export function* searchDegrees(request: SearchRequest): Generator<readonly [t: number, p: number, d: number], void> {
  const { model, processors, options, maxBatch } = request;
  for (const t of divisors(processors)) {
    if (!within(options.tensorParallel, t)) continue;
    if (model.hidden % t !== 0 || model.heads % t !== 0 || model.feedforward % t !== 0) continue;
    for (const p of divisors(processors / t)) {
      if (model.blocks % p !== 0 || !within(options.pipelineParallel, p)) continue;
      const d = processors / (t * p);
      if (d <= maxBatch && within(options.dataParallel, d)) yield [t, p, d];
    }
  }
}

function searchGroup(request: SearchRequest, t: number, p: number, d: number, first: number): SearchGroup {
  const { model, system, options, maxBatch } = request;
  const batch = Math.floor(maxBatch / d) * d;
  const replicated = (allowed: readonly boolean[]): readonly boolean[] =>
    d > 1 ? allowed : allowed.filter((choice) => !choice);
  const interleavings = p === 1 ? [1] : divisors(model.blocks / p);
  const lists = {
    interleavings: interleavings.filter((v) => within(options.interleaving, v)),
    shardings: replicated(options.optimizerSharding),
    dataOverlaps: replicated(options.dataOverlap),
    tensorOverlaps: t > 1 ? options.tensorOverlap : options.tensorOverlap.filter((overlap) => overlap === 'none'),
    fusions: options.fusedActivation,
    microbatches: divisors(batch / d).filter(
      (b) => (b * model.sequenceLength) % t === 0 && within(options.microbatch, b),
    ),
    tiers: tierChoices(request, t, p, d),
  };
  const perExchange =
    lists.shardings.length *
    lists.dataOverlaps.length *
    lists.tensorOverlaps.length *
    lists.fusions.length *
    lists.microbatches.length *
    lists.tiers.length;
  const branches: RecomputeBranch[] = [];
  let offset = 0;
  for (const recompute of options.recompute) {
    const exchanges = exchangeChoices(request, recompute);
    const offloads = offloadChoices(request, system, recompute);
    const size = perExchange * exchanges.length * offloads.length;
    branches.push({ recompute, exchanges, offloads, size, offset });
    offset += size;
  }
  return {
    tensorParallel: t,
    pipelineParallel: p,
    dataParallel: d,
    batch,
    ...lists,
    branches,
    sizePerInterleaving: offset,
    size: offset * lists.interleavings.length,
    first,
  };
}

function tierChoices(request: SearchRequest, t: number, p: number, d: number): TierChoice[] {
  const { networks } = request.system;
  const all = networks.map((_, tier) => tier);
  const allowed = (degree: number, tiers: readonly number[] | null): readonly number[] =>
    degree > 1 ? (tiers ?? all).filter((tier) => tier < networks.length) : [0];
  const { tensorTiers, pipelineTiers, dataTiers } = request.options;
  return allowed(t, tensorTiers).flatMap((tensorTier) =>
    allowed(p, pipelineTiers).flatMap((pipelineTier) =>
      allowed(d, dataTiers).map((dataTier) => {
        const mapped = { tensorTier, pipelineTier, dataTier, tensorParallel: t, pipelineParallel: p, dataParallel: d };
        const endpoints = networks.map((_, tier) => endpointsOnTier(mapped, tier));
        const fits = networks.every((network, tier) => fitsTier(network, endpoints[tier] ?? 1));
        const fills = networks.every((network, tier) => fillsTier(network, endpoints[tier] ?? 1));
        return {
          tensorTier,
          pipelineTier,
          dataTier,
          fit: !fits ? 'network_size' : fills ? 'fits' : 'network_not_filled',
        };
      }),
    ),
  );
}

function exchangeChoices({ options }: SearchRequest, recompute: RecomputeMode): ExchangeChoice[] {
  return options.tensorCommunication.flatMap((tensorCommunication) =>
    options.repeatAllGather
      .filter((redo) => !redo || (tensorCommunication === 'rs_ag' && recompute !== 'full'))
      .map((repeatAllGather) => ({ tensorCommunication, repeatAllGather })),
  );
}

function offloadChoices({ options }: SearchRequest, system: System, recompute: RecomputeMode): OffloadFlags[] {
  const has = system.memory2.capacityBytes > 0;
  const allowed = (choices: readonly boolean[], possible: boolean): readonly boolean[] =>
    possible ? choices : choices.filter((choice) => !choice);
  return allowed(options.weightOffload, has).flatMap((weightOffload) =>
    allowed(options.activationOffload, has && recompute !== 'full').flatMap((activationOffload) =>
      allowed(options.optimizerOffload, has).map((optimizerOffload) => ({
        weightOffload,
        activationOffload,
        optimizerOffload,
      })),
    ),
  );
}

/**
 * The strategy at a place of the space.
 * @throws if there is none there.
 */
export function strategyAt(space: SearchSpace, place: number): Strategy {
  const group = space.groups.findLast((each) => each.first <= place);
  if (group === undefined || place >= group.first + group.size)
    throw new RangeError(`no strategy ${place} in the space`);
  let rest = place - group.first;
  const interleaving = at(group.interleavings, Math.floor(rest / group.sizePerInterleaving));
  rest %= group.sizePerInterleaving;
  const branch = group.branches.findLast((each) => each.offset <= rest && each.size > 0) as RecomputeBranch;
  rest -= branch.offset;
  // Innermost first: each step takes one list's digit off the mixed-radix number that is left.
  const next = <T>(list: readonly T[]): T => {
    const choice = at(list, rest % list.length);
    rest = Math.floor(rest / list.length);
    return choice;
  };
  const { tensorTier, pipelineTier, dataTier } = next(group.tiers);
  const microbatch = next(group.microbatches);
  const fusedActivation = next(group.fusions);
  const offload = next(branch.offloads);
  const tensorOverlap = next(group.tensorOverlaps);
  const dataOverlap = next(group.dataOverlaps);
  const exchange = next(branch.exchanges);
  const optimizerSharding = next(group.shardings);
  return {
    processors: space.request.processors,
    tensorParallel: group.tensorParallel,
    pipelineParallel: group.pipelineParallel,
    dataParallel: group.dataParallel,
    tensorTier,
    pipelineTier,
    dataTier,
    batch: group.batch,
    microbatch,
    datatype: space.request.datatype,
    fusedActivation,
    attention: 'multihead',
    recompute: branch.recompute,
    interleaving,
    optimizerSharding,
    ...exchange,
    tensorOverlap,
    dataOverlap,
    ...offload,
    training: true,
  };
}

const at = <T>(list: readonly T[], index: number): T => list[index] as T;
