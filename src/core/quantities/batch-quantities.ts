import type { BatchMemory, BatchTime, Efficiency, OffloadBandwidth } from '../batch/batch-cost.js';
import type { Quantity, QuantityGroup, QuantityUnit } from './quantity.js';
import { CALCULON } from './quantity.js';

const ofTime = (id: string, calculon: string, field: keyof BatchTime, label: string, meaning: string, formula: string, group: QuantityGroup = 'batch time', unit: QuantityUnit = 'seconds'): Quantity => ({
  id, calculon, label, unit, group, meaning, formula, source: CALCULON, value: ({ time }) => time[field],
});
const ofMemory = (id: string, calculon: string, field: keyof BatchMemory, label: string, meaning: string, formula: string, group: QuantityGroup = 'memory'): Quantity => ({
  id, calculon, label, unit: 'bytes', group, meaning, formula, source: CALCULON, value: ({ memory }) => memory[field],
});
const ofOffload = (id: string, calculon: string, field: keyof OffloadBandwidth, label: string, meaning: string, formula: string): Quantity => ({
  id, calculon, label, unit: 'bytes-per-second', group: 'bandwidth needed', meaning, formula, source: CALCULON, value: ({ offload }) => offload[field],
});
const ofEfficiency = (id: string, calculon: string, field: keyof Efficiency, label: string, unit: QuantityUnit, meaning: string, formula: string): Quantity => ({
  id, calculon, label, unit, group: 'efficiency', meaning, formula, source: CALCULON, value: ({ efficiency }) => efficiency[field],
});

/** Bytes on the pipeline and data-parallel networks. */
export const TRAFFIC_SIZES: readonly Quantity[] = [
  ofTime('pipeline-forward-bytes', 'block_fw_pp_size', 'pipelineForwardBytes', 'Forward PP bytes', 'What a stage sends on for one microbatch and chunk.', 'b·s·h·B, ÷ t where the exchange is split; 0 for p = 1', 'block traffic', 'bytes'),
  ofTime('pipeline-backward-bytes', 'block_bw_pp_size', 'pipelineBackwardBytes', 'Backward PP bytes', 'What a stage sends back for one microbatch and chunk.', 'as forward; 0 when not training', 'block traffic', 'bytes'),
  ofTime('data-bytes', 'block_dp_size', 'dataBytes', 'DP bytes', 'Gradients of one block on the data-parallel network.', 'block weights if d > 1 and training, else 0', 'block traffic', 'bytes'),
];

export const DATA_OVERLAP_BANDWIDTHS: readonly Quantity[] = [
  ofTime('data-overlap-chunk-bandwidth', 'dp_bw_overlap_req_chunk', 'dataOverlapChunkBytesPerSecond', 'DP overlap bandwidth needed, chunks', 'Bandwidth that would hide the gradients’ reduction behind the chunks that follow; 0 where there is no window.', 'k·W·scalar / ((p·w_c + p·c_c·u − [x_b if PP shares the tier])·(v − 1))', 'bandwidth needed', 'bytes-per-second'),
  ofTime('data-overlap-tail-bandwidth', 'dp_bw_overlap_req_tail', 'dataOverlapTailBytesPerSecond', 'DP overlap bandwidth needed, tail', 'Bandwidth that would hide the last chunk’s reduction behind its own backward pass; 0 where there is no window.', 'k·W·scalar / (w_l + (k − 1)·D·u)', 'bandwidth needed', 'bytes-per-second'),
];

const kept = (id: string, calculon: string, field: keyof BatchMemory, label: string, formula: string): Quantity =>
  ofMemory(id, calculon, field, label, `What stays on HBM of ${label.toLowerCase().replace(' kept', '')} when they are offloaded.`, formula, 'memory kept on tier 1');

