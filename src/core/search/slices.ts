import type { RecomputeMode, TensorOverlap } from '../inputs/design.js';
import type { ExchangeChoice, SearchSpace } from './space.js';

/**
 * A part of a space that one worker sweeps: everything of one t with one kind of block. Blocks are shared within a slice
 * and between none, so that splitting a search over workers computes nothing twice.
 */
export interface SearchSlice {
  readonly tensorParallel: number;
  readonly recompute: RecomputeMode;
  readonly exchange: ExchangeChoice;
  readonly overlap: TensorOverlap;
  readonly fused: boolean;
  /** Strategies in the slice: what it costs, near enough. */
  readonly size: number;
}

/** The slices of a space, costliest first, so that the last ones to finish are small. */
export function searchSlices(space: SearchSpace): SearchSlice[] {
  const slices = new Map<string, SearchSlice>();
  for (const group of space.groups) {
    for (const { recompute, exchanges, size: branchSize } of group.branches) {
      if (branchSize === 0) continue;
      const kinds = exchanges.length * group.tensorOverlaps.length * group.fusions.length;
      const size = (branchSize / kinds) * group.interleavings.length;
      for (const exchange of exchanges) {
        for (const overlap of group.tensorOverlaps) {
          for (const fused of group.fusions) {
            const { tensorCommunication, repeatAllGather } = exchange;
            const key = [group.tensorParallel, recompute, tensorCommunication, repeatAllGather, overlap, fused].join();
            const known = slices.get(key)?.size ?? 0;
            const { tensorParallel } = group;
            slices.set(key, { tensorParallel, recompute, exchange, overlap, fused, size: known + size });
          }
        }
      }
    }
  }
  return [...slices.values()].sort((a, b) => b.size - a.size);
}

/** Slices in batches of about equal cost, for workers to take one at a time. */
export function sliceBatches(space: SearchSpace, batches: number): SearchSlice[][] {
  const filled: { slices: SearchSlice[]; size: number }[] = Array.from({ length: Math.max(1, batches) }, () => ({
    slices: [],
    size: 0,
  }));
  for (const slice of searchSlices(space)) {
    const emptiest = filled.reduce((least, each) => (each.size < least.size ? each : least));
    emptiest.slices.push(slice);
    emptiest.size += slice.size;
  }
  return filled.filter((batch) => batch.slices.length > 0).map((batch) => batch.slices);
}
