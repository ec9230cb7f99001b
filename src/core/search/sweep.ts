import type { Schedule } from '../batch/schedule.js';
import type { TensorOverlap } from '../inputs/design.js';
import { BlockCache } from './block-cache.js';
import { GroupCells } from './group-cells.js';
import { GroupTimes } from './group-times.js';
import type { SearchRequest } from './request.js';
import type { ExchangeChoice, RecomputeBranch, SearchGroup } from './space.js';
import type { Tally } from './tally.js';
import { tierTree } from './tier-tree.js';
import type { TensorTierNode } from './tier-tree.js';

/**
 * Sweeps groups of a search space. Nothing of the model is written here: each phenomenon's function is called at the
 * loop level where what it depends on is known.
 *
 *   t                              blocks are shared by everything below (`BlockCache`)
 *   recompute, exchange, TP overlap, fusion, sharding, microbatch: one block
 *     interleaving × offload       memory (`GroupCells`)
 *     TP tier                      the block's times (`GroupTimes`)
 *       PP tier                    bare passes
 *         offload                  passes with offloading, and the window for DP overlap
 *           interleaving           the batch without its reduction
 *             DP tier × DP overlap the reduction: one strategy each
 */
export class Sweep {
  private cache: BlockCache | null = null;
  private cachedDegree = 0;

  constructor(
    private readonly request: SearchRequest,
    private readonly tally: Tally,
  ) {}

  /** Every strategy of one group. Groups of the same t in a row share their blocks. */
  sweep(group: SearchGroup): void {
    if (this.cache === null || this.cachedDegree !== group.tensorParallel) {
      this.cache = new BlockCache(this.request, group.tensorParallel);
      this.cachedDegree = group.tensorParallel;
    }
    new GroupSweep(this.request, this.tally, group, this.cache).run();
  }
}

/** The kind of block: all that its strategies share but the microbatch. */
interface Kind {
  readonly branch: RecomputeBranch;
  readonly exchange: ExchangeChoice;
  readonly overlap: TensorOverlap;
  readonly fused: boolean;
  readonly sharded: boolean;
  /** Place of its first strategy, and how far apart offload and DP overlap choices are. */
  readonly first: number;
  readonly strideOffload: number;
  readonly strideDataOverlap: number;
}

class GroupSweep {
  private readonly tree: readonly TensorTierNode[];
  private readonly schedules: readonly Schedule[];
  private readonly cells: GroupCells;
  private readonly times: GroupTimes;
  private readonly feasibleByMicrobatch: Float64Array;

  constructor(
    request: SearchRequest,
    private readonly tally: Tally,
    private readonly group: SearchGroup,
    private readonly cache: BlockCache,
  ) {
    this.tree = tierTree(group);
    const blocksPerStage = request.model.blocks / group.pipelineParallel;
    this.schedules = group.interleavings.map((chunks) => ({
      blocksPerStage,
      missingBlocks: 0,
      chunks,
      blocksPerChunk: blocksPerStage / chunks,
      microbatches: 0,
      stages: group.pipelineParallel,
    }));
    this.cells = new GroupCells(request, group, this.schedules, tally);
    this.times = new GroupTimes(request, group, this.schedules, this.cells, tally);
    this.feasibleByMicrobatch = new Float64Array(group.microbatches.length);
  }

  run(): void {
    const { group, tally } = this;
    const before = tally.feasible;
    for (const branch of group.branches) {
      if (branch.size === 0) continue;
      for (const [s, sharded] of group.shardings.entries()) {
        for (const [e, exchange] of branch.exchanges.entries()) {
          for (const [o, overlap] of group.tensorOverlaps.entries()) {
            for (const [f, fused] of group.fusions.entries()) {
              const start = tally.feasible;
              this.sweepKind(this.kind(branch, [s, sharded], [e, exchange], [o, overlap], [f, fused]));
              const feasible = tally.feasible - start;
              tally.chose('recompute', branch.recompute, feasible);
              tally.chose('optimizerSharding', sharded, feasible);
              tally.chose('tensorCommunication', exchange.tensorCommunication, feasible);
              tally.chose('repeatAllGather', exchange.repeatAllGather, feasible);
              tally.chose('tensorOverlap', overlap, feasible);
              tally.chose('fusedActivation', fused, feasible);
            }
          }
        }
      }
    }
    this.countGroupChoices(tally.feasible - before);
  }

