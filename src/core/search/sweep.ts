import { memoryClasses, newBatchMemory, tier1Bytes, tier2Bytes } from '../batch/batch-memory.js';
import { newTimeWithoutReduction, timeWithoutReduction } from '../batch/batch-time.js';
import {
  blockReductionSeconds,
  newOverlapWindow,
  overlapWindow,
  overlappedReductionSeconds,
} from '../batch/data-parallel.js';
import type { OffloadTraffic } from '../batch/offload.js';
import { newOffloadTraffic, offloadTraffic } from '../batch/offload.js';
import { barePass, newPassTime, offloadedPass } from '../batch/pass-time.js';
import { newPipelineTraffic, pipelineTraffic } from '../batch/pipeline-traffic.js';
import type { Schedule } from '../batch/schedule.js';
import type { BlockCost } from '../block/block-cost.js';
import type { TensorOverlap } from '../inputs/design.js';
import { LEAST_BLOCKS_TO_OFFLOAD, offloadsAnything } from '../strategy/feasibility.js';
import type { Network } from '../system/system.js';
import { BlockCache } from './block-cache.js';
import type { SearchRequest } from './request.js';
import type { ExchangeChoice, OffloadFlags, RecomputeBranch, SearchGroup } from './space.js';
import type { Tally } from './tally.js';
import { tierTree } from './tier-tree.js';
import type { TensorTierNode } from './tier-tree.js';

/**
 * Sweeps groups of a search space. Nothing of the model is written here: each phenomenon's function is called at the
 * loop level where what it depends on is known.
 *
 *   t                              blocks are shared by everything below (`BlockCache`)
 *   recompute, exchange, TP overlap, fusion, sharding, microbatch        a block
 *     interleaving × offload       memory: neither tiers nor DP overlap matter, so most strategies end here
 *     TP tier                      the block's times
 *       PP tier                    bare passes
 *         offload                  passes with offloading, and the window for DP overlap
 *           interleaving           the batch without its reduction
 *             DP tier × DP overlap the reduction: one strategy each
 */
export class Sweep {
  private cache: BlockCache | null = null;
  private cachedDegree = 0;
  private readonly memory = newBatchMemory();
  private readonly pass = newPassTime();
  private readonly traffic = newPipelineTraffic();
  private readonly time = newTimeWithoutReduction();
  private readonly window = newOverlapWindow();
  private readonly sharedWindow = newOverlapWindow();

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
    new GroupSweep(this.request, this.tally, group, this.cache, this).run();
  }

  /** Records that every group writes into. */
  get scratch() {
    const { memory, pass, traffic, time, window, sharedWindow } = this;
    return { memory, pass, traffic, time, window, sharedWindow };
  }
}

type Scratch = Sweep['scratch'];

class GroupSweep {
  private readonly scratch: Scratch;
  private readonly tree: readonly TensorTierNode[];
  private readonly schedules: readonly Schedule[];
  private readonly offloads: readonly OffloadTraffic[];
  /** Tier choices that fit, and how many strategies each feasible (block, interleaving, offload) stands for. */
  private readonly fitting: number;
  private readonly perFeasible: number;
  private readonly perCounted: number;
  private readonly hbmBytes: number;
  private readonly tier2CapacityBytes: number;
  private readonly reduces: boolean;
  // Per (interleaving, offload) of the block at work.
  private readonly broken: Uint8Array;
  private readonly fits: Uint8Array;
  private readonly tier1: Float64Array;
  private readonly tier2: Float64Array;
  private readonly reductions: Float64Array;
  // How often each choice was feasible.
  private readonly byInterleaving: Float64Array;
  private readonly byMicrobatch: Float64Array;

