import type { Schedule } from '../batch/schedule.js';
import { BlockCache } from './block-cache.js';
import type { BlockStore } from './block-store.js';
import { GroupCells } from './group-cells.js';
import { GroupTimes } from './group-times.js';
import type { SearchRequest } from './request.js';
import type { SearchSlice } from './slices.js';
import type { RecomputeBranch, SearchGroup, SearchSpace } from './space.js';
import type { Tally } from './tally.js';
import { tierTree } from './tier-tree.js';
import type { TensorTierNode } from './tier-tree.js';

/** After so many strategies of one kind of block there is a pause to look up: a millisecond or two of work. */
const STEP_STRATEGIES = 50_000;

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
  private readonly groups = new Map<SearchGroup, GroupSweep>();

  constructor(
    private readonly space: SearchSpace,
    private readonly tally: Tally,
    /** Blocks of searches before, where there are any that fit. */
    private readonly blocks: BlockStore | null = null,
  ) {}

  /**
   * Sweeps a slice in steps: between two of them a worker may look whether it is to stop. No step is long whatever the
   * space, since none does more than one block after `STEP_STRATEGIES`.
   */
  *steps(slice: SearchSlice): Generator<void, void> {
    const { request } = this.space;
    const cache = this.blocks?.of(slice.tensorParallel) ?? new BlockCache(request, slice.tensorParallel);
    for (const group of this.space.groups) {
      if (group.tensorParallel !== slice.tensorParallel) continue;
      yield* this.groupSweep(group).run(slice, cache);
      yield;
    }
  }

  private groupSweep(group: SearchGroup): GroupSweep {
    const known = this.groups.get(group);
    if (known !== undefined) return known;
    const made = new GroupSweep(this.space.request, this.tally, group);
    this.groups.set(group, made);
    return made;
  }
}

/** A slice's kind of block in one group, sharded or not: all that its strategies share but the microbatch. */
interface Kind {
  readonly slice: SearchSlice;
  readonly branch: RecomputeBranch;
  sharded: boolean;
  /** Place of its first strategy, and how far apart offload and DP overlap choices are. */
  first: number;
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

  *run(slice: SearchSlice, cache: BlockCache): Generator<void, void> {
    const { group, tally } = this;
    const branch = group.branches.find((each) => each.recompute === slice.recompute);
    if (branch === undefined || branch.size === 0) return;
    const before = tally.feasible;
    this.cells.startSlice();
    this.feasibleByMicrobatch.fill(0);
    const kind = this.firstKind(slice, branch);
    const strideSharding = this.strideSharding(kind, branch);
    for (let index = 0; index < group.shardings.length; index++) {
      kind.sharded = group.shardings[index] as boolean;
      const start = tally.feasible;
      yield* this.sweepKind(kind, cache);
      tally.chose('optimizerSharding', kind.sharded, tally.feasible - start);
      kind.first += strideSharding;
    }
    const feasible = tally.feasible - before;
    if (feasible > 0) this.countChoices(slice, feasible);
  }

  /** Where the slice's kinds stand in the space: the mixed-radix number that `strategyAt` takes apart. */
  private firstKind(slice: SearchSlice, branch: RecomputeBranch): Kind {
    const { group } = this;
    const strideFusion = group.tiers.length * group.microbatches.length;
    const strideOffload = strideFusion * group.fusions.length;
    const strideOverlap = strideOffload * branch.offloads.length;
    const strideDataOverlap = strideOverlap * group.tensorOverlaps.length;
    const strideExchange = strideDataOverlap * group.dataOverlaps.length;
    const first =
      group.first +
      branch.offset +
      exchangePlace(branch, slice) * strideExchange +
      group.tensorOverlaps.indexOf(slice.overlap) * strideOverlap +
      group.fusions.indexOf(slice.fused) * strideFusion;
    return { slice, branch, sharded: false, first, strideOffload, strideDataOverlap };
  }

  /** How far apart the same strategies are with and without sharding. */
  private strideSharding({ strideDataOverlap }: Kind, branch: RecomputeBranch): number {
    return strideDataOverlap * this.group.dataOverlaps.length * branch.exchanges.length;
  }

  /** All microbatch sizes of one kind of block. */
  private *sweepKind(kind: Kind, cache: BlockCache): Generator<void, void> {
    const { group, cells, times, tally } = this;
    let paused = tally.evaluated;
    const { branch } = kind;
    const { exchange, overlap, fused } = kind.slice;
    const shards = kind.sharded ? group.dataParallel : 1;
    const anyTier = group.tiers[0]?.tensorTier ?? 0;
    cells.startKind();
    for (let b = 0; b < group.microbatches.length && !cells.isExhausted(branch); b++) {
      if (tally.evaluated - paused >= STEP_STRATEGIES) {
        paused = tally.evaluated;
        yield;
      }
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

  private countChoices(slice: SearchSlice, feasible: number): void {
    const { group, tally } = this;
    tally.chose('recompute', slice.recompute, feasible);
    tally.chose('tensorCommunication', slice.exchange.tensorCommunication, feasible);
    tally.chose('repeatAllGather', slice.exchange.repeatAllGather, feasible);
    tally.chose('tensorOverlap', slice.overlap, feasible);
    tally.chose('fusedActivation', slice.fused, feasible);
    tally.chose('tensorParallel', group.tensorParallel, feasible);
    tally.chose('pipelineParallel', group.pipelineParallel, feasible);
    tally.chose('dataParallel', group.dataParallel, feasible);
    group.interleavings.forEach((v, i) =>
      tally.chose('interleaving', v, this.cells.feasibleByInterleaving[i] as number),
    );
    this.countOffloads(slice);
    group.microbatches.forEach((b, i) => tally.chose('microbatch', b, this.feasibleByMicrobatch[i] as number));
    for (const overlap of group.dataOverlaps) tally.chose('dataOverlap', overlap, feasible / group.dataOverlaps.length);
    const fitting = group.tiers.filter((tier) => tier.fit === 'fits');
    for (const tier of fitting) {
      tally.chose('tensorTier', tier.tensorTier, feasible / fitting.length);
      tally.chose('pipelineTier', tier.pipelineTier, feasible / fitting.length);
      tally.chose('dataTier', tier.dataTier, feasible / fitting.length);
    }
  }

  private countOffloads(slice: SearchSlice): void {
    const branch = this.group.branches.find((each) => each.recompute === slice.recompute);
    branch?.offloads.forEach((flags, i) => {
      const count = this.cells.feasibleByOffload[i] as number;
      this.tally.chose('weightOffload', flags.weightOffload, count);
      this.tally.chose('activationOffload', flags.activationOffload, count);
      this.tally.chose('optimizerOffload', flags.optimizerOffload, count);
    });
  }
}

/** A slice's exchange among the choices of a branch. */
function exchangePlace({ exchanges }: RecomputeBranch, { exchange }: SearchSlice): number {
  for (let place = 0; place < exchanges.length; place++) {
    const each = exchanges[place] as SearchSlice['exchange'];
    if (each.tensorCommunication === exchange.tensorCommunication && each.repeatAllGather === exchange.repeatAllGather)
      return place;
  }
  return -1;
}
