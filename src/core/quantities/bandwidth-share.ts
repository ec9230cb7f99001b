import { keptActivationBytes } from '../batch/offload.js';
import type { Evaluation } from '../evaluation.js';
import type { Fraction } from './units.js';

/** What the offload classes have of their tier's link, by the ids of the bandwidths they need; null what is not offloaded. */
export type OffloadShares = Readonly<Record<OffloadBandwidthId, Fraction | null>>;
type OffloadBandwidthId = 'activation-offload-bandwidth' | 'weight-offload-bandwidth' | 'optimizer-offload-bandwidth';

/**
 * The part of the link that each offloaded class has in a backward pass, where all of them pass one after the other: by
 * its bytes. Without training there is only the forward pass, in which weights come while activations go: a class has
 * its direction for itself.
 */
export function offloadShares({ block, strategy }: Evaluation): OffloadShares {
  const activations = strategy.activationOffload ? keptActivationBytes(block, strategy) : null;
  const weights = strategy.weightOffload ? block.weightBytes : null;
  const optimizer = strategy.optimizerOffload ? block.optimizerStateBytes : null;
  const all = (activations ?? 0) + (weights ?? 0) + (optimizer ?? 0);
  const share = (bytes: number | null): Fraction | null => {
    if (bytes === null) return null;
    if (!strategy.training) return bytes > 0 ? 1 : 0;
    return all > 0 ? bytes / all : 0;
  };
  return {
    'activation-offload-bandwidth': share(activations),
    'weight-offload-bandwidth': share(weights),
    'optimizer-offload-bandwidth': share(optimizer),
  };
}
