import type { BlockCost } from '../block/block-cost.js';
import type { Strategy } from '../strategy/strategy.js';
import type { Seconds } from '../quantities/units.js';
import type { System } from '../system/system.js';
import { transferSeconds } from '../system/throughput.js';
import { backwardOffloadBytes, forwardOffloadBytes } from './offload.js';
import type { PipelineTraffic } from './pipeline-traffic.js';

/**
 * Times of one block's forward and backward pass, base and edge: first *bare* (with the exposed exchanges, F⁰ and
 * G⁰ in docs/model.md), then with what offloading adds beyond them (F and G).
 */
export interface PassTime {
  baseForwardBareSeconds: Seconds;
  edgeForwardBareSeconds: Seconds;
  baseBackwardBareSeconds: Seconds;
  edgeBackwardBareSeconds: Seconds;
  baseForwardOffloadSeconds: Seconds;
  edgeForwardOffloadSeconds: Seconds;
  baseBackwardOffloadSeconds: Seconds;
  edgeBackwardOffloadSeconds: Seconds;
  baseForwardSeconds: Seconds;
  edgeForwardSeconds: Seconds;
  baseBackwardSeconds: Seconds;
  edgeBackwardSeconds: Seconds;
}

/** Offloading hides in a pass but for the time its own memory traffic takes; what does not fit is exposed. */
const offloadOverhead = (offload: Seconds, memory: Seconds, pass: Seconds): Seconds =>
  Math.max(0, offload + memory - pass);

/** Passes of one block and microbatch. Not training there is no backward offloading to wait for. */
export function passTime(block: BlockCost, traffic: PipelineTraffic, system: System, strategy: Strategy): PassTime {
  const baseForwardBareSeconds = block.forwardSeconds + block.baseForwardTensorExposedSeconds;
  const edgeForwardBareSeconds = block.forwardSeconds + block.edgeForwardTensorExposedSeconds + traffic.forwardSeconds;
  const backward = block.recomputeSeconds + block.agradSeconds + block.wgradSeconds;
  const baseBackwardBareSeconds =
    backward + block.baseRecommunicationExposedSeconds + block.baseBackwardTensorExposedSeconds;
  const edgeBackwardBareSeconds =
    backward +
    block.edgeRecommunicationExposedSeconds +
    block.edgeBackwardTensorExposedSeconds +
    traffic.backwardSeconds;

  const bandwidth = system.memory2.bandwidth;
  const forwardOffload = transferSeconds(bandwidth, forwardOffloadBytes(block, strategy));
  const backwardOffload = transferSeconds(bandwidth, backwardOffloadBytes(block, strategy));
  const backwardMemory = block.agradMemorySeconds + block.wgradMemorySeconds;
  const baseForwardOffloadSeconds = offloadOverhead(forwardOffload, block.forwardMemorySeconds, baseForwardBareSeconds);
  const edgeForwardOffloadSeconds = offloadOverhead(forwardOffload, block.forwardMemorySeconds, edgeForwardBareSeconds);
  const baseBackwardOffloadSeconds = strategy.training
    ? offloadOverhead(backwardOffload, backwardMemory, baseBackwardBareSeconds)
    : 0;
  const edgeBackwardOffloadSeconds = strategy.training
    ? offloadOverhead(backwardOffload, backwardMemory, edgeBackwardBareSeconds)
    : 0;
  return {
    baseForwardBareSeconds,
    edgeForwardBareSeconds,
    baseBackwardBareSeconds,
    edgeBackwardBareSeconds,
    baseForwardOffloadSeconds,
    edgeForwardOffloadSeconds,
    baseBackwardOffloadSeconds,
    edgeBackwardOffloadSeconds,
    baseForwardSeconds: baseForwardBareSeconds + baseForwardOffloadSeconds,
    edgeForwardSeconds: edgeForwardBareSeconds + edgeForwardOffloadSeconds,
    baseBackwardSeconds: baseBackwardBareSeconds + baseBackwardOffloadSeconds,
    edgeBackwardSeconds: edgeBackwardBareSeconds + edgeBackwardOffloadSeconds,
  };
}
