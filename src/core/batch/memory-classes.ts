import type { Evaluation } from '../evaluation.js';
import type { Bytes } from '../quantities/units.js';

/** The six classes of memory by the ids of their quantities, in the order they are drawn. */
export const MEMORY_CLASSES = [
  'weight-memory',
  'activation-memory',
  'checkpoint-memory',
  'weight-gradient-memory',
  'activation-gradient-memory',
  'optimizer-memory',
] as const;
export type MemoryClass = (typeof MEMORY_CLASSES)[number];

/** Where one class of memory lives. */
export interface MemoryPlace {
  /** All of it, wherever it is. */
  readonly allBytes: Bytes;
  readonly tier1Bytes: Bytes;
  readonly tier2Bytes: Bytes;
  readonly offloaded: boolean;
}

const stays = (allBytes: Bytes): MemoryPlace => ({
  allBytes,
  tier1Bytes: allBytes,
  tier2Bytes: 0,
  offloaded: false,
});

/** A class on both tiers: over all classes, each tier adds up to what the strategy needs there (docs/model.md, memory). */
export function memoryPlace(id: MemoryClass, { memory, strategy }: Evaluation): MemoryPlace {
  const full = strategy.recompute === 'full';
  const placed = (offloaded: boolean, allBytes: Bytes, keptBytes: Bytes, movedBytes: Bytes): MemoryPlace =>
    offloaded ? { allBytes, tier1Bytes: keptBytes, tier2Bytes: movedBytes, offloaded } : stays(allBytes);
  switch (id) {
    case 'weight-memory':
      return placed(strategy.weightOffload, memory.weightBytes, memory.weightKeptBytes, memory.weightBytes);
    case 'activation-memory':
      return placed(
        strategy.activationOffload,
        memory.activationBytes,
        memory.activationKeptBytes,
        full ? 0 : memory.activationBytes,
      );
    case 'checkpoint-memory':
      return placed(
        strategy.activationOffload,
        memory.checkpointBytes,
        memory.checkpointKeptBytes,
        full ? memory.checkpointBytes : 0,
      );
    // Reduced gradients live on tier 2; the block at work keeps its unreduced ones on tier 1.
    case 'weight-gradient-memory':
      return placed(
        strategy.optimizerOffload,
        memory.weightGradientBytes,
        memory.weightGradientKeptBytes,
        memory.movedWeightGradientBytes,
      );
    case 'activation-gradient-memory':
      return stays(memory.activationGradientBytes);
    case 'optimizer-memory':
      return placed(strategy.optimizerOffload, memory.optimizerBytes, memory.optimizerKeptBytes, memory.optimizerBytes);
  }
}
