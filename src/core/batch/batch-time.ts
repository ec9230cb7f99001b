import type { BlockCost } from '../block/block-cost.js';
import type { Seconds } from '../quantities/units.js';
import type { BatchTime } from './batch-cost.js';
import { bubbleSeconds } from './bubble.js';
import type { PassTime } from './pass-time.js';
import type { PipelineTraffic } from './pipeline-traffic.js';
import type { Schedule } from './schedule.js';
import { perBatch } from './schedule.js';

/** Parts of a batch's time that follow from its blocks and their schedule alone, and their sum. */
export type BlocksTime = Pick<
  BatchTime,
  | 'forwardSeconds'
  | 'backwardSeconds'
  | 'optimizerSeconds'
  | 'recomputeSeconds'
  | 'recommunicationExposedSeconds'
  | 'tensorExposedSeconds'
> & { blocksSeconds: Seconds };

export const newBlocksTime = (): BlocksTime => ({
  forwardSeconds: 0,
  backwardSeconds: 0,
  optimizerSeconds: 0,
  recomputeSeconds: 0,
  recommunicationExposedSeconds: 0,
  tensorExposedSeconds: 0,
  blocksSeconds: 0,
});

/** Computing, recomputing and the exchanges inside the blocks of a batch. */
export function blocksTime(out: BlocksTime, block: BlockCost, schedule: Schedule): BlocksTime {
  const blockPasses = schedule.blocksPerStage * schedule.microbatches;
  out.forwardSeconds = blockPasses * block.forwardSeconds;
  out.backwardSeconds = blockPasses * (block.agradSeconds + block.wgradSeconds);
  out.recomputeSeconds = blockPasses * block.recomputeSeconds;
  out.optimizerSeconds = schedule.blocksPerStage * block.optimizerSeconds;
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
  out.blocksSeconds =
    out.forwardSeconds +
    out.backwardSeconds +
    out.optimizerSeconds +
    out.recomputeSeconds +
    out.recommunicationExposedSeconds +
    out.tensorExposedSeconds;
  return out;
}

/** Parts of a batch's time that come from how passes meet the pipeline and the offload tier, and their sum. */
export type PassesTime = Pick<
  BatchTime,
  'forwardOffloadExposedSeconds' | 'backwardOffloadExposedSeconds' | 'bubbleSeconds' | 'pipelineExposedSeconds'
> & { passesSeconds: Seconds };

export const newPassesTime = (): PassesTime => ({
  forwardOffloadExposedSeconds: 0,
  backwardOffloadExposedSeconds: 0,
  bubbleSeconds: 0,
  pipelineExposedSeconds: 0,
  passesSeconds: 0,
});

/** Offloading that nothing hides, messages between stages, and waiting for the pipeline. */
export function passesTime(out: PassesTime, schedule: Schedule, pass: PassTime, traffic: PipelineTraffic): PassesTime {
  out.forwardOffloadExposedSeconds = perBatch(schedule, pass.baseForwardOffloadSeconds, pass.edgeForwardOffloadSeconds);
  out.backwardOffloadExposedSeconds = perBatch(
    schedule,
    pass.baseBackwardOffloadSeconds,
    pass.edgeBackwardOffloadSeconds,
  );
  // Messages are all exposed. Without training nothing comes back, not even a latency.
  const messages = schedule.stages === 1 ? 0 : schedule.microbatches * schedule.chunks;
  const returns = traffic.backwardBytes > 0 ? traffic.backwardSeconds : 0;
  out.pipelineExposedSeconds = messages * (traffic.forwardSeconds + returns);
  out.bubbleSeconds = bubbleSeconds(schedule, pass);
  out.passesSeconds =
    out.forwardOffloadExposedSeconds +
    out.backwardOffloadExposedSeconds +
    out.bubbleSeconds +
    out.pipelineExposedSeconds;
  return out;
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
