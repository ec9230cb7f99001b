import { MEMORY_CLASSES, memoryPlace, type MemoryClass } from '../batch/memory-classes.js';
import type { Evaluation } from '../evaluation.js';
import { quantity } from '../quantities/registry.js';

/** One class of memory and where it lives. Bytes; null where there are no numbers. */
export interface MemoryPart {
  readonly id: MemoryClass;
  readonly label: string;
  readonly hbmBytes: number | null;
  readonly offloadTierBytes: number | null;
  /** What offloading took off HBM; negative where it put more there, null where the class stays. */
  readonly freedBytes: number | null;
}

/** The six classes of memory on both tiers: each column adds up to what its tier needs. */
export function memoryParts(evaluation: Evaluation | null): MemoryPart[] {
  return MEMORY_CLASSES.map((id) => {
    const base = { id, label: quantity(id).label };
    if (evaluation === null) return { ...base, hbmBytes: null, offloadTierBytes: null, freedBytes: null };
    const { allBytes, tier1Bytes, tier2Bytes, offloaded } = memoryPlace(id, evaluation);
    return {
      ...base,
      hbmBytes: tier1Bytes,
      offloadTierBytes: tier2Bytes,
      freedBytes: offloaded ? allBytes - tier1Bytes : null,
    };
  });
}
