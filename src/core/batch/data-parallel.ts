import type { BlockCost } from '../block/block-cost.js';
import type { Bytes, BytesPerSecond, Seconds } from '../quantities/units.js';
import type { Strategy } from '../strategy/strategy.js';
import { collectiveSeconds } from '../system/collective.js';
import type { Network } from '../system/system.js';
import type { PassTime } from './pass-time.js';
import type { PipelineTraffic } from './pipeline-traffic.js';
import type { Schedule } from './schedule.js';
import { perChunk } from './schedule.js';

/** Reduction of one batch's gradients over the data-parallel replicas. */
export interface DataParallel {
  /** Bytes of one block on the network. */
  blockBytes: Bytes;
  linkSeconds: Seconds;
  exposedSeconds: Seconds;
  /** Bytes/s that would hide the reduction behind the chunks, and behind the last chunk. */
  chunkBytesPerSecond: BytesPerSecond;
  tailBytesPerSecond: BytesPerSecond;
}

const NONE: DataParallel = {
  blockBytes: 0,
  linkSeconds: 0,
  exposedSeconds: 0,
  chunkBytesPerSecond: 0,
  tailBytesPerSecond: 0,
};

/** Link time of one block's gradients: reduce-scatter and all-gather when the optimizer is sharded, else all-reduce. */
function blockReductionSeconds(network: Network, strategy: Strategy, bytes: Bytes): Seconds {
  const members = strategy.dataParallel;
  return strategy.optimizerSharding
    ? collectiveSeconds(network, 'reduce_scatter', bytes, members) +
        collectiveSeconds(network, 'all_gather', bytes, members)
    : collectiveSeconds(network, 'all_reduce', bytes, members);
}

function trafficScalar(network: Network, strategy: Strategy): number {
  const { reduce_scatter, all_gather, all_reduce } = network.collectives;
  return strategy.optimizerSharding ? reduce_scatter[0] + all_gather[0] : all_reduce[0];
}

/** Time of a base or edge block's backward pass that leaves HBM free for the reduction. */
interface Window {
  readonly base: Seconds;
  readonly edge: Seconds;
}

/** Without sharding each block's weights are updated as soon as its gradients are reduced, in the same window. */
function overlapWindow(block: BlockCost, pass: PassTime, strategy: Strategy): Window {
  const memory = block.agradMemorySeconds + block.wgradMemorySeconds + block.recomputeMemorySeconds;
  const update = strategy.optimizerSharding ? 0 : block.optimizerSeconds - block.optimizerMemorySeconds;
  const sharesTier = strategy.dataTier === strategy.tensorTier;
  const baseTensor = sharesTier ? block.baseRecommunicationSeconds + block.baseBackwardTensorSeconds : 0;
  const edgeTensor = sharesTier ? block.edgeRecommunicationSeconds + block.edgeBackwardTensorSeconds : 0;
  return {
    base: pass.baseBackwardSeconds - memory + update - baseTensor,
    edge: pass.edgeBackwardSeconds - memory + update - edgeTensor,
  };
}

/** Gradients' reduction of a batch; nothing with one replica or without training. */
export function dataParallel(
  block: BlockCost,
  schedule: Schedule,
  pass: PassTime,
  traffic: PipelineTraffic,
  network: Network | undefined,
  strategy: Strategy,
): DataParallel {
  if (strategy.dataParallel === 1 || !strategy.training || network === undefined) return NONE;
  const blockBytes = block.weightBytes;
  const blockSeconds = blockReductionSeconds(network, strategy, blockBytes);
  const linkSeconds = schedule.blocksPerStage * blockSeconds;
  if (!strategy.dataOverlap) {
    return { blockBytes, linkSeconds, exposedSeconds: linkSeconds, chunkBytesPerSecond: 0, tailBytesPerSecond: 0 };
  }
  const { blocksPerChunk, chunks, stages, microbatches } = schedule;
  const usage = network.processorUsage;
  const scalar = trafficScalar(network, strategy);
  const window = overlapWindow(block, pass, strategy);
  const compute =
    block.agradFlopSeconds +
    block.wgradFlopSeconds +
    block.recomputeFlopSeconds +
    (strategy.optimizerSharding ? 0 : block.optimizerFlopSeconds);

  // All chunks but the last: hidden behind the p microbatches of the chunk that runs after it.
  const chunkWindow = perChunk(schedule, window.base, window.edge);
  const chunkCompute = blocksPerChunk * compute;
  const chunkReduction = blocksPerChunk * blockSeconds;
  const sharesPipelineTier = strategy.dataTier === strategy.pipelineTier;
  const chunkBackward = perChunk(schedule, pass.baseBackwardSeconds, pass.edgeBackwardSeconds);
  const collisions = sharesPipelineTier
    ? Math.min(Math.floor(chunkReduction / chunkBackward), microbatches % stages || stages)
    : 0;
  const chunkInflection =
    chunkReduction - (stages * chunkWindow - collisions * traffic.backwardSeconds) + stages * chunkCompute * usage;
  const chunkExposed = (chunks - 1) * (chunkInflection > 0 ? chunkInflection : chunkReduction * usage);

  // The last chunk: hidden behind what is left of its own backward pass.
  const averageBackward = (pass.baseBackwardSeconds + pass.edgeBackwardSeconds) / 2;
  const update = strategy.optimizerSharding ? 0 : block.optimizerSeconds - block.optimizerMemorySeconds;
  const tailWindow = blocksPerChunk === 1 ? 0 : chunkWindow - traffic.backwardSeconds - averageBackward + update;
  const tailReduction = (blocksPerChunk - 1) * blockSeconds;
  const tailInflection = tailReduction + compute * usage - tailWindow;
  const tailExposed = tailInflection > 0 ? tailInflection : tailReduction * usage;

  const chunkBytes = blocksPerChunk * blockBytes * scalar;
  const pipelineInWindow = sharesPipelineTier ? traffic.backwardSeconds : 0;
  return {
    blockBytes,
    linkSeconds,
    exposedSeconds: blockSeconds + chunkExposed + tailExposed,
    chunkBytesPerSecond: bandwidthOver(
      chunkBytes,
      (stages * chunkWindow + stages * chunkCompute * usage - pipelineInWindow) * (chunks - 1),
    ),
    tailBytesPerSecond: bandwidthOver(chunkBytes, tailWindow + tailReduction * usage),
  };
}

/** Bytes/s that would hide `bytes` in `window`; the reference reports 0 where there is no window to hide in. */
const bandwidthOver = (bytes: Bytes, window: Seconds): BytesPerSecond => (window <= 0 ? 0 : bytes / window);
