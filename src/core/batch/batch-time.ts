import type { BlockCost } from '../block/block-cost.js';
import type { Seconds } from '../quantities/units.js';
import type { BatchTime } from './batch-cost.js';
import { bubbleSeconds } from './bubble.js';
import type { PassTime } from './pass-time.js';
import type { PipelineTraffic } from './pipeline-traffic.js';
import type { Schedule } from './schedule.js';
import { perBatch } from './schedule.js';

/** Every part of a batch's time but the gradients' reduction, and their sum. */
export type TimeWithoutReduction = Pick<
  BatchTime,
  | 'forwardSeconds'
  | 'backwardSeconds'
  | 'optimizerSeconds'
  | 'forwardOffloadExposedSeconds'
  | 'backwardOffloadExposedSeconds'
  | 'recomputeSeconds'
  | 'recommunicationExposedSeconds'
  | 'bubbleSeconds'
  | 'tensorExposedSeconds'
  | 'pipelineExposedSeconds'
> & { withoutReductionSeconds: Seconds };

export const newTimeWithoutReduction = (): TimeWithoutReduction => ({
  forwardSeconds: 0,
  backwardSeconds: 0,
  optimizerSeconds: 0,
  forwardOffloadExposedSeconds: 0,
  backwardOffloadExposedSeconds: 0,
  recomputeSeconds: 0,
  recommunicationExposedSeconds: 0,
  bubbleSeconds: 0,
  tensorExposedSeconds: 0,
  pipelineExposedSeconds: 0,
  withoutReductionSeconds: 0,
});

/** Where a batch's time goes before its gradients are reduced. */
export function timeWithoutReduction(
  out: TimeWithoutReduction,
  block: BlockCost,
  schedule: Schedule,
  pass: PassTime,
  traffic: PipelineTraffic,
): TimeWithoutReduction {
  const blockPasses = schedule.blocksPerStage * schedule.microbatches;
  out.forwardSeconds = blockPasses * block.forwardSeconds;
  out.backwardSeconds = blockPasses * (block.agradSeconds + block.wgradSeconds);
  out.recomputeSeconds = blockPasses * block.recomputeSeconds;
  out.optimizerSeconds = schedule.blocksPerStage * block.optimizerSeconds;
  out.forwardOffloadExposedSeconds = perBatch(schedule, pass.baseForwardOffloadSeconds, pass.edgeForwardOffloadSeconds);
  out.backwardOffloadExposedSeconds = perBatch(
    schedule,
    pass.baseBackwardOffloadSeconds,
    pass.edgeBackwardOffloadSeconds,
  );
  out.tensorExposedSeconds = perBatch(
    schedule,
    block.baseForwardTensorExposedSeconds + block.baseBackwardTensorExposedSeconds,
    block.edgeForwardTensorExposedSeconds + block.edgeBackwardTensorExposedSeconds,
  );
  out.recommunicationExposedSeconds = perBatch(
    schedule,
    block.baseRecommunicationExposedSeconds,
    block.edgeRecommunicationExposedSeconds,
  );
  out.pipelineExposedSeconds = pipelineSeconds(schedule, traffic);
  out.bubbleSeconds = bubbleSeconds(schedule, pass);
  out.withoutReductionSeconds =
    out.forwardSeconds +
    out.backwardSeconds +
    out.optimizerSeconds +
    out.forwardOffloadExposedSeconds +
    out.backwardOffloadExposedSeconds +
    out.recomputeSeconds +
    out.recommunicationExposedSeconds +
    out.bubbleSeconds +
    out.tensorExposedSeconds +
    out.pipelineExposedSeconds;
  return out;
}

/** Messages of a batch between stages, all exposed. Without training nothing comes back, not even a latency. */
function pipelineSeconds(schedule: Schedule, traffic: PipelineTraffic): Seconds {
  if (schedule.stages === 1) return 0;
  const returns = traffic.backwardBytes > 0 ? traffic.backwardSeconds : 0;
  return schedule.microbatches * schedule.chunks * (traffic.forwardSeconds + returns);
}

/** Link times of a batch's exchanges, hidden or not. */
export function linkSeconds(block: BlockCost, schedule: Schedule): { tensor: Seconds; recommunication: Seconds } {
  return {
    tensor: perBatch(
      schedule,
      block.baseForwardTensorSeconds + block.baseBackwardTensorSeconds,
      block.edgeForwardTensorSeconds + block.edgeBackwardTensorSeconds,
    ),
    recommunication: perBatch(schedule, block.baseRecommunicationSeconds, block.edgeRecommunicationSeconds),
  };
}