/** What stays on tier 1 of each class when it is offloaded. */
export const KEPT_SPACES: readonly Quantity[] = [
  kept('weight-memory-kept', 'weight_space_with_offload', 'weightKeptBytes', 'Weights kept', '2·W'),
  kept('activation-memory-kept', 'act_space_with_offload', 'activationKeptBytes', 'Activations kept', 'A_w + A_s; A_w under full recompute'),
  { ...kept('checkpoint-memory-kept', 'act_checkpoint_size_with_offload', 'checkpointKeptBytes', 'Checkpoints kept', '2·cp under full recompute; none without training'), value: ({ memory, strategy }) => (strategy.training ? memory.checkpointKeptBytes : null) },
  kept('activation-gradient-memory-kept', 'act_grad_space_with_offload', 'activationGradientKeptBytes', 'Activation gradients kept', 'A_g: they never move'),
  kept('weight-gradient-memory-kept', 'weight_grad_space_with_offload', 'weightGradientKeptBytes', 'Weight gradients kept', 'W_g32 + W_g'),
  kept('optimizer-memory-kept', 'optimizer_space_with_offload', 'optimizerKeptBytes', 'Optimizer state kept', '2·O'),
];

/** Memory by class, wherever it lives. */
export const SPACES: readonly Quantity[] = [
  ofMemory('weight-memory', 'weight_space', 'weightBytes', 'Weights', 'Weights of all blocks of a stage.', 'q·W'),
  ofMemory('activation-memory', 'act_space', 'activationBytes', 'Activations', 'One block’s working set and the activations stored for microbatches in flight.', 'A_w + A_s·(q·φ − 1); A_w under full recompute or without training'),
  ofMemory('checkpoint-memory', 'act_checkpoint_size', 'checkpointBytes', 'Checkpoints', 'Block inputs kept for microbatches in flight under full recompute.', 'q·cp·φ'),
  ofMemory('activation-gradient-memory', 'act_grad_space', 'activationGradientBytes', 'Activation gradients', 'Activation gradients of the block whose backward pass runs.', 'A_g'),
  ofMemory('weight-gradient-memory', 'weight_grad_space', 'weightGradientBytes', 'Weight gradients', 'One block’s gradients before reduction, the others’ after it.', 'W_g32 + W_g·(q − 1)'),
  ofMemory('optimizer-memory', 'optimizer_space', 'optimizerBytes', 'Optimizer state', 'Adam’s state and master weights of all blocks of a stage.', 'q·O'),
];

/** The parts of a batch's time and its total. */
export const TIMES: readonly Quantity[] = [
  ofTime('forward-time', 'fw_time', 'forwardSeconds', 'Forward', 'Forward passes of all microbatches.', 'q·m·t_fw'),
  ofTime('backward-time', 'bw_time', 'backwardSeconds', 'Backward', 'Backward passes of all microbatches.', 'q·m·(t_ag + t_wg)'),
  ofTime('optimizer-time', 'optim_step_time', 'optimizerSeconds', 'Optimizer', 'The weight update, once a batch.', 'q·t_opt'),
  ofTime('recompute-time', 'recompute_time', 'recomputeSeconds', 'Recompute', 'Forward work repeated in the backward pass.', 'q·m·t_re'),
  ofTime('recommunication-link', 'recomm_link_time', 'recommunicationLinkSeconds', 'Recommunication link', 'Link time of repeated exchanges.', 'm·v·((k − 1)·base + edge)'),
  ofTime('recommunication-exposed', 'recomm_exposed_time', 'recommunicationExposedSeconds', 'Recommunication', 'Repeated exchanges that nothing hides.', 'm·v·((k − 1)·base + edge)'),
  ofTime('bubble-time', 'bubble_time', 'bubbleSeconds', 'Bubble', 'Time a processor waits while the pipeline fills and drains.', '(p − 1 + E)·(C_f + C_b) − red'),
  ofTime('tensor-link', 'tp_comm_link_time', 'tensorLinkSeconds', 'TP link', 'Link time of tensor-parallel exchanges.', 'm·v·((k − 1)·base + edge), forward and backward'),
  ofTime('pipeline-link', 'pp_comm_link_time', 'pipelineLinkSeconds', 'PP link', 'Link time of messages between stages.', 'm·v·(x_f + x_b); 0 for p = 1'),
  ofTime('data-link', 'dp_comm_link_time', 'dataLinkSeconds', 'DP link', 'Link time of the gradients’ reduction.', 'q·D'),
  ofTime('tensor-exposed', 'tp_comm_exposed_time', 'tensorExposedSeconds', 'TP', 'Tensor-parallel exchanges that nothing hides.', 'm·v·((k − 1)·base + edge), forward and backward'),
  ofTime('pipeline-exposed', 'pp_comm_exposed_time', 'pipelineExposedSeconds', 'PP', 'Messages between stages; none are hidden.', 'm·v·(x_f + x_b); 0 for p = 1'),
  ofTime('data-exposed', 'dp_comm_exposed_time', 'dataExposedSeconds', 'DP', 'Gradients’ reduction that nothing hides.', 'q·D without overlap; D + chunks + tail with it'),
  ofTime('forward-offload-exposed', 'fw_offload_exposed_time', 'forwardOffloadExposedSeconds', 'Forward offload', 'Offload traffic of the forward pass that nothing hides.', 'm·v·((k − 1)·base + edge) of max(0, o_f + memory time − F⁰)'),
  ofTime('backward-offload-exposed', 'bw_offload_exposed_time', 'backwardOffloadExposedSeconds', 'Backward offload', 'Offload traffic of the backward pass that nothing hides.', 'm·v·((k − 1)·base + edge) of max(0, o_b + memory times − G⁰)'),
  ofTime('total-time', 'total_time', 'totalSeconds', 'Batch time', 'Time of one batch: the sum of its eleven parts.', 'forward + backward + optimizer + offload + recompute + recommunication + bubble + TP + PP + DP'),
];

