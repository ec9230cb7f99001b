import type { Datatype, RecomputeMode, TensorCommunication, TensorOverlap } from '../inputs/design.js';
import type { Objective } from '../inputs/search-input.js';
import type { Bytes } from '../quantities/units.js';
import type { Transformer } from '../model/transformer.js';
import type { System } from '../system/system.js';

/** Values a whole-number field may take. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * Which options a search tries, each list in the order of enumeration. Rules between options (sharding needs d > 1 …)
 * are the space's own; this only narrows.
 */
export interface SearchOptions {
  readonly tensorParallel: Bounds;
  readonly pipelineParallel: Bounds;
  readonly dataParallel: Bounds;
  readonly interleaving: Bounds;
  readonly microbatch: Bounds;
  readonly recompute: readonly RecomputeMode[];
  readonly optimizerSharding: readonly boolean[];
  readonly tensorCommunication: readonly TensorCommunication[];
  readonly repeatAllGather: readonly boolean[];
  readonly dataOverlap: readonly boolean[];
  readonly tensorOverlap: readonly TensorOverlap[];
  readonly weightOffload: readonly boolean[];
  readonly activationOffload: readonly boolean[];
  readonly optimizerOffload: readonly boolean[];
  readonly fusedActivation: readonly boolean[];
  /** Network tiers each kind of traffic may use; null for every tier. */
  readonly tensorTiers: readonly number[] | null;
  readonly pipelineTiers: readonly number[] | null;
  readonly dataTiers: readonly number[] | null;
}

const ANY: Bounds = { min: 1, max: Number.POSITIVE_INFINITY };
const BOTH: readonly boolean[] = [true, false];

/** The whole space, as the reference enumerates it. */
export const ALL_OPTIONS: SearchOptions = {
  tensorParallel: ANY,
  pipelineParallel: ANY,
  dataParallel: ANY,
  interleaving: ANY,
  microbatch: ANY,
  recompute: ['full', 'attn_only', 'none'],
  optimizerSharding: BOTH,
  tensorCommunication: ['ar', 'p2p_rs_ag', 'rs_ag'],
  repeatAllGather: BOTH,
  dataOverlap: BOTH,
  tensorOverlap: ['none', 'ring', 'pipe'],
  weightOffload: BOTH,
  activationOffload: BOTH,
  optimizerOffload: BOTH,
  fusedActivation: BOTH,
  tensorTiers: null,
  pipelineTiers: null,
  dataTiers: null,
};

/** What to search: every strategy of `processors` for a model on a system, training, multi-head. */
export interface SearchRequest {
  readonly model: Transformer;
  readonly system: System;
  readonly processors: number;
  /** The largest global batch; each d uses the largest multiple of d below it. */
  readonly maxBatch: number;
  readonly datatype: Datatype;
  readonly options: SearchOptions;
  /**
   * Once a microbatch size has no feasible strategy over the network tiers, larger ones of that list are skipped and
   * not counted.
   */
  readonly microbatchBreak: boolean;
  /**
   * What the best strategy is the best at. `rate`: samples/s. `mfu`: useful FLOP over peak. `rate_per_processor`:
   * samples/s of one processor. `least_hbm`: ranked by rate; `leastHbmRow` then finds the strategy.
   */
  readonly objective: Objective;
  /** Use at most this much HBM, below what there is; null for all of it. */
  readonly hbmLimitBytes: Bytes | null;
  /** Leave out strategies below this rate, in samples/s; 0 for none. */
  readonly leastRate: number;
}

/** HBM a strategy may use: what there is, or less where the request says so. */
export const hbmBytesOf = ({ system, hbmLimitBytes }: Pick<SearchRequest, 'system' | 'hbmLimitBytes'>): Bytes =>
  Math.min(system.memory1.capacityBytes, hbmLimitBytes ?? Number.POSITIVE_INFINITY);