  constructor(
    private readonly request: SearchRequest,
    private readonly tally: Tally,
    private readonly group: SearchGroup,
    private readonly cache: BlockCache,
    sweep: Sweep,
  ) {
    const { model, system } = request;
    this.scratch = sweep.scratch;
    this.tree = tierTree(group);
    const blocksPerStage = model.blocks / group.pipelineParallel;
    this.schedules = group.interleavings.map((chunks) => ({
      blocksPerStage,
      missingBlocks: 0,
      chunks,
      blocksPerChunk: blocksPerStage / chunks,
      microbatches: 0,
      stages: group.pipelineParallel,
    }));
    const mostOffloads = Math.max(...group.branches.map((branch) => branch.offloads.length));
    this.offloads = Array.from({ length: mostOffloads }, newOffloadTraffic);
    this.fitting = group.tiers.filter((tier) => tier.fit === 'fits').length;
    this.perFeasible = this.fitting * group.dataOverlaps.length;
    this.perCounted = group.tiers.length * group.dataOverlaps.length;
    this.hbmBytes = system.memory1.capacityBytes;
    this.tier2CapacityBytes = system.memory2.capacityBytes;
    this.reduces = group.dataParallel > 1;
    const cells = group.interleavings.length * mostOffloads;
    this.broken = new Uint8Array(cells);
    this.fits = new Uint8Array(cells);
    this.tier1 = new Float64Array(cells);
    this.tier2 = new Float64Array(cells);
    this.reductions = new Float64Array(system.networks.length);
    this.byInterleaving = new Float64Array(group.interleavings.length);
    this.byMicrobatch = new Float64Array(group.microbatches.length);
  }

  run(): void {
    const { group } = this;
    let feasibleBefore = this.tally.feasible;
    const countChoice = (field: string, value: string | boolean | number): void => {
      this.tally.chose(field, value, this.tally.feasible - feasibleBefore);
    };
    const groupStart = feasibleBefore;
    for (const branch of group.branches) {
      if (branch.size === 0) continue;
      branch.exchanges.forEach((exchange, exchangeIndex) => {
        group.tensorOverlaps.forEach((overlap, overlapIndex) => {
          group.fusions.forEach((fused, fusedIndex) => {
            group.shardings.forEach((sharded, shardedIndex) => {
              feasibleBefore = this.tally.feasible;
              this.sweepBlocks(branch, exchange, overlap, fused, sharded, {
                exchange: exchangeIndex,
                overlap: overlapIndex,
                fused: fusedIndex,
                sharded: shardedIndex,
              });
              countChoice('recompute', branch.recompute);
              countChoice('tensorCommunication', exchange.tensorCommunication);
              countChoice('repeatAllGather', exchange.repeatAllGather);
              countChoice('tensorOverlap', overlap);
              countChoice('fusedActivation', fused);
              countChoice('optimizerSharding', sharded);
            });
          });
        });
      });
    }
    this.countGroupChoices(this.tally.feasible - groupStart);
  }

  private countGroupChoices(feasible: number): void {
    const { group, tally } = this;
    tally.chose('tensorParallel', group.tensorParallel, feasible);
    tally.chose('pipelineParallel', group.pipelineParallel, feasible);
    tally.chose('dataParallel', group.dataParallel, feasible);
    group.interleavings.forEach((v, i) => tally.chose('interleaving', v, this.byInterleaving[i] ?? 0));
    group.microbatches.forEach((b, i) => tally.chose('microbatch', b, this.byMicrobatch[i] ?? 0));
    for (const overlap of group.dataOverlaps) tally.chose('dataOverlap', overlap, feasible / group.dataOverlaps.length);
    for (const tier of group.tiers) {
      if (tier.fit !== 'fits') continue;
      tally.chose('tensorTier', tier.tensorTier, feasible / this.fitting);
      tally.chose('pipelineTier', tier.pipelineTier, feasible / this.fitting);
      tally.chose('dataTier', tier.dataTier, feasible / this.fitting);
    }
  }

