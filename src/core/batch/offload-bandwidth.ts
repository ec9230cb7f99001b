import type { BlockCost } from '../block/block-cost.js';
import type { Strategy } from '../strategy/strategy.js';
import { bandwidthToHide } from '../system/throughput.js';
import type { OffloadBandwidth } from './batch-cost.js';
import { backwardOffloadBytes, forwardOffloadBytes, keptActivationBytes } from './offload.js';
import type { PassTime } from './pass-time.js';

/**
 * Bytes/s the offload tier would need to hide each class behind the shorter of the base and edge passes, less the
 * time HBM is busy. Activations and weights are reported whatever is offloaded; the total is of what is.
 */
export function offloadBandwidth(block: BlockCost, pass: PassTime, strategy: Strategy): OffloadBandwidth {
  const forwardWindow = Math.min(pass.baseForwardBareSeconds, pass.edgeForwardBareSeconds) - block.forwardMemorySeconds;
  const backwardWindow =
    Math.min(pass.baseBackwardBareSeconds, pass.edgeBackwardBareSeconds) -
    block.agradMemorySeconds -
    block.wgradMemorySeconds;
  const forwardTotal = bandwidthToHide(forwardOffloadBytes(block, strategy), forwardWindow);
  const backwardTotal = bandwidthToHide(backwardOffloadBytes(block, strategy), backwardWindow);
  return {
    activationBytesPerSecond: bandwidthToHide(keptActivationBytes(block, strategy), forwardWindow),
    weightBytesPerSecond: bandwidthToHide(block.weightBytes, forwardWindow),
    optimizerBytesPerSecond: strategy.training
      ? bandwidthToHide(block.weightGradientBytes + block.optimizerStateBytes, backwardWindow)
      : 0,
    totalBytesPerSecond: strategy.training ? Math.max(forwardTotal, backwardTotal) : forwardTotal,
  };
}