  /** Where the kind stands in the space: the mixed-radix number that `strategyAt` takes apart. */
  private kind(
    branch: RecomputeBranch,
    [s, sharded]: readonly [number, boolean],
    [e, exchange]: readonly [number, ExchangeChoice],
    [o, overlap]: readonly [number, TensorOverlap],
    [f, fused]: readonly [number, boolean],
  ): Kind {
    const { group } = this;
    const strideFusion = group.tiers.length * group.microbatches.length;
    const strideOffload = strideFusion * group.fusions.length;
    const strideOverlap = strideOffload * branch.offloads.length;
    const strideDataOverlap = strideOverlap * group.tensorOverlaps.length;
    const strideExchange = strideDataOverlap * group.dataOverlaps.length;
    const strideSharding = strideExchange * branch.exchanges.length;
    const first =
      group.first + branch.offset + s * strideSharding + e * strideExchange + o * strideOverlap + f * strideFusion;
    return { branch, exchange, overlap, fused, sharded, first, strideOffload, strideDataOverlap };
  }

  /** All microbatch sizes of one kind of block. */
  private sweepKind(kind: Kind): void {
    const { group, cache, cells, times } = this;
    const { branch, exchange, overlap, fused } = kind;
    const shards = kind.sharded ? group.dataParallel : 1;
    const anyTier = group.tiers[0]?.tensorTier ?? 0;
    cells.startKind();
    for (let b = 0; b < group.microbatches.length; b++) {
      const microbatch = group.microbatches[b] as number;
      const first = kind.first + b * group.tiers.length;
      const block = cache.block(microbatch, branch.recompute, exchange, overlap, fused, anyTier);
      cache.withOptimizer(block, overlap, shards);
      const microbatches = group.batch / (group.dataParallel * microbatch);
      for (const schedule of this.schedules) schedule.microbatches = microbatches;
      const feasible = cells.check(block, branch, first, kind.strideOffload);
      if (feasible === 0) continue;
      this.feasibleByMicrobatch[b] = (this.feasibleByMicrobatch[b] as number) + feasible;
      times.startBlock(block, branch);
      for (const node of this.tree) {
        const timed = cache.block(microbatch, branch.recompute, exchange, overlap, fused, node.tensorTier);
        cache.withOptimizer(timed, overlap, shards);
        const setting = cache.settingFor(microbatch, exchange);
        times.timeBlock(
          node,
          timed,
          setting,
          kind.sharded,
          branch.offloads.length,
          first,
          kind.strideOffload,
          kind.strideDataOverlap,
        );
      }
    }
  }

  private countGroupChoices(feasible: number): void {
    const { group, tally } = this;
    tally.chose('tensorParallel', group.tensorParallel, feasible);
    tally.chose('pipelineParallel', group.pipelineParallel, feasible);
    tally.chose('dataParallel', group.dataParallel, feasible);
    group.interleavings.forEach((v, i) =>
      tally.chose('interleaving', v, this.cells.feasibleByInterleaving[i] as number),
    );
    group.microbatches.forEach((b, i) => tally.chose('microbatch', b, this.feasibleByMicrobatch[i] as number));
    for (const overlap of group.dataOverlaps) tally.chose('dataOverlap', overlap, feasible / group.dataOverlaps.length);
    const fitting = group.tiers.filter((tier) => tier.fit === 'fits');
    for (const tier of fitting) {
      tally.chose('tensorTier', tier.tensorTier, feasible / fitting.length);
      tally.chose('pipelineTier', tier.pipelineTier, feasible / fitting.length);
      tally.chose('dataTier', tier.dataTier, feasible / fitting.length);
    }
  }
}
