import { memoryClasses, newBatchMemory, tier1Bytes, tier2Bytes } from '../batch/batch-memory.js';
import type { Schedule } from '../batch/schedule.js';
import type { BlockCost } from '../block/block-cost.js';
import { LEAST_BLOCKS_TO_OFFLOAD, offloadsAnything } from '../strategy/feasibility.js';
import { hbmBytesOf } from './request.js';
import type { SearchRequest } from './request.js';
import type { OffloadFlags, RecomputeBranch, SearchGroup } from './space.js';
import type { Tally } from './tally.js';

/**
 * Memory of one block's strategies: a cell for each (interleaving, offload), since neither the network tiers nor DP
 * overlap change what is held where. Most strategies of a search end here.
 */
export class GroupCells {
  /** 1 where the cell's memory fits. */
  readonly fits: Uint8Array;
  /** 1 where any interleaving of an offload choice fits. */
  readonly anyFits: Uint8Array;
  readonly tier1: Float64Array;
  readonly tier2: Float64Array;
  /** 1 where an earlier microbatch did not fit and larger ones are to be skipped. */
  private readonly broken: Uint8Array;
  private brokenCells = 0;
  private readonly memory = newBatchMemory();
  /** Strategies a cell stands for: those whose tiers fit, and all of them. */
  private readonly perFeasible: number;
  private readonly perCounted: number;
  private readonly ofTooSmallTiers: number;
  private readonly ofUnfilledTiers: number;
  private readonly hbmBytes: number;
  private readonly offloadTierBytes: number;
  private leastOverBytes = Number.POSITIVE_INFINITY;
  /** How many strategies of each interleaving, and of each offload choice, were feasible in the slice at work. */
  readonly feasibleByInterleaving: Float64Array;
  readonly feasibleByOffload: Float64Array;

  constructor(
    private readonly request: SearchRequest,
    private readonly group: SearchGroup,
    private readonly schedules: readonly Schedule[],
    private readonly tally: Tally,
  ) {
    const mostOffloads = Math.max(...group.branches.map((branch) => branch.offloads.length));
    const cells = schedules.length * mostOffloads;
    this.fits = new Uint8Array(cells);
    this.anyFits = new Uint8Array(mostOffloads);
    this.tier1 = new Float64Array(cells);
    this.tier2 = new Float64Array(cells);
    this.broken = new Uint8Array(cells);
    const overlaps = group.dataOverlaps.length;
    const tiers = (fit: string): number => group.tiers.filter((tier) => tier.fit === fit).length * overlaps;
    this.perFeasible = tiers('fits');
    this.ofTooSmallTiers = tiers('network_size');
    this.ofUnfilledTiers = tiers('network_not_filled');
    this.perCounted = group.tiers.length * overlaps;
    this.hbmBytes = hbmBytesOf(request);
    this.offloadTierBytes = request.system.memory2.capacityBytes;
    this.feasibleByInterleaving = new Float64Array(schedules.length);
    this.feasibleByOffload = new Float64Array(mostOffloads);
  }

  /** A new slice: nothing of it is feasible yet. */
  startSlice(): void {
    this.feasibleByInterleaving.fill(0);
    this.feasibleByOffload.fill(0);
  }

  /** A new kind of block: no microbatch of it has failed yet. */
  startKind(): void {
    this.broken.fill(0);
    this.brokenCells = 0;
  }

  /** Whether every cell has failed at an earlier microbatch, so that larger ones need no look. */
  isExhausted({ offloads }: RecomputeBranch): boolean {
    return this.brokenCells === this.schedules.length * offloads.length;
  }

  /**
   * Fills the cells of one block and counts what does not fit. `first` is the place of its first strategy.
   * Returns how many strategies are feasible.
   */
  check(block: BlockCost, branch: RecomputeBranch, first: number, strideOffload: number): number {
    const { tally, schedules, group } = this;
    const { offloads, recompute } = branch;
    const { microbatchBreak } = this.request;
    const training = { recompute, training: true };
    let evaluated = 0;
    let feasible = 0;
    let overTier1 = 0;
    let overTier2 = 0;
    let tooFewBlocks = 0;
    this.anyFits.fill(0);
    for (let v = 0; v < schedules.length; v++) {
      const schedule = schedules[v] as Schedule;
      memoryClasses(this.memory, block, schedule, training);
      const enoughBlocks = schedule.blocksPerStage >= LEAST_BLOCKS_TO_OFFLOAD;
      for (let o = 0; o < offloads.length; o++) {
        const cell = v * offloads.length + o;
        this.fits[cell] = 0;
        if (this.broken[cell] === 1) continue;
        evaluated++;
        const flags = offloads[o] as OffloadFlags;
        if (!enoughBlocks && offloadsAnything(flags)) tooFewBlocks++;
        else if (!this.fitsTier1(cell, flags)) {
          overTier1++;
          const over = (this.tier1[cell] as number) - this.hbmBytes;
          if (over <= this.leastOverBytes && this.perFeasible > 0) {
            this.leastOverBytes = over;
            tally.missed(first + v * group.sizePerInterleaving + o * strideOffload, over);
          }
        } else if (!this.fitsTier2(cell, flags, recompute === 'full')) overTier2++;
        else if (this.perFeasible > 0) {
          this.fits[cell] = 1;
          this.anyFits[o] = 1;
          feasible++;
          this.feasibleByInterleaving[v] = (this.feasibleByInterleaving[v] as number) + this.perFeasible;
          this.feasibleByOffload[o] = (this.feasibleByOffload[o] as number) + this.perFeasible;
          continue;
        }
        if (!microbatchBreak) continue;
        this.broken[cell] = 1;
        this.brokenCells++;
      }
    }
    tally.evaluated += evaluated * this.perCounted;
    tally.feasible += feasible * this.perFeasible;
    tally.infeasible.network_size += evaluated * this.ofTooSmallTiers;
    tally.infeasible.network_not_filled += evaluated * this.ofUnfilledTiers;
    tally.infeasible.offload_needs_blocks += tooFewBlocks * this.perFeasible;
    tally.infeasible.tier1_capacity += overTier1 * this.perFeasible;
    tally.infeasible.tier2_capacity += overTier2 * this.perFeasible;
    return feasible * this.perFeasible;
  }

  private fitsTier1(cell: number, flags: OffloadFlags): boolean {
    const bytes = tier1Bytes(this.memory, flags);
    this.tier1[cell] = bytes;
    return bytes <= this.hbmBytes;
  }

  private fitsTier2(cell: number, flags: OffloadFlags, full: boolean): boolean {
    const bytes = tier2Bytes(this.memory, flags, full);
    this.tier2[cell] = bytes;
    return bytes <= this.offloadTierBytes;
  }
}
