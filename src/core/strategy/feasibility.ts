import type { BatchMemory } from '../batch/batch-cost.js';
import type { Transformer } from '../model/transformer.js';
import type { Network, System } from '../system/system.js';
import { countedName } from '../quantities/counted.js';
import { capacityWords } from './reason-words.js';
import type { InfeasibleCode, Reason, ReasonField } from './reasons.js';
import { blocksPerStage, type Strategy } from './strategy.js';

/** Fewer blocks than this on a stage leave nothing to offload: two are always at work. */
export const LEAST_BLOCKS_TO_OFFLOAD = 3;

/** Product of the degrees mapped to a tier: the endpoints one group of it needs. */
export function endpointsOnTier(
  strategy: Pick<
    Strategy,
    'tensorTier' | 'pipelineTier' | 'dataTier' | 'tensorParallel' | 'pipelineParallel' | 'dataParallel'
  >,
  tier: number,
): number {
  return (
    (strategy.tensorTier === tier ? strategy.tensorParallel : 1) *
    (strategy.pipelineTier === tier ? strategy.pipelineParallel : 1) *
    (strategy.dataTier === tier ? strategy.dataParallel : 1)
  );
}

export const fitsTier = (network: Network, endpoints: number): boolean => endpoints <= network.endpoints;

/** A tier that must be filled takes only groups that divide its size. */
export const fillsTier = (network: Network, endpoints: number): boolean =>
  !network.mustBeFilled || network.endpoints % endpoints === 0;

export const offloadsAnything = (
  strategy: Pick<Strategy, 'weightOffload' | 'activationOffload' | 'optimizerOffload'>,
): boolean => strategy.weightOffload || strategy.activationOffload || strategy.optimizerOffload;

/** Every limit of the machine that a valid strategy breaks, in the reference's order. */
export function infeasibleReasons(
  model: Transformer,
  system: System,
  strategy: Strategy,
  memory: BatchMemory,
): readonly Reason<InfeasibleCode>[] {
  const sizes: Reason<InfeasibleCode>[] = [];
  const fillings: Reason<InfeasibleCode>[] = [];
  system.networks.forEach((network, tier) => {
    const endpoints = endpointsOnTier(strategy, tier);
    const fields = mappedFields(strategy, tier);
    if (!fitsTier(network, endpoints)) {
      sizes.push({
        code: 'network_size',
        message: `Network tier ${tier} needs ${endpoints} endpoints in one group; it has ${network.endpoints}.`,
        allowed: `at most ${network.endpoints}`,
        fields: [...fields, { part: 'system', path: `networks.${tier}.size` }],
        actual: endpoints,
        limit: network.endpoints,
      });
    }
    if (!fillsTier(network, endpoints)) {
      fillings.push({
        code: 'network_not_filled',
        message: `Network tier ${tier} must be filled exactly: groups of ${endpoints} do not divide its ${network.endpoints} ${countedName(network.endpoints, 'endpoints')}.`,
        allowed: `a divisor of ${network.endpoints}`,
        fields: [...fields, { part: 'system', path: `networks.${tier}.must_be_filled` }],
        actual: endpoints,
        limit: network.endpoints,
      });
    }
  });
  return [
    ...sizes,
    ...fillings,
    ...tooFewBlocks(model, strategy),
    ...overCapacity('tier1_capacity', 'HBM', 'mem1.GiB', memory.tier1Bytes, system.memory1.capacityBytes),
    ...overCapacity('tier2_capacity', 'The offload tier', 'mem2.GiB', memory.tier2Bytes, system.memory2.capacityBytes),
  ];
}

function mappedFields(strategy: Strategy, tier: number): ReasonField[] {
  const fields: ReasonField[] = [];
  if (strategy.tensorTier === tier) fields.push({ part: 'strategy', path: 'tensor_par' });
  if (strategy.pipelineTier === tier) fields.push({ part: 'strategy', path: 'pipeline_par' });
  if (strategy.dataTier === tier) fields.push({ part: 'strategy', path: 'data_par' });
  return fields;
}

function tooFewBlocks(model: Transformer, strategy: Strategy): Reason<InfeasibleCode>[] {
  const blocks = blocksPerStage(model.blocks, strategy.pipelineParallel);
  if (!offloadsAnything(strategy) || blocks >= LEAST_BLOCKS_TO_OFFLOAD) return [];
  const switches: readonly (readonly [boolean, string])[] = [
    [strategy.weightOffload, 'weight_offload'],
    [strategy.activationOffload, 'activations_offload'],
    [strategy.optimizerOffload, 'optimizer_offload'],
  ];
  return [
    {
      code: 'offload_needs_blocks',
      message: `Offloading needs at least ${LEAST_BLOCKS_TO_OFFLOAD} blocks on a stage; there ${blocks === 1 ? 'is 1' : `are ${blocks}`}.`,
      allowed: `at least ${LEAST_BLOCKS_TO_OFFLOAD} blocks on a stage`,
      fields: [
        { part: 'strategy', path: 'pipeline_par' },
        ...switches.filter(([on]) => on).map(([, path]): ReasonField => ({ part: 'strategy', path })),
      ],
      actual: blocks,
      limit: LEAST_BLOCKS_TO_OFFLOAD,
    },
  ];
}

function overCapacity(
  code: InfeasibleCode,
  name: string,
  path: string,
  needs: number,
  has: number,
): Reason<InfeasibleCode>[] {
  if (needs <= has) return [];
  return [
    {
      code,
      ...capacityWords(name, needs, has),
      fields: [{ part: 'system', path }],
      actual: needs,
      limit: has,
    },
  ];
}
