import type { BlockCost } from '../block/block-cost.js';
import type { Bytes, BytesPerSecond, Fraction, Seconds } from '../quantities/units.js';
import type { Strategy } from '../strategy/strategy.js';
import { collectiveSeconds } from '../system/collective.js';
import type { Network } from '../system/system.js';
import type { PassTime } from './pass-time.js';
import type { Schedule } from './schedule.js';
import { perChunk } from './schedule.js';

/** Gradients are reduced once a batch, where there are several replicas and a backward pass. */
export const reducesGradients = (strategy: Pick<Strategy, 'dataParallel' | 'training'>): boolean =>
  strategy.dataParallel > 1 && strategy.training;

/** D: link time of one block's gradients, by reduce-scatter and all-gather when the optimizer is sharded, else all-reduce. */
export function blockReductionSeconds(network: Network, bytes: Bytes, members: number, sharded: boolean): Seconds {
  return sharded
    ? collectiveSeconds(network, 'reduce_scatter', bytes, members) +
        collectiveSeconds(network, 'all_gather', bytes, members)
    : collectiveSeconds(network, 'all_reduce', bytes, members);
}

/** What of a block's backward pass the reduction can hide behind, and how much it computes meanwhile. */
export interface OverlapWindow {
  baseSeconds: Seconds;
  edgeSeconds: Seconds;
  computeSeconds: Seconds;
  /** The weight update: part of the window where it is not sharded, since each block updates once it is reduced. */
  updateSeconds: Seconds;
}

export const newOverlapWindow = (): OverlapWindow => ({
  baseSeconds: 0,
  edgeSeconds: 0,
  computeSeconds: 0,
  updateSeconds: 0,
});

/** The window w and compute c of one block; `sharesTensorTier` where its exchanges are on the same network. */
export function overlapWindow(
  out: OverlapWindow,
  block: BlockCost,
  pass: PassTime,
  sharded: boolean,
  sharesTensorTier: boolean,
): OverlapWindow {
  const memory = block.agradMemorySeconds + block.wgradMemorySeconds + block.recomputeMemorySeconds;
  const baseTensor = sharesTensorTier ? block.baseRecommunicationSeconds + block.baseBackwardTensorSeconds : 0;
  const edgeTensor = sharesTensorTier ? block.edgeRecommunicationSeconds + block.edgeBackwardTensorSeconds : 0;
  out.updateSeconds = sharded ? 0 : block.optimizerSeconds - block.optimizerMemorySeconds;
  out.baseSeconds = pass.baseBackwardSeconds - memory + out.updateSeconds - baseTensor;
  out.edgeSeconds = pass.edgeBackwardSeconds - memory + out.updateSeconds - edgeTensor;
  out.computeSeconds =
    block.agradFlopSeconds +
    block.wgradFlopSeconds +
    block.recomputeFlopSeconds +
    (sharded ? 0 : block.optimizerFlopSeconds);
  return out;
}

/** What of a reduction stays exposed: its overhang where positive, else what it takes from the compute it hides behind. */
const exposedOf = (inflection: Seconds, reduction: Seconds, usage: Fraction): Seconds =>
  inflection > 0 ? inflection : reduction * usage;

/** w_l: the window of the last chunk, what is left of its own backward pass after the first block is done. */
function tailWindowSeconds(
  schedule: Schedule,
  pass: PassTime,
  window: OverlapWindow,
  pipelineMessage: Seconds,
): Seconds {
  if (schedule.blocksPerChunk === 1) return 0;
  const averageBackward = (pass.baseBackwardSeconds + pass.edgeBackwardSeconds) / 2;
  const chunkWindow = perChunk(schedule, window.baseSeconds, window.edgeSeconds);
  return chunkWindow - pipelineMessage - averageBackward + window.updateSeconds;
}

/** Chunk reduction less its window of p microbatches, which it shares with messages on a tier of the pipeline. */
function chunkInflection(
  schedule: Schedule,
  pass: PassTime,
  window: OverlapWindow,
  blockReduction: Seconds,
  pipelineMessage: Seconds,
  usage: Fraction,
  sharesPipelineTier: boolean,
): Seconds {
  const { blocksPerChunk, stages, microbatches } = schedule;
  const reduction = blocksPerChunk * blockReduction;
  const chunkWindow = perChunk(schedule, window.baseSeconds, window.edgeSeconds);
  const chunkCompute = blocksPerChunk * window.computeSeconds;
  const chunkBackward = perChunk(schedule, pass.baseBackwardSeconds, pass.edgeBackwardSeconds);
  const collisions = sharesPipelineTier
    ? Math.min(Math.floor(reduction / chunkBackward), microbatches % stages || stages)
    : 0;
  return reduction - (stages * chunkWindow - collisions * pipelineMessage) + stages * chunkCompute * usage;
}

