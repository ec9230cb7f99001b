import { RECOMPUTE_MODES, TENSOR_COMMUNICATIONS, TENSOR_OVERLAPS } from '../inputs/design.js';
import type { Design } from '../inputs/design.js';
import { WHOLE_SEARCH } from '../inputs/search-input.js';
import type { BoundedField, ChosenField, SearchInput } from '../inputs/search-input.js';
import { readTransformer } from '../model/transformer.js';
import { GIBIBYTE } from '../quantities/constants.js';
import { grouped } from '../quantities/grouped.js';
import { readSystem } from '../system/system.js';
import { ALL_OPTIONS } from './request.js';
import type { Bounds, SearchRequest } from './request.js';
import { searchDegrees } from './space.js';

/** The core's request of a search a person asks for on a design. */
export function readSearchRequest(design: Design, input: SearchInput): SearchRequest {
  const { strategy } = design;
  const bounds = (field: BoundedField): Bounds => {
    const [min, max] = input.bounds[field] ?? [1, Number.POSITIVE_INFINITY];
    return { min, max };
  };
  const among = <T extends string | boolean>(field: ChosenField, values: readonly T[]): readonly T[] => {
    const allowed = input.allowed[field];
    return allowed === undefined ? values : values.filter((value) => allowed.includes(String(value)));
  };
  const tiers = (field: ChosenField): readonly number[] | null => input.allowed[field]?.map(Number) ?? null;
  return {
    model: readTransformer(design.model),
    system: readSystem(design.system),
    processors: strategy.num_procs,
    maxBatch: input.max_batch ?? strategy.batch_size,
    datatype: strategy.datatype,
    options: {
      tensorParallel: bounds('tensor_par'),
      pipelineParallel: bounds('pipeline_par'),
      dataParallel: bounds('data_par'),
      interleaving: bounds('pipeline_interleaving'),
      microbatch: bounds('microbatch_size'),
      recompute: among('activation_recompute', RECOMPUTE_MODES),
      optimizerSharding: among('optimizer_sharding', ALL_OPTIONS.optimizerSharding),
      tensorCommunication: among('tensor_par_comm_type', TENSOR_COMMUNICATIONS),
      repeatAllGather: among('seq_par_ag_redo', ALL_OPTIONS.repeatAllGather),
      dataOverlap: among('data_par_overlap', ALL_OPTIONS.dataOverlap),
      tensorOverlap: among('tensor_par_overlap', TENSOR_OVERLAPS),
      weightOffload: among('weight_offload', ALL_OPTIONS.weightOffload),
      activationOffload: among('activations_offload', ALL_OPTIONS.activationOffload),
      optimizerOffload: among('optimizer_offload', ALL_OPTIONS.optimizerOffload),
      fusedActivation: among('fused_activation', ALL_OPTIONS.fusedActivation),
      tensorTiers: tiers('tensor_par_net'),
      pipelineTiers: tiers('pipeline_par_net'),
      dataTiers: tiers('data_par_net'),
    },
    microbatchBreak: input.microbatch_break,
    objective: input.objective,
    hbmLimitBytes: input.hbm_limit_GiB === null ? null : input.hbm_limit_GiB * GIBIBYTE,
    leastRate: input.least_rate,
  };
}

/** More combinations of tiers than any real machine has: four tiers make 64. */
const MOST_TIER_CHOICES = 4096;
/** More combinations of degrees than numbers of processors and blocks that anyone builds have. */
const MOST_DEGREES = 20_000;

/** Why a search cannot even start, as sentences; empty when it can. A space without strategies is an answer, not a problem. */
export function searchProblems(design: Design, input: SearchInput = WHOLE_SEARCH): string[] {
  const problems = engineProblems(design);
  return problems.length > 0 ? problems : sizeProblems(readSearchRequest(design, input));
}

/** The lists of a space are kept in memory, the strategies are not: only the lists can be too long. */
function sizeProblems(request: SearchRequest): string[] {
  const { tensorTiers, pipelineTiers, dataTiers } = request.options;
  const all = request.system.networks.length;
  const tierChoices = [tensorTiers, pipelineTiers, dataTiers].reduce((product, tiers) => {
    return product * (tiers?.filter((tier) => tier < all).length ?? all);
  }, 1);
  if (tierChoices > MOST_TIER_CHOICES) {
    return [
      `${all} network tiers can carry a strategy’s traffic in ${grouped(tierChoices)} ways; a search takes up to ${grouped(MOST_TIER_CHOICES)}. Allow fewer tiers for tensor, pipeline or data traffic.`,
    ];
  }
  let degrees = 0;
  for (const _ of searchDegrees(request)) {
    if (++degrees <= MOST_DEGREES) continue;
    return [
      `There are more than ${grouped(MOST_DEGREES)} ways to split ${grouped(request.processors)} processors; bound the tensor, pipeline or data degree.`,
    ];
  }
  return [];
}

function engineProblems(design: Design): string[] {
  if (design.system.networks.length === 0)
    return ['The system has no network tier, and every strategy names one. Add a tier.'];
  const { matrix, vector } = design.system;
  const { datatype } = design.strategy;
  if (matrix[datatype] !== undefined && vector[datatype] !== undefined) return [];
  const usable = Object.keys(readSystem(design.system).engines);
  return [
    `The system has no matrix and vector engine for ${datatype}. Choose ${usable.join(' or ') || 'a system that has one'}.`,
  ];
}