  /** All microbatch sizes of one kind of block. */
  private sweepBlocks(
    branch: RecomputeBranch,
    exchange: ExchangeChoice,
    overlap: TensorOverlap,
    fused: boolean,
    sharded: boolean,
    index: { exchange: number; overlap: number; fused: number; sharded: number },
  ): void {
    const { group, cache } = this;
    const shards = sharded ? group.dataParallel : 1;
    const anyTier = (group.tiers[0]?.tensorTier ?? 0) as number;
    const strideTiers = group.tiers.length;
    const strideMicrobatch = strideTiers * group.microbatches.length;
    const strideOffload = strideMicrobatch * group.fusions.length;
    const strideOverlap = strideOffload * branch.offloads.length;
    const strideDataOverlap = strideOverlap * group.tensorOverlaps.length;
    const strideExchange = strideDataOverlap * group.dataOverlaps.length;
    const strideSharding = strideExchange * branch.exchanges.length;
    const firstOfKind =
      group.first +
      branch.offset +
      index.sharded * strideSharding +
      index.exchange * strideExchange +
      index.overlap * strideOverlap +
      index.fused * strideMicrobatch;
    this.broken.fill(0);
    group.microbatches.forEach((microbatch, b) => {
      const first = firstOfKind + b * strideTiers;
      const block = cache.block(microbatch, branch.recompute, exchange, overlap, fused, anyTier);
      cache.withOptimizer(block, overlap, shards);
      const microbatches = group.batch / (group.dataParallel * microbatch);
      for (const schedule of this.schedules) schedule.microbatches = microbatches;
      const feasible = this.checkMemory(block, branch, first, strideOffload);
      if (feasible === 0) return;
      this.byMicrobatch[b] = (this.byMicrobatch[b] ?? 0) + feasible * this.perFeasible;
      const { memory2 } = this.request.system;
      branch.offloads.forEach((flags, i) => {
        const choice = { ...flags, recompute: branch.recompute, training: true };
        offloadTraffic(this.offloads[i] as OffloadTraffic, block, memory2.bandwidth, choice);
      });
      for (const node of this.tree) {
        const timed = cache.block(microbatch, branch.recompute, exchange, overlap, fused, node.tensorTier);
        cache.withOptimizer(timed, overlap, shards);
        this.timeTensorTier(
          node,
          timed,
          branch,
          exchange,
          microbatch,
          sharded,
          first,
          strideOffload,
          strideDataOverlap,
        );
      }
    });
  }

  /** Fills `fits`, `tier1` and `tier2` for every interleaving and offload; returns how many fit. */
  private checkMemory(block: BlockCost, branch: RecomputeBranch, first: number, strideOffload: number): number {
    const { group, tally, scratch, hbmBytes, tier2CapacityBytes, perFeasible, perCounted } = this;
    const { memory } = scratch;
    const { offloads } = branch;
    const full = branch.recompute === 'full';
    const training = { recompute: branch.recompute, training: true };
    let feasible = 0;
    for (let v = 0; v < this.schedules.length; v++) {
      const schedule = this.schedules[v] as Schedule;
      memoryClasses(memory, block, schedule, training);
      const enoughBlocks = schedule.blocksPerStage >= LEAST_BLOCKS_TO_OFFLOAD;
      for (let o = 0; o < offloads.length; o++) {
        const cell = v * offloads.length + o;
        this.fits[cell] = 0;
        if (this.broken[cell] === 1) continue;
        const flags = offloads[o] as OffloadFlags;
        tally.evaluated += perCounted;
        let reason: 'offload_needs_blocks' | 'tier1_capacity' | 'tier2_capacity' | null = null;
        if (!enoughBlocks && offloadsAnything(flags)) reason = 'offload_needs_blocks';
        else {
          const used1 = tier1Bytes(memory, flags);
          const used2 = tier2Bytes(memory, flags, full);
          this.tier1[cell] = used1;
          this.tier2[cell] = used2;
          if (used1 > hbmBytes) {
            reason = 'tier1_capacity';
            if (perFeasible > 0)
              tally.missed(first + v * group.sizePerInterleaving + o * strideOffload, used1 - hbmBytes);
          } else if (used2 > tier2CapacityBytes) reason = 'tier2_capacity';
        }
        if (reason !== null) tally.infeasible[reason] += perFeasible;
        if (reason !== null || perFeasible === 0) {
          if (this.request.microbatchBreak) this.broken[cell] = 1;
        } else {
          this.fits[cell] = 1;
          feasible++;
          this.byInterleaving[v] = (this.byInterleaving[v] ?? 0) + perFeasible;
        }
        this.countTiersThatDoNotFit();
      }
    }
    tally.feasible += feasible * perFeasible;
    return feasible;
  }

