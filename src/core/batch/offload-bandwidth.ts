import type { BlockCost } from '../block/block-cost.js';
import { bandwidthToHide } from '../system/throughput.js';
import type { OffloadBandwidth } from './batch-cost.js';
import type { OffloadChoice, OffloadTraffic } from './offload.js';
import { keptActivationBytes } from './offload.js';
import type { PassTime } from './pass-time.js';

/**
 * Bytes/s the offload tier would need to hide each class behind the shorter of the base and edge passes, less the
 * time HBM is busy. Activations and weights are reported whatever is offloaded; the total is of what is.
 */
export function offloadBandwidth(
  block: BlockCost,
  pass: PassTime,
  traffic: OffloadTraffic,
  choice: OffloadChoice,
): OffloadBandwidth {
  const forwardWindow = Math.min(pass.baseForwardBareSeconds, pass.edgeForwardBareSeconds) - block.forwardMemorySeconds;
  const backwardWindow =
    Math.min(pass.baseBackwardBareSeconds, pass.edgeBackwardBareSeconds) -
    block.agradMemorySeconds -
    block.wgradMemorySeconds;
  const forwardNeed = bandwidthToHide(traffic.forwardBytes, forwardWindow);
  const backwardNeed = bandwidthToHide(traffic.backwardBytes, backwardWindow);
  return {
    activationBytesPerSecond: bandwidthToHide(keptActivationBytes(block, choice), forwardWindow),
    weightBytesPerSecond: bandwidthToHide(block.weightBytes, forwardWindow),
    optimizerBytesPerSecond: bandwidthToHide(block.weightGradientBytes + block.optimizerStateBytes, backwardWindow),
    totalBytesPerSecond: Math.max(forwardNeed, backwardNeed),
    bindingBytes: forwardNeed >= backwardNeed ? traffic.forwardBytes : traffic.backwardBytes,
  };
}