/** Reduction of the last chunk, but for its last block, less what is left of its own backward pass. */
const tailInflection = (
  schedule: Schedule,
  pass: PassTime,
  window: OverlapWindow,
  blockReduction: Seconds,
  pipelineMessage: Seconds,
  usage: Fraction,
): Seconds =>
  (schedule.blocksPerChunk - 1) * blockReduction +
  window.computeSeconds * usage -
  tailWindowSeconds(schedule, pass, window, pipelineMessage);

/**
 * Exposed time of a batch's reduction with overlap. Every chunk but the last hides behind the p microbatches of the
 * chunk that runs after it, less the messages it collides with on a tier shared with the pipeline; the last chunk
 * hides behind its own backward pass; the last block's reduction hides behind nothing.
 */
export function overlappedReductionSeconds(
  schedule: Schedule,
  pass: PassTime,
  window: OverlapWindow,
  blockReduction: Seconds,
  pipelineMessage: Seconds,
  usage: Fraction,
  sharesPipelineTier: boolean,
): Seconds {
  const { blocksPerChunk, chunks } = schedule;
  const chunk = chunkInflection(schedule, pass, window, blockReduction, pipelineMessage, usage, sharesPipelineTier);
  const tail = tailInflection(schedule, pass, window, blockReduction, pipelineMessage, usage);
  return (
    blockReduction +
    (chunks - 1) * exposedOf(chunk, blocksPerChunk * blockReduction, usage) +
    exposedOf(tail, (blocksPerChunk - 1) * blockReduction, usage)
  );
}

/** What of the exposed time more bandwidth, or more to hide behind, would hide. */
export interface OverlapOverhang {
  readonly chunkOverhangSeconds: Seconds;
  readonly tailOverhangSeconds: Seconds;
}

/** The overhangs of a batch: of the chunks that hide behind a later one, and of the last chunk but for its last block. */
export function overlapOverhang(
  schedule: Schedule,
  pass: PassTime,
  window: OverlapWindow,
  blockReduction: Seconds,
  pipelineMessage: Seconds,
  usage: Fraction,
  sharesPipelineTier: boolean,
): OverlapOverhang {
  const chunk = chunkInflection(schedule, pass, window, blockReduction, pipelineMessage, usage, sharesPipelineTier);
  const tail = tailInflection(schedule, pass, window, blockReduction, pipelineMessage, usage);
  return {
    chunkOverhangSeconds: (schedule.chunks - 1) * Math.max(0, chunk),
    // One block has nothing but itself to reduce.
    tailOverhangSeconds: schedule.blocksPerChunk === 1 ? 0 : Math.max(0, tail),
  };
}

/** Bytes/s that would hide the reduction behind the chunks, and behind the last chunk. */
export interface OverlapBandwidth {
  readonly chunkBytesPerSecond: BytesPerSecond;
  readonly tailBytesPerSecond: BytesPerSecond;
}

/** Bandwidth the data-parallel network would need; 0 where there is no window to hide in, as the reference has it. */
export function overlapBandwidth(
  schedule: Schedule,
  pass: PassTime,
  window: OverlapWindow,
  network: Network,
  blockBytes: Bytes,
  blockReduction: Seconds,
  pipelineMessage: Seconds,
  sharesPipelineTier: boolean,
  sharded: boolean,
): OverlapBandwidth {
  const { blocksPerChunk, chunks, stages } = schedule;
  const { reduce_scatter, all_gather, all_reduce } = network.collectives;
  const scalar = sharded ? reduce_scatter[0] + all_gather[0] : all_reduce[0];
  const usage = network.processorUsage;
  const bytes = blocksPerChunk * blockBytes * scalar;
  const chunkWindow = perChunk(schedule, window.baseSeconds, window.edgeSeconds);
  const chunkCompute = blocksPerChunk * window.computeSeconds;
  const message = sharesPipelineTier ? pipelineMessage : 0;
  const tailWindow = tailWindowSeconds(schedule, pass, window, pipelineMessage);
  const bandwidthOver = (seconds: Seconds): BytesPerSecond => (seconds <= 0 ? 0 : bytes / seconds);
  return {
    chunkBytesPerSecond: bandwidthOver((stages * chunkWindow + stages * chunkCompute * usage - message) * (chunks - 1)),
    tailBytesPerSecond: bandwidthOver(tailWindow + (blocksPerChunk - 1) * blockReduction * usage),
  };
}