  private countTiersThatDoNotFit(): void {
    const { group, tally } = this;
    for (let i = 0; i < group.tiers.length; i++) {
      const fit = group.tiers[i]?.fit;
      if (fit === 'network_size' || fit === 'network_not_filled') tally.infeasible[fit] += group.dataOverlaps.length;
    }
  }

  /** Times every strategy of one block on one tensor-parallel tier whose memory fits. */
  private timeTensorTier(
    node: TensorTierNode,
    block: BlockCost,
    branch: RecomputeBranch,
    exchange: ExchangeChoice,
    microbatch: number,
    sharded: boolean,
    first: number,
    strideOffload: number,
    strideDataOverlap: number,
  ): void {
    const { group, scratch, schedules, fits, reduces } = this;
    const { pass, traffic, time, window, sharedWindow } = scratch;
    const { networks } = this.request.system;
    const offloads = branch.offloads.length;
    const overlapping = reduces && group.dataOverlaps.includes(true);
    if (reduces) {
      for (let tier = 0; tier < networks.length; tier++) {
        this.reductions[tier] = blockReductionSeconds(
          networks[tier] as Network,
          block.weightBytes,
          group.dataParallel,
          sharded,
        );
      }
    }
    for (const pipeline of node.pipelineTiers) {
      const network = networks[pipeline.pipelineTier] as Network;
      pipelineTraffic(traffic, this.cache.settingFor(microbatch, exchange), network, group.pipelineParallel);
      barePass(pass, block, traffic);
      for (let o = 0; o < offloads; o++) {
        if (!this.anyInterleavingFits(o, offloads)) continue;
        offloadedPass(pass, block, this.offloads[o] as OffloadTraffic, true);
        if (overlapping) {
          overlapWindow(window, block, pass, sharded, false);
          overlapWindow(sharedWindow, block, pass, sharded, true);
        }
        for (let v = 0; v < schedules.length; v++) {
          const cell = v * offloads + o;
          if (fits[cell] === 0) continue;
          const schedule = schedules[v] as Schedule;
          timeWithoutReduction(time, block, schedule, pass, traffic);
          const place = first + v * group.sizePerInterleaving + o * strideOffload;
          const used1 = this.tier1[cell] as number;
          const used2 = this.tier2[cell] as number;
          for (let i = 0; i < pipeline.dataTiers.length; i++) {
            const { dataTier, index } = pipeline.dataTiers[i] as { dataTier: number; index: number };
            const reduction = this.reductions[dataTier] as number;
            for (let choice = 0; choice < group.dataOverlaps.length; choice++) {
              const reductionSeconds = !reduces
                ? 0
                : group.dataOverlaps[choice] === true
                  ? overlappedReductionSeconds(
                      schedule,
                      pass,
                      dataTier === node.tensorTier ? sharedWindow : window,
                      reduction,
                      traffic.backwardSeconds,
                      (networks[dataTier] as Network).processorUsage,
                      dataTier === pipeline.pipelineTier,
                    )
                  : schedule.blocksPerStage * reduction;
              this.tally.add(
                place + choice * strideDataOverlap + index,
                group.batch / (time.withoutReductionSeconds + reductionSeconds),
                used1,
                used2,
              );
            }
          }
        }
      }
    }
  }

  private anyInterleavingFits(offload: number, offloads: number): boolean {
    for (let v = 0; v < this.schedules.length; v++) if (this.fits[v * offloads + offload] === 1) return true;
    return false;
  }
}
