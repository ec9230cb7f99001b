/** What the best strategy is to be the best at; `core/search/request.ts` says how each is measured. */
export const OBJECTIVES = ['rate', 'mfu', 'rate_per_processor', 'least_hbm'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** Strategy fields a search runs through that hold whole numbers; a person may bound them. */
export const BOUNDED_FIELDS = [
  'tensor_par',
  'pipeline_par',
  'data_par',
  'pipeline_interleaving',
  'microbatch_size',
] as const;
export type BoundedField = (typeof BOUNDED_FIELDS)[number];

/** Strategy fields a search runs through that are choices or switches; a person may allow some values only. */
export const CHOSEN_FIELDS = [
  'activation_recompute',
  'optimizer_sharding',
  'tensor_par_comm_type',
  'seq_par_ag_redo',
  'data_par_overlap',
  'tensor_par_overlap',
  'weight_offload',
  'activations_offload',
  'optimizer_offload',
  'fused_activation',
  'tensor_par_net',
  'pipeline_par_net',
  'data_par_net',
] as const;
export type ChosenField = (typeof CHOSEN_FIELDS)[number];

/**
 * What a person asks of a search. Model, system, processors and datatype are the design's. Only what narrows the space is
 * in `bounds` and `allowed`; a field that is not there is free.
 */
export interface SearchInput {
  /** The largest global batch, in samples; each d uses its largest multiple below. null: the strategy's own batch. */
  readonly max_batch: number | null;
  readonly microbatch_break: boolean;
  readonly objective: Objective;
  /** For `least_hbm`: the share of the best rate a strategy must reach, 0 to 1. */
  readonly least_hbm_share: number;
  /** Use at most this much HBM; null for all there is. */
  readonly hbm_limit_GiB: number | null;
  /** Samples/s a strategy must reach; 0 for any. */
  readonly least_rate: number;
  readonly bounds: Readonly<Partial<Record<BoundedField, readonly [min: number, max: number]>>>;
  /** Values as text: `full`, `true`, `0`. */
  readonly allowed: Readonly<Partial<Record<ChosenField, readonly string[]>>>;
  /** Search again at every change of model or hardware, and follow the best strategy. */
  readonly live: boolean;
}

export const WHOLE_SEARCH: SearchInput = {
  max_batch: null,
  microbatch_break: false,
  objective: 'rate',
  least_hbm_share: 0.95,
  hbm_limit_GiB: null,
  least_rate: 0,
  bounds: {},
  allowed: {},
  live: false,
};
