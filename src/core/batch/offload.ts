import type { BlockCost } from '../block/block-cost.js';
import type { Bytes, Seconds } from '../quantities/units.js';
import type { Strategy } from '../strategy/strategy.js';
import type { ThroughputCurve } from '../system/system.js';
import { transferSeconds } from '../system/throughput.js';

/** What is offloaded, and whether activations are checkpoints. */
export type OffloadChoice = Pick<
  Strategy,
  'weightOffload' | 'activationOffload' | 'optimizerOffload' | 'recompute' | 'training'
>;

/** One block's traffic over the offload tier's link. */
export interface OffloadTraffic {
  forwardBytes: Bytes;
  backwardBytes: Bytes;
  forwardSeconds: Seconds;
  backwardSeconds: Seconds;
}

export const newOffloadTraffic = (): OffloadTraffic => ({
  forwardBytes: 0,
  backwardBytes: 0,
  forwardSeconds: 0,
  backwardSeconds: 0,
});

/** What the backward pass needs back of a block's forward pass: its checkpoint, or its stored activations. */
export const keptActivationBytes = (block: BlockCost, choice: Pick<OffloadChoice, 'recompute'>): Bytes =>
  choice.recompute === 'full' ? block.checkpointBytes : block.activationStoredBytes;

/**
 * Forward, weights come in while activations go out: the larger. Backward, weights, activations and optimizer
 * state all pass. Without training there is no backward pass.
 */
export function offloadTraffic(
  out: OffloadTraffic,
  block: BlockCost,
  link: ThroughputCurve,
  choice: OffloadChoice,
): OffloadTraffic {
  const weights = choice.weightOffload ? block.weightBytes : 0;
  const activations = choice.activationOffload ? keptActivationBytes(block, choice) : 0;
  const optimizer = choice.optimizerOffload ? block.optimizerStateBytes : 0;
  out.forwardBytes = Math.max(weights, activations);
  out.backwardBytes = choice.training ? weights + activations + optimizer : 0;
  out.forwardSeconds = transferSeconds(link, out.forwardBytes);
  out.backwardSeconds = transferSeconds(link, out.backwardBytes);
  return out;
}
