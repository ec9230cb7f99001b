import type { BlockCost } from '../block/block-cost.js';
import type { Seconds } from '../quantities/units.js';
import type { OffloadTraffic } from './offload.js';
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

export const newPassTime = (): PassTime => ({
  baseForwardBareSeconds: 0,
  edgeForwardBareSeconds: 0,
  baseBackwardBareSeconds: 0,
  edgeBackwardBareSeconds: 0,
  baseForwardOffloadSeconds: 0,
  edgeForwardOffloadSeconds: 0,
  baseBackwardOffloadSeconds: 0,
  edgeBackwardOffloadSeconds: 0,
  baseForwardSeconds: 0,
  edgeForwardSeconds: 0,
  baseBackwardSeconds: 0,
  edgeBackwardSeconds: 0,
});

/** The bare passes F⁰ and G⁰ of one block and microbatch. */
export function barePass(out: PassTime, block: BlockCost, traffic: PipelineTraffic): PassTime {
  const backward = block.recomputeSeconds + block.agradSeconds + block.wgradSeconds;
  out.baseForwardBareSeconds = block.forwardSeconds + block.baseForwardTensorExposedSeconds;
  out.edgeForwardBareSeconds = block.forwardSeconds + block.edgeForwardTensorExposedSeconds + traffic.forwardSeconds;
  out.baseBackwardBareSeconds =
    backward + block.baseRecommunicationExposedSeconds + block.baseBackwardTensorExposedSeconds;
  out.edgeBackwardBareSeconds =
    backward +
    block.edgeRecommunicationExposedSeconds +
    block.edgeBackwardTensorExposedSeconds +
    traffic.backwardSeconds;
  return out;
}

/** Offloading hides in a pass but for the time the pass's own memory traffic takes; the rest is exposed. */
const overhead = (offload: Seconds, memory: Seconds, pass: Seconds): Seconds => Math.max(0, offload + memory - pass);

/** The passes F and G: bare passes and what offloading adds. Without training no backward pass waits for it. */
export function offloadedPass(out: PassTime, block: BlockCost, offload: OffloadTraffic, training: boolean): PassTime {
  const forwardMemory = block.forwardMemorySeconds;
  out.baseForwardOffloadSeconds = overhead(offload.forwardSeconds, forwardMemory, out.baseForwardBareSeconds);
  out.edgeForwardOffloadSeconds = overhead(offload.forwardSeconds, forwardMemory, out.edgeForwardBareSeconds);
  const backwardMemory = block.agradMemorySeconds + block.wgradMemorySeconds;
  out.baseBackwardOffloadSeconds = training
    ? overhead(offload.backwardSeconds, backwardMemory, out.baseBackwardBareSeconds)
    : 0;
  out.edgeBackwardOffloadSeconds = training
    ? overhead(offload.backwardSeconds, backwardMemory, out.edgeBackwardBareSeconds)
    : 0;
  out.baseForwardSeconds = out.baseForwardBareSeconds + out.baseForwardOffloadSeconds;
  out.edgeForwardSeconds = out.edgeForwardBareSeconds + out.edgeForwardOffloadSeconds;
  out.baseBackwardSeconds = out.baseBackwardBareSeconds + out.baseBackwardOffloadSeconds;
  out.edgeBackwardSeconds = out.edgeBackwardBareSeconds + out.edgeBackwardOffloadSeconds;
  return out;
}
