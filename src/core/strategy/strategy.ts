import type {
  AttentionType,
  Datatype,
  RecomputeMode,
  StrategyInput,
  TensorCommunication,
  TensorOverlap,
} from '../inputs/design.js';

/** How a model is laid out over a machine: Calculon's "execution". Symbols N, t, p, d, b, v. */
export interface Strategy {
  readonly processors: number;
  readonly tensorParallel: number;
  readonly pipelineParallel: number;
  readonly dataParallel: number;
  /** Index of the network tier each kind of traffic uses. */
  readonly tensorTier: number;
  readonly pipelineTier: number;
  readonly dataTier: number;
  /** Samples in a global batch. */
  readonly batch: number;
  /** Samples in a microbatch. */
  readonly microbatch: number;
  readonly datatype: Datatype;
  readonly fusedActivation: boolean;
  readonly attention: AttentionType;
  readonly recompute: RecomputeMode;
  readonly interleaving: number;
  readonly optimizerSharding: boolean;
  readonly tensorCommunication: TensorCommunication;
  readonly tensorOverlap: TensorOverlap;
  readonly repeatAllGather: boolean;
  readonly dataOverlap: boolean;
  readonly weightOffload: boolean;
  readonly activationOffload: boolean;
  readonly optimizerOffload: boolean;
  readonly training: boolean;
}

/** The core's record of a Calculon execution file. */
export function readStrategy(input: StrategyInput): Strategy {
  return {
    processors: input.num_procs,
    tensorParallel: input.tensor_par,
    pipelineParallel: input.pipeline_par,
    dataParallel: input.data_par,
    tensorTier: input.tensor_par_net,
    pipelineTier: input.pipeline_par_net,
    dataTier: input.data_par_net,
    batch: input.batch_size,
    microbatch: input.microbatch_size,
    datatype: input.datatype,
    fusedActivation: input.fused_activation,
    attention: input.attention_type,
    recompute: input.activation_recompute,
    interleaving: input.pipeline_interleaving,
    optimizerSharding: input.optimizer_sharding,
    tensorCommunication: input.tensor_par_comm_type,
    tensorOverlap: input.tensor_par_overlap,
    repeatAllGather: input.seq_par_ag_redo,
    dataOverlap: input.data_par_overlap,
    weightOffload: input.weight_offload,
    activationOffload: input.activations_offload,
    optimizerOffload: input.optimizer_offload,
    training: input.training,
  };
}

/** q = ⌈L/p⌉: blocks of the fullest stage of a pipeline. */
export const blocksPerStage = (blocks: number, stages: number): number => Math.ceil(blocks / stages);

/** Microbatches m each replica runs in a batch. */
export const microbatches = (s: Pick<Strategy, 'batch' | 'dataParallel' | 'microbatch'>): number =>
  s.batch / (s.dataParallel * s.microbatch);
