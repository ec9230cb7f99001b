import type { BlockCost } from '../block/block-cost.js';
import type { Bytes, BytesPerSecond, Seconds } from '../quantities/units.js';
import type { Strategy } from '../strategy/strategy.js';
import type { Network } from '../system/system.js';
import {
  blockReductionSeconds,
  newOverlapWindow,
  overlapBandwidth,
  overlapOverhang,
  overlapWindow,
  overlappedReductionSeconds,
  reducesGradients,
} from './data-parallel.js';
import type { PassTime } from './pass-time.js';
import type { PipelineTraffic } from './pipeline-traffic.js';
import type { Schedule } from './schedule.js';

/** Reduction of one batch's gradients over the data-parallel replicas. */
export interface DataParallel {
  /** Bytes of one block on the network. */
  readonly blockBytes: Bytes;
  readonly linkSeconds: Seconds;
  readonly exposedSeconds: Seconds;
  /** With overlap: what of the exposed time the chunks and the last chunk have beyond their windows. */
  readonly chunkOverhangSeconds: Seconds;
  readonly tailOverhangSeconds: Seconds;
  readonly chunkBytesPerSecond: BytesPerSecond;
  readonly tailBytesPerSecond: BytesPerSecond;
}

const NOT_HIDDEN = { chunkOverhangSeconds: 0, tailOverhangSeconds: 0, chunkBytesPerSecond: 0, tailBytesPerSecond: 0 };

/** All there is to say about the gradients' reduction; nothing with one replica or without training. */
export function dataParallel(
  block: BlockCost,
  schedule: Schedule,
  pass: PassTime,
  traffic: PipelineTraffic,
  network: Network,
  strategy: Strategy,
): DataParallel {
  if (!reducesGradients(strategy)) {
    return { blockBytes: 0, linkSeconds: 0, exposedSeconds: 0, ...NOT_HIDDEN };
  }
  const { optimizerSharding, dataTier, tensorTier, pipelineTier } = strategy;
  const blockBytes = block.weightBytes;
  const reduction = blockReductionSeconds(network, blockBytes, strategy.dataParallel, optimizerSharding);
  const linkSeconds = schedule.blocksPerStage * reduction;
  if (!strategy.dataOverlap) {
    return { blockBytes, linkSeconds, exposedSeconds: linkSeconds, ...NOT_HIDDEN };
  }
  const window = overlapWindow(newOverlapWindow(), block, pass, optimizerSharding, dataTier === tensorTier);
  const message = traffic.backwardSeconds;
  const sharesPipelineTier = dataTier === pipelineTier;
  const usage = network.processorUsage;
  return {
    blockBytes,
    linkSeconds,
    exposedSeconds: overlappedReductionSeconds(schedule, pass, window, reduction, message, usage, sharesPipelineTier),
    ...overlapOverhang(schedule, pass, window, reduction, message, usage, sharesPipelineTier),
    ...overlapBandwidth(
      schedule,
      pass,
      window,
      network,
      blockBytes,
      reduction,
      message,
      sharesPipelineTier,
      optimizerSharding,
    ),
  };
}