export const OFFLOAD_BANDWIDTHS: readonly Quantity[] = [
  ofOffload('activation-offload-bandwidth', 'act_offload_bw_req', 'activationBytesPerSecond', 'Activation offload bandwidth needed', 'Bandwidth of the offload tier that would hide moving activations, offloaded or not.', '(A_s or cp) / min(F⁰ − forward memory time)'),
  ofOffload('weight-offload-bandwidth', 'weight_offload_bw_req', 'weightBytesPerSecond', 'Weight offload bandwidth needed', 'Bandwidth of the offload tier that would hide moving weights, offloaded or not.', 'W / min(F⁰ − forward memory time)'),
  ofOffload('optimizer-offload-bandwidth', 'optim_offload_bw_req', 'optimizerBytesPerSecond', 'Optimizer offload bandwidth needed', 'Bandwidth of the offload tier that would hide moving weight gradients and optimizer state.', '(W_g + O) / min(G⁰ − backward memory times)'),
  ofOffload('offload-bandwidth', 'offload_mem_bw_req', 'totalBytesPerSecond', 'Offload bandwidth needed', 'Bandwidth of the offload tier that would hide all that is offloaded.', 'max(forward bytes / forward window, backward bytes / backward window)'),
];

export const CAPACITIES: readonly Quantity[] = [
  ofMemory('tier1-memory', 'proc_mem_tier1_cap_req', 'tier1Bytes', 'HBM used', 'Memory one processor needs on tier 1.', 'Σ of the classes, each at what it keeps where it is offloaded', 'capacity'),
  ofMemory('tier2-memory', 'proc_mem_tier2_cap_req', 'tier2Bytes', 'Offload tier used', 'Memory one processor needs on tier 2.', 'weights; activations or checkpoints; q·(W_g + O) — of those offloaded', 'capacity'),
];

export const EFFICIENCIES: readonly Quantity[] = [
  ofEfficiency('useful-flop', 'useful_flops', 'usefulFlop', 'Useful FLOP', 'flop', 'Model FLOP of one block and microbatch, recomputation left out.', 'U = forward + activation gradient + weight gradient + optimizer'),
  ofEfficiency('compute-efficiency', 'compute_efficiency', 'computeEfficiency', 'Compute efficiency', 'fraction', 'How near the matrix peak the compute time comes.', '(q·m·U / peak) / (forward + backward + optimizer)'),
  ofEfficiency('system-efficiency', 'system_efficiency', 'systemEfficiency', 'System efficiency', 'fraction', 'Share of the batch time that is useful compute.', '(forward + backward + optimizer) / total'),
  ofEfficiency('mfu', 'total_efficiency', 'totalEfficiency', 'MFU', 'fraction', 'Model FLOP utilisation: useful FLOP over what the matrix engines could do in the whole batch.', '(q·m·U / peak) / total'),
  ofEfficiency('sample-rate', 'sample_rate', 'sampleRate', 'Sample rate', 'samples-per-second', 'Samples a second of the whole machine.', 'batch / total'),
];
