import type { BlockCost } from '../block/block-cost.js';
import type { Strategy } from '../strategy/strategy.js';
import type { Bytes } from '../quantities/units.js';

type OffloadChoice = Pick<Strategy, 'weightOffload' | 'activationOffload' | 'optimizerOffload' | 'recompute'>;

/** What the backward pass needs back of a block's forward pass: its checkpoint, or its stored activations. */
export const keptActivationBytes = (block: BlockCost, strategy: Pick<Strategy, 'recompute'>): Bytes =>
  strategy.recompute === 'full' ? block.checkpointBytes : block.activationStoredBytes;

/** Bytes that go over the offload tier's link during a block's forward pass: weights in beside activations out. */
export function forwardOffloadBytes(block: BlockCost, strategy: OffloadChoice): Bytes {
  return Math.max(
    strategy.weightOffload ? block.weightBytes : 0,
    strategy.activationOffload ? keptActivationBytes(block, strategy) : 0,
  );
}

/** Bytes that go over it during a block's backward pass: weights, activations and optimizer state. */
export function backwardOffloadBytes(block: BlockCost, strategy: OffloadChoice): Bytes {
  return (
    (strategy.weightOffload ? block.weightBytes : 0) +
    (strategy.activationOffload ? keptActivationBytes(block, strategy) : 0) +
    (strategy.optimizerOffload ? block.optimizerStateBytes : 0)
  );
}
