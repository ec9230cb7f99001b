import type { Evaluation } from '../../core/evaluation.js';
import { quantity } from '../../core/quantities/registry.js';
import { MEMORY_PAINT, type Paint } from '../../ui/palette.js';

/** One class of memory and where it lives. Bytes; null where there are no numbers. */
export interface MemoryPart {
  readonly id: string;
  readonly label: string;
  readonly paint: Paint;
  readonly hbmBytes: number | null;
  readonly offloadTierBytes: number | null;
  /** What offloading took off HBM; negative where it put more there, null where the class stays. */
  readonly freedBytes: number | null;
}

const CLASSES = [
  'weight-memory',
  'activation-memory',
  'checkpoint-memory',
  'weight-gradient-memory',
  'activation-gradient-memory',
  'optimizer-memory',
] as const;

type MemoryClass = (typeof CLASSES)[number];

/** Whether what a strategy offloads includes this class. */
function isOffloaded(id: MemoryClass, { strategy }: Evaluation): boolean {
  switch (id) {
    case 'weight-memory':
      return strategy.weightOffload;
    case 'activation-memory':
    case 'checkpoint-memory':
      return strategy.activationOffload;
    case 'weight-gradient-memory':
    case 'optimizer-memory':
      return strategy.optimizerOffload;
    default:
      return false;
  }
}

/** Bytes of an offloaded class on the offload tier (docs/model.md, memory). */
function movedBytes(id: MemoryClass, evaluation: Evaluation): number {
  const { memory, strategy } = evaluation;
  const full = strategy.recompute === 'full';
  switch (id) {
    case 'weight-memory':
      return memory.weightBytes;
    case 'activation-memory':
      return full ? 0 : memory.activationBytes;
    case 'checkpoint-memory':
      return full ? memory.checkpointBytes : 0;
    // Reduced gradients live there; the block at work keeps its unreduced ones on HBM.
    case 'weight-gradient-memory':
      return memory.movedWeightGradientBytes;
    case 'optimizer-memory':
      return memory.optimizerBytes;
    default:
      return 0;
  }
}

/** The six classes of memory on both tiers: each column adds up to what its tier needs. */
export function memoryParts(evaluation: Evaluation | null): MemoryPart[] {
  return CLASSES.map((id) => {
    const { label, value } = quantity(id);
    const base = { id, label, paint: MEMORY_PAINT[id] };
    if (evaluation === null) return { ...base, hbmBytes: null, offloadTierBytes: null, freedBytes: null };
    const all = value(evaluation) ?? 0;
    if (!isOffloaded(id, evaluation)) return { ...base, hbmBytes: all, offloadTierBytes: 0, freedBytes: null };
    const kept = quantity(`${id}-kept`).value(evaluation) ?? 0;
    return { ...base, hbmBytes: kept, offloadTierBytes: movedBytes(id, evaluation), freedBytes: all - kept };
  });
}
