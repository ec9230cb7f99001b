import { blocksPerStage } from '../strategy/strategy.js';
import { BLOCK_SPACES } from './block-memory-quantities.js';
import { BLOCK_EXCHANGE_SIZES, BLOCK_TIMES, TENSOR_OVERLAP_BANDWIDTH } from './block-time-quantities.js';
import { EFFICIENCIES, OFFLOAD_BANDWIDTHS } from './efficiency-quantities.js';
import { CAPACITIES, KEPT_SPACES, SPACES } from './memory-quantities.js';
import { DATA_OVERLAP_BANDWIDTHS, TIMES, TRAFFIC_SIZES } from './time-quantities.js';
import type { Quantity } from './quantity.js';
import { CALCULON } from './quantity.js';

/** Quantities that Calculon reports, in the order of its stats: what exports and the command line write. */
export const CALCULON_QUANTITIES: readonly Quantity[] = [
  ...BLOCK_TIMES,
  ...BLOCK_EXCHANGE_SIZES,
  ...TRAFFIC_SIZES,
  TENSOR_OVERLAP_BANDWIDTH,
  ...DATA_OVERLAP_BANDWIDTHS,
  ...BLOCK_SPACES,
  ...KEPT_SPACES,
  ...SPACES,
  ...TIMES,
  ...OFFLOAD_BANDWIDTHS,
  ...CAPACITIES,
  ...EFFICIENCIES,
];

const TOKEN_RATE: Quantity = {
  id: 'token-rate',
  label: 'Token rate',
  unit: 'tokens-per-second',
  group: 'headline',
  meaning: 'Tokens a second of the whole machine.',
  source: CALCULON,
  value: ({ efficiency, model }) => efficiency.sampleRate * model.sequenceLength,
};

/** MFU as it is defined for a model, which has L blocks, not q·p: the two differ where p does not divide L. */
const OWN_MFU: Quantity = {
  id: 'own-mfu',
  label: 'MFU without padding',
  unit: 'fraction',
  group: 'efficiency',
  meaning:
    'MFU that counts the model’s own blocks only. Where p does not divide them, MFU counts q for every stage, also for those that hold one fewer.',
  source: 'Chowdhery et al. 2022 (PaLM), appendix B',
  value: ({ efficiency, model, strategy }) =>
    efficiency.totalEfficiency *
    (model.blocks / (blocksPerStage(model.blocks, strategy.pipelineParallel) * strategy.pipelineParallel)),
};

/** Every quantity of an evaluation. */
export const QUANTITIES: readonly Quantity[] = [...CALCULON_QUANTITIES, OWN_MFU, TOKEN_RATE];

const byId = new Map(QUANTITIES.map((quantity) => [quantity.id, quantity]));

/**
 * The quantity declared under `id`.
 * @throws if there is none: ids are fixed in the code, so this is a mistake of ours.
 */
export function quantity(id: string): Quantity {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no quantity "${id}"`);
  return found;
}

/** Ids of the eleven parts that add up to the batch time, in the order they are drawn. */
export const TIME_PARTS = [
  'forward-time',
  'backward-time',
  'optimizer-time',
  'bubble-time',
  'recompute-time',
  'tensor-exposed',
  'pipeline-exposed',
  'data-exposed',
  'forward-offload-exposed',
  'backward-offload-exposed',
  'recommunication-exposed',
] as const;
