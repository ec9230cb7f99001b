import type { BlockCost } from '../block/block-cost.js';
import type { BlockSetting } from '../block/block-setting.js';
import { blockSetting } from '../block/block-setting.js';
import { newOperation } from '../block/operation.js';
import { costBlock, newBlockCost } from '../block/sum-block.js';
import { walkTransformerBlock } from '../block/transformer-block.js';
import type { RecomputeMode, TensorOverlap } from '../inputs/design.js';
import type { SearchRequest } from './request.js';
import type { ExchangeChoice } from './space.js';

const RECOMPUTE: Readonly<Record<RecomputeMode, number>> = { full: 0, attn_only: 1, none: 2 };
const OVERLAP: Readonly<Record<TensorOverlap, number>> = { none: 0, ring: 1, pipe: 2 };
const EXCHANGE = { ar: 0, p2p_rs_ag: 1, rs_ag: 2 } as const;

/**
 * Blocks of one tensor-parallel degree, computed once and shared by all pipeline and data-parallel degrees,
 * schedules and offload choices. A block's cost splits in two: all but the optimizer depends on the microbatch, the
 * exchange and recomputation; the optimizer only on t, the overlap and the number of shards.
 */
export class BlockCache {
  private readonly setting: BlockSetting;
  private readonly op = newOperation();
  private readonly blocks = new Map<number, BlockCost>();
  private readonly optimizers = new Map<number, BlockCost>();
  private readonly tiers: number;

  constructor(
    private readonly request: SearchRequest,
    tensorParallel: number,
  ) {
    this.tiers = request.system.networks.length;
    this.setting = blockSetting(request.model, request.system, {
      processors: tensorParallel,
      tensorParallel,
      pipelineParallel: 1,
      dataParallel: 1,
      tensorTier: 0,
      pipelineTier: 0,
      dataTier: 0,
      batch: 1,
      microbatch: 1,
      datatype: request.datatype,
      fusedActivation: false,
      attention: 'multihead',
      recompute: 'none',
      interleaving: 1,
      optimizerSharding: false,
      tensorCommunication: 'ar',
      tensorOverlap: 'none',
      repeatAllGather: false,
      dataOverlap: false,
      weightOffload: false,
      activationOffload: false,
      optimizerOffload: false,
      training: true,
    });
  }

  /** Blocks that are kept. */
  get size(): number {
    return this.blocks.size + this.optimizers.size;
  }

  /** The block without its optimizer's share; see `withOptimizer`. */
  block(
    microbatch: number,
    recompute: RecomputeMode,
    exchange: ExchangeChoice,
    overlap: TensorOverlap,
    fused: boolean,
    tensorTier: number,
  ): BlockCost {
    const key =
      ((((microbatch * 3 + RECOMPUTE[recompute]) * 3 + EXCHANGE[exchange.tensorCommunication]) * 3 + OVERLAP[overlap]) *
        4 +
        (exchange.repeatAllGather ? 2 : 0) +
        (fused ? 1 : 0)) *
        this.tiers +
      tensorTier;
    const known = this.blocks.get(key);
    if (known !== undefined) return known;
    const setting = this.settingFor(microbatch, exchange);
    setting.recomputeBlock = recompute === 'full';
    setting.recomputeAttention = recompute !== 'none';
    setting.tensorOverlap = overlap;
    setting.fusedActivation = fused;
    setting.optimizerShards = 1;
    const tensorNetwork = this.request.system.networks[tensorTier];
    if (tensorNetwork !== undefined) setting.tensorNetwork = tensorNetwork;
    const block = costBlock(walkTransformerBlock, setting, newBlockCost(), this.op);
    this.blocks.set(key, block);
    return block;
  }

  /** The setting with what the pipeline's messages depend on filled in. */
  settingFor(microbatch: number, exchange: ExchangeChoice): BlockSetting {
    const { setting } = this;
    setting.microbatch = microbatch;
    setting.tensorCommunication = exchange.tensorCommunication;
    setting.repeatAllGather = exchange.repeatAllGather;
    return setting;
  }

  /** Writes the optimizer's share, split over `shards`, into the block. */
  withOptimizer(block: BlockCost, overlap: TensorOverlap, shards: number): BlockCost {
    const optimizer = this.optimizer(overlap, shards);
    block.optimizerFlop = optimizer.optimizerFlop;
    block.optimizerFlopSeconds = optimizer.optimizerFlopSeconds;
    block.optimizerBytes = optimizer.optimizerBytes;
    block.optimizerMemorySeconds = optimizer.optimizerMemorySeconds;
    block.optimizerSeconds = optimizer.optimizerSeconds;
    block.optimizerStateBytes = optimizer.optimizerStateBytes;
    block.weightGradientBytes = optimizer.weightGradientBytes;
    return block;
  }

  private optimizer(overlap: TensorOverlap, shards: number): BlockCost {
    const key = shards * 3 + OVERLAP[overlap];
    const known = this.optimizers.get(key);
    if (known !== undefined) return known;
    const { setting } = this;
    setting.tensorOverlap = overlap;
    setting.optimizerShards = shards;
    const optimizer = costBlock(walkTransformerBlock, setting, newBlockCost(), this.op);
    this.optimizers.set(key, optimizer);
    return optimizer;
  }
}
