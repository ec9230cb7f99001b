/**
 * A design is what a person edits: a model, a system and a strategy, each as the Calculon JSON file
 * of that kind has it, in the units people type (GiB, GB/s, TFLOP/s). Keeping inputs as typed makes
 * files and links round-trip without loss; `readTransformer`, `readSystem` and `readStrategy` turn
 * them into the core's own SI records.
 */
export const DATATYPES = ['float8', 'float16', 'bfloat16', 'float32'] as const;
export type Datatype = (typeof DATATYPES)[number];

export const ATTENTION_TYPES = ['multihead', 'multiquery'] as const;
export type AttentionType = (typeof ATTENTION_TYPES)[number];

export const RECOMPUTE_MODES = ['full', 'attn_only', 'none'] as const;
export type RecomputeMode = (typeof RECOMPUTE_MODES)[number];

export const TENSOR_COMMUNICATIONS = ['ar', 'p2p_rs_ag', 'rs_ag'] as const;
export type TensorCommunication = (typeof TENSOR_COMMUNICATIONS)[number];

export const TENSOR_OVERLAPS = ['none', 'ring', 'pipe'] as const;
export type TensorOverlap = (typeof TENSOR_OVERLAPS)[number];

export const PROCESSING_MODES = ['roofline', 'no_overlap'] as const;
export type ProcessingMode = (typeof PROCESSING_MODES)[number];

export const COLLECTIVES = ['p2p', 'reduce_scatter', 'all_gather', 'all_reduce'] as const;
export type Collective = (typeof COLLECTIVES)[number];

export interface ModelInput {
  readonly hidden: number;
  readonly feedforward: number;
  readonly seq_size: number;
  readonly attn_heads: number;
  readonly attn_size: number;
  readonly num_blocks: number;
}

/** [threshold, efficiency] in falling order of threshold, the last threshold 0. */
export type EfficiencyCurve = readonly (readonly [threshold: number, efficiency: number])[];

export interface EngineInput {
  readonly tflops: number;
  /** Thresholds in GFLOP of one operation. */
  readonly gflops_efficiency: EfficiencyCurve;
}

export interface MemoryInput {
  readonly GiB: number;
  readonly GBps: number;
  /** Thresholds in MB (10^6 bytes) of one transfer. */
  readonly MB_efficiency: EfficiencyCurve;
}

/** [scalar, offset]: S bytes over n members cost S·scalar·(1 + offset/n); an offset of null is 0. */
export type CollectiveLaw = readonly [scalar: number, offset: number | null];

export interface NetworkInput {
  /** GB/s in one direction. */
  readonly bandwidth: number;
  readonly efficiency: number;
  /** Most endpoints. */
  readonly size: number;
  /** Seconds. */
  readonly latency: number;
  readonly ops: Readonly<Record<Collective, CollectiveLaw>>;
  readonly must_be_filled: boolean;
  /** Share of compute lost while the network is busy, 0 ≤ u < 1. */
  readonly processor_usage: number;
}

export type EngineInputs = Readonly<Partial<Record<Datatype, EngineInput>>>;

export interface SystemInput {
  readonly matrix: EngineInputs;
  readonly vector: EngineInputs;
  readonly mem1: MemoryInput;
  readonly mem2: MemoryInput;
  readonly processing_mode: ProcessingMode;
  readonly networks: readonly NetworkInput[];
}

export interface StrategyInput {
  readonly num_procs: number;
  readonly tensor_par: number;
  readonly pipeline_par: number;
  readonly data_par: number;
  readonly tensor_par_net: number;
  readonly pipeline_par_net: number;
  readonly data_par_net: number;
  readonly batch_size: number;
  readonly microbatch_size: number;
  readonly datatype: Datatype;
  readonly fused_activation: boolean;
  readonly attention_type: AttentionType;
  readonly activation_recompute: RecomputeMode;
  readonly pipeline_interleaving: number;
  readonly optimizer_sharding: boolean;
  readonly tensor_par_comm_type: TensorCommunication;
  readonly tensor_par_overlap: TensorOverlap;
  readonly seq_par_ag_redo: boolean;
  readonly data_par_overlap: boolean;
  readonly weight_offload: boolean;
  readonly activations_offload: boolean;
  readonly optimizer_offload: boolean;
  readonly training: boolean;
}

export interface Design {
  readonly model: ModelInput;
  readonly system: SystemInput;
  readonly strategy: StrategyInput;
}

/** The three parts of a design, each of which has presets and files of its own. */
export type DesignPart = keyof Design;
