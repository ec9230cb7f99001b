import { blocksTime, newBlocksTime, newPassesTime, passesTime } from '../batch/batch-time.js';
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
import { perfectSeconds, usefulFlop } from '../batch/efficiency.js';
import type { BlockCost } from '../block/block-cost.js';
import type { BlockSetting } from '../block/block-setting.js';
import type { Network } from '../system/system.js';
import type { GroupCells } from './group-cells.js';
import type { SearchRequest } from './request.js';
import type { OffloadFlags, RecomputeBranch, SearchGroup } from './space.js';
import type { Tally } from './tally.js';
import type { DataTierNode, PipelineTierNode, TensorTierNode } from './tier-tree.js';

/**
 * Times of the strategies of one block whose memory fits: its tiers, offloads, interleavings and DP overlaps, each
 * formula at the loop level where what it depends on is known. Numbers pass between the levels through records, not
 * arguments: an argument that is not a small integer costs the engine an allocation.
 */
export class GroupTimes {
  private readonly pass = newPassTime();
  private readonly traffic = newPipelineTraffic();
  private readonly offloads: readonly OffloadTraffic[];
  private readonly window = newOverlapWindow();
  private readonly sharedWindow = newOverlapWindow();
  private readonly ofBlocks = newBlocksTime();
  private readonly ofPasses = newPassesTime();
  /** Per interleaving: time of the blocks. */
  private readonly blocksSeconds: Float64Array;
  /** Per network tier: D. */
  private readonly reductions: Float64Array;
  private readonly matrixPeak: number;
  private readonly reduces: boolean;
  private readonly overlaps: boolean;

  constructor(
    private readonly request: SearchRequest,
    private readonly group: SearchGroup,
    private readonly schedules: readonly Schedule[],
    private readonly cells: GroupCells,
    private readonly tally: Tally,
  ) {
    const mostOffloads = Math.max(...group.branches.map((branch) => branch.offloads.length));
    this.offloads = Array.from({ length: mostOffloads }, newOffloadTraffic);
    this.blocksSeconds = new Float64Array(schedules.length);
    this.reductions = new Float64Array(request.system.networks.length);
    this.reduces = group.dataParallel > 1;
    this.matrixPeak = request.system.engines[request.datatype]?.matrix.peak ?? 0;
    this.overlaps = this.reduces && group.dataOverlaps.includes(true);
  }

  /** What a block's offload choices move; the same on every network tier. */
  startBlock(block: BlockCost, branch: RecomputeBranch): void {
    const link = this.request.system.memory2.bandwidth;
    for (let o = 0; o < branch.offloads.length; o++) {
      if (this.cells.anyFits[o] === 0) continue;
      const { weightOffload, activationOffload, optimizerOffload } = branch.offloads[o] as OffloadFlags;
      const choice = {
        weightOffload,
        activationOffload,
        optimizerOffload,
        recompute: branch.recompute,
        training: true,
      };
      offloadTraffic(this.offloads[o] as OffloadTraffic, block, link, choice);
    }
  }

  /** Times every fitting strategy of one block on one TP tier. `first` is the place of the block's first strategy. */
  timeBlock(
    node: TensorTierNode,
    block: BlockCost,
    setting: BlockSetting,
    sharded: boolean,
    offloads: number,
    first: number,
    strideOffload: number,
    strideDataOverlap: number,
  ): void {
    const { group, schedules, pass, traffic } = this;
    const { networks } = this.request.system;
    this.tally.scorePerRate = this.scorePerRate(block);
    if (this.reduces) this.reduceOnEveryTier(block, sharded);
    for (let v = 0; v < schedules.length; v++) {
      this.blocksSeconds[v] = blocksTime(this.ofBlocks, block, schedules[v] as Schedule).blocksSeconds;
    }
    for (const pipeline of node.pipelineTiers) {
      pipelineTraffic(traffic, setting, networks[pipeline.pipelineTier] as Network, group.pipelineParallel);
      barePass(pass, block, traffic);
      for (let o = 0; o < offloads; o++) {
        if (this.cells.anyFits[o] === 0) continue;
        offloadedPass(pass, block, this.offloads[o] as OffloadTraffic, true);
        if (this.overlaps) {
          overlapWindow(this.window, block, pass, sharded, false);
          overlapWindow(this.sharedWindow, block, pass, sharded, true);
        }
        for (let v = 0; v < schedules.length; v++) {
          const cell = v * offloads + o;
          if (this.cells.fits[cell] === 0) continue;
          passesTime(this.ofPasses, schedules[v] as Schedule, pass, traffic);
          const place = first + v * group.sizePerInterleaving + o * strideOffload;
          this.addStrategies(node.tensorTier, pipeline, v, cell, place, strideDataOverlap);
        }
      }
    }
  }

  /** What the objective makes of one sample/s: the block decides how much useful work a sample is. */
  private scorePerRate(block: BlockCost): number {
    const { processors, objective } = this.request;
    if (objective === 'rate_per_processor') return 1 / processors;
    if (objective !== 'mfu') return 1;
    const { blocksPerStage, microbatches } = this.schedules[0] as Schedule;
    return perfectSeconds(usefulFlop(block, true), blocksPerStage * microbatches, this.matrixPeak) / this.group.batch;
  }

  private reduceOnEveryTier(block: BlockCost, sharded: boolean): void {
    const { networks } = this.request.system;
    for (let tier = 0; tier < networks.length; tier++) {
      this.reductions[tier] = blockReductionSeconds(
        networks[tier] as Network,
        block.weightBytes,
        this.group.dataParallel,
        sharded,
      );
    }
  }

  /** The innermost level: every DP tier and overlap of one pipelined batch. */
  private addStrategies(
    tensorTier: number,
    pipeline: PipelineTierNode,
    v: number,
    cell: number,
    place: number,
    strideDataOverlap: number,
  ): void {
    const { group, tally } = this;
    const { networks } = this.request.system;
    const schedule = this.schedules[v] as Schedule;
    const seconds = (this.blocksSeconds[v] as number) + this.ofPasses.passesSeconds;
    const tier1 = this.cells.tier1[cell] as number;
    const tier2 = this.cells.tier2[cell] as number;
    const { dataTiers } = pipeline;
    for (let i = 0; i < dataTiers.length; i++) {
      const { dataTier, index } = dataTiers[i] as DataTierNode;
      const reduction = this.reductions[dataTier] as number;
      for (let choice = 0; choice < group.dataOverlaps.length; choice++) {
        let exposed = 0;
        if (this.reduces) {
          exposed =
            group.dataOverlaps[choice] === true
              ? overlappedReductionSeconds(
                  schedule,
                  this.pass,
                  dataTier === tensorTier ? this.sharedWindow : this.window,
                  reduction,
                  this.traffic.backwardSeconds,
                  (networks[dataTier] as Network).processorUsage,
                  dataTier === pipeline.pipelineTier,
                )
              : schedule.blocksPerStage * reduction;
        }
        tally.add(place + choice * strideDataOverlap + index, group.batch / (seconds + exposed), tier1, tier2);
      }
    }
  }
}
