import type { BatchTime } from '../batch/batch-cost.js';
import type { Quantity, QuantityGroup, QuantityUnit } from './quantity.js';
import { CALCULON } from './quantity.js';

const ofTime = (
  id: string,
  calculon: string,
  field: keyof BatchTime,
  label: string,
  meaning: string,
  group: QuantityGroup = 'batch time',
  unit: QuantityUnit = 'seconds',
): Quantity => ({
  id,
  calculon,
  label,
  unit,
  group,
  meaning,
  source: CALCULON,
  value: ({ time }) => time[field],
});

/** Bytes on the pipeline and data-parallel networks. */
export const TRAFFIC_SIZES: readonly Quantity[] = [
  ofTime(
    'pipeline-forward-bytes',
    'block_fw_pp_size',
    'pipelineForwardBytes',
    'Forward PP bytes',
    'What a stage sends on for one microbatch and chunk.',
    'block traffic',
    'bytes',
  ),
  ofTime(
    'pipeline-backward-bytes',
    'block_bw_pp_size',
    'pipelineBackwardBytes',
    'Backward PP bytes',
    'What a stage sends back for one microbatch and chunk.',
    'block traffic',
    'bytes',
  ),
  ofTime(
    'data-bytes',
    'block_dp_size',
    'dataBytes',
    'DP bytes',
    'Gradients of one block on the data-parallel network.',
    'block traffic',
    'bytes',
  ),
];

export const DATA_OVERLAP_BANDWIDTHS: readonly Quantity[] = [
  ofTime(
    'data-overlap-chunk-bandwidth',
    'dp_bw_overlap_req_chunk',
    'dataOverlapChunkBytesPerSecond',
    'DP overlap bandwidth needed, chunks',
    'Bandwidth that would hide the gradients’ reduction behind the chunks that follow; 0 where there is no window.',
    'bandwidth needed, by the reference',
    'bytes-per-second',
  ),
  ofTime(
    'data-overlap-tail-bandwidth',
    'dp_bw_overlap_req_tail',
    'dataOverlapTailBytesPerSecond',
    'DP overlap bandwidth needed, tail',
    'Bandwidth that would hide the last chunk’s reduction behind its own backward pass; 0 where there is no window.',
    'bandwidth needed, by the reference',
    'bytes-per-second',
  ),
];

/** The parts of a batch's time and its total. */
export const TIMES: readonly Quantity[] = [
  ofTime('forward-time', 'fw_time', 'forwardSeconds', 'Forward', 'Forward passes of all microbatches.'),
  ofTime('backward-time', 'bw_time', 'backwardSeconds', 'Backward', 'Backward passes of all microbatches.'),
  ofTime('optimizer-time', 'optim_step_time', 'optimizerSeconds', 'Optimizer', 'The weight update, once a batch.'),
  ofTime(
    'recompute-time',
    'recompute_time',
    'recomputeSeconds',
    'Recompute',
    'Forward work repeated in the backward pass.',
  ),
  ofTime(
    'recommunication-link',
    'recomm_link_time',
    'recommunicationLinkSeconds',
    'Recommunication link',
    'Link time of repeated exchanges.',
  ),
  ofTime(
    'recommunication-exposed',
    'recomm_exposed_time',
    'recommunicationExposedSeconds',
    'Recommunication',
    'Repeated exchanges that nothing hides.',
  ),
  ofTime(
    'bubble-time',
    'bubble_time',
    'bubbleSeconds',
    'Bubble',
    'Time a processor waits while the pipeline fills and drains.',
  ),
  ofTime('tensor-link', 'tp_comm_link_time', 'tensorLinkSeconds', 'TP link', 'Link time of tensor-parallel exchanges.'),
  ofTime(
    'pipeline-link',
    'pp_comm_link_time',
    'pipelineLinkSeconds',
    'PP link',
    'Link time of messages between stages.',
  ),
  ofTime(
    'data-link',
    'dp_comm_link_time',
    'dataLinkSeconds',
    'DP link',
    'Link time of the gradients’ reduction; with a sharded optimizer, of reduce-scatter and all-gather.',
  ),
  ofTime(
    'tensor-exposed',
    'tp_comm_exposed_time',
    'tensorExposedSeconds',
    'TP',
    'Tensor-parallel exchanges that nothing hides.',
  ),
  ofTime(
    'pipeline-exposed',
    'pp_comm_exposed_time',
    'pipelineExposedSeconds',
    'PP',
    'Messages between stages; none are hidden.',
  ),
  ofTime(
    'data-exposed',
    'dp_comm_exposed_time',
    'dataExposedSeconds',
    'DP',
    'What nothing hides of the gradients’ reduction; with a sharded optimizer, of reduce-scatter and all-gather.',
  ),
  ofTime(
    'forward-offload-exposed',
    'fw_offload_exposed_time',
    'forwardOffloadExposedSeconds',
    'Forward offload',
    'Offload traffic of the forward pass that nothing hides.',
  ),
  ofTime(
    'backward-offload-exposed',
    'bw_offload_exposed_time',
    'backwardOffloadExposedSeconds',
    'Backward offload',
    'Offload traffic of the backward pass that nothing hides.',
  ),
  ofTime('total-time', 'total_time', 'totalSeconds', 'Batch time', 'Time of one batch: the sum of its eleven parts.'),
];
