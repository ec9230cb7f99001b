import type { BlockCost } from '../block/block-cost.js';
import type { Strategy } from '../strategy/strategy.js';
import type { BatchTime } from './batch-cost.js';
import { bubbleSeconds } from './bubble.js';
import type { DataParallel } from './data-parallel.js';
import type { PassTime } from './pass-time.js';
import type { PipelineTraffic } from './pipeline-traffic.js';
import type { Schedule } from './schedule.js';
import { perBatch } from './schedule.js';

/** Where one batch's time goes. The eleven exposed parts add up to the total. */
export function batchTime(
  block: BlockCost,
  schedule: Schedule,
  pass: PassTime,
  traffic: PipelineTraffic,
  data: DataParallel,
  strategy: Strategy,
): BatchTime {
  const blockPasses = schedule.blocksPerStage * schedule.microbatches;
  const forwardSeconds = blockPasses * block.forwardSeconds;
  const backwardSeconds = blockPasses * (block.agradSeconds + block.wgradSeconds);
  const recomputeSeconds = blockPasses * block.recomputeSeconds;
  const optimizerSeconds = schedule.blocksPerStage * block.optimizerSeconds;

  const forwardOffloadExposedSeconds = perBatch(
    schedule,
    pass.baseForwardOffloadSeconds,
    pass.edgeForwardOffloadSeconds,
  );
  const backwardOffloadExposedSeconds = perBatch(
    schedule,
    pass.baseBackwardOffloadSeconds,
    pass.edgeBackwardOffloadSeconds,
  );
  const tensorLinkSeconds = perBatch(
    schedule,
    block.baseForwardTensorSeconds + block.baseBackwardTensorSeconds,
    block.edgeForwardTensorSeconds + block.edgeBackwardTensorSeconds,
  );
  const tensorExposedSeconds = perBatch(
    schedule,
    block.baseForwardTensorExposedSeconds + block.baseBackwardTensorExposedSeconds,
    block.edgeForwardTensorExposedSeconds + block.edgeBackwardTensorExposedSeconds,
  );
  const recommunicationLinkSeconds = perBatch(
    schedule,
    block.baseRecommunicationSeconds,
    block.edgeRecommunicationSeconds,
  );
  const recommunicationExposedSeconds = perBatch(
    schedule,
    block.baseRecommunicationExposedSeconds,
    block.edgeRecommunicationExposedSeconds,
  );
  const messages = schedule.stages > 1 ? schedule.microbatches * schedule.chunks : 0;
  const pipelineSeconds =
    messages * traffic.forwardSeconds + (strategy.training ? messages * traffic.backwardSeconds : 0);
  const bubble = bubbleSeconds(schedule, pass);

  return {
    forwardSeconds,
    backwardSeconds,
    optimizerSeconds,
    forwardOffloadExposedSeconds,
    backwardOffloadExposedSeconds,
    recomputeSeconds,
    recommunicationLinkSeconds,
    recommunicationExposedSeconds,
    bubbleSeconds: bubble,
    tensorLinkSeconds,
    tensorExposedSeconds,
    pipelineLinkSeconds: pipelineSeconds,
    pipelineExposedSeconds: pipelineSeconds,
    dataLinkSeconds: data.linkSeconds,
    dataExposedSeconds: data.exposedSeconds,
    totalSeconds:
      forwardSeconds +
      backwardSeconds +
      optimizerSeconds +
      forwardOffloadExposedSeconds +
      backwardOffloadExposedSeconds +
      recomputeSeconds +
      recommunicationExposedSeconds +
      bubble +
      tensorExposedSeconds +
      pipelineSeconds +
      data.exposedSeconds,
    dataOverlapChunkBytesPerSecond: data.chunkBytesPerSecond,
    dataOverlapTailBytesPerSecond: data.tailBytesPerSecond,
    pipelineForwardBytes: traffic.forwardBytes,
    pipelineBackwardBytes: traffic.backwardBytes,
    dataBytes: data.blockBytes,
  };
}
