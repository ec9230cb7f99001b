import type { StrategyInput } from '../inputs/design.js';
import type { Strategy } from './strategy.js';

/** The Calculon execution of a core strategy, its keys in Calculon's order: the inverse of `readStrategy`. */
export function writeStrategy(strategy: Strategy): StrategyInput {
  return {
    num_procs: strategy.processors,
    tensor_par: strategy.tensorParallel,
    pipeline_par: strategy.pipelineParallel,
    data_par: strategy.dataParallel,
    tensor_par_net: strategy.tensorTier,
    pipeline_par_net: strategy.pipelineTier,
    data_par_net: strategy.dataTier,
    batch_size: strategy.batch,
    microbatch_size: strategy.microbatch,
    datatype: strategy.datatype,
    fused_activation: strategy.fusedActivation,
    attention_type: strategy.attention,
    activation_recompute: strategy.recompute,
    pipeline_interleaving: strategy.interleaving,
    optimizer_sharding: strategy.optimizerSharding,
    tensor_par_comm_type: strategy.tensorCommunication,
    tensor_par_overlap: strategy.tensorOverlap,
    seq_par_ag_redo: strategy.repeatAllGather,
    data_par_overlap: strategy.dataOverlap,
    weight_offload: strategy.weightOffload,
    activations_offload: strategy.activationOffload,
    optimizer_offload: strategy.optimizerOffload,
    training: strategy.training,
  };
}
