import type { AttentionType, Datatype, ProcessingMode, TensorCommunication, TensorOverlap } from '../inputs/design.js';
import type { Transformer } from '../model/transformer.js';
import type { Strategy } from '../strategy/strategy.js';
import { datatypeBytes } from '../system/datatype-bytes.js';
import type { Network, System, ThroughputCurve } from '../system/system.js';

/** Bytes of one element by role. The reference has one datatype for all of them. */
export interface ElementBytes {
  readonly activation: number;
  readonly weight: number;
  /** Of weights' gradients once reduced. */
  readonly gradient: number;
}

function uniformBytes(datatype: Datatype): ElementBytes {
  const bytes = datatypeBytes(datatype);
  return { activation: bytes, weight: bytes, gradient: bytes };
}

/**
 * All that one block's cost depends on, and nothing else: two strategies with the same setting share
 * the block. Plain and mutable, so that a search can step one setting through its loops.
 */
export interface BlockSetting {
  model: Transformer;
  /** t. */
  tensorParallel: number;
  /** b, samples. */
  microbatch: number;
  /** B, bytes of one element, by what the element is. */
  elementBytes: ElementBytes;
  attention: AttentionType;
  fusedActivation: boolean;
  /** Full recompute (F of the model's equations). */
  recomputeBlock: boolean;
  /** The attention's scores, softmax and dropout are recomputed (R): full or attention-only. */
  recomputeAttention: boolean;
  repeatAllGather: boolean;
  tensorCommunication: TensorCommunication;
  tensorOverlap: TensorOverlap;
  /** Processors the optimizer state is split over: d when sharded, else 1. */
  optimizerShards: number;
  training: boolean;
  matrix: ThroughputCurve;
  vector: ThroughputCurve;
  memory: ThroughputCurve;
  processingMode: ProcessingMode;
  tensorNetwork: Network;
}

/** Activations are split along the sequence between exchanges (Korthikanti et al. 2022). */
export const isSequenceParallel = (setting: Pick<BlockSetting, 'tensorCommunication'>): boolean =>
  setting.tensorCommunication === 'rs_ag';

/** Elements of one activation, A = b·s·h, as the tensor-parallel group sees it together. */
export const activationElements = (setting: BlockSetting): number =>
  setting.microbatch * setting.model.sequenceLength * setting.model.hidden;

/** Elements of one processor's share when split by tokens: ⌊b·s/t⌋·h. */
export const splitActivationElements = (setting: BlockSetting): number =>
  Math.floor((setting.microbatch * setting.model.sequenceLength) / setting.tensorParallel) * setting.model.hidden;

/**
 * The setting a strategy asks for.
 * @throws if the system lacks the datatype or the tier, which the rules exclude beforehand.
 */
export function blockSetting(model: Transformer, system: System, strategy: Strategy): BlockSetting {
  const engines = system.engines[strategy.datatype];
  const tensorNetwork = system.networks[strategy.tensorTier];
  if (engines === undefined || tensorNetwork === undefined) {
    throw new Error(`no ${strategy.datatype} engines or no network tier ${strategy.tensorTier}: check the rules first`);
  }
  return {
    model,
    tensorParallel: strategy.tensorParallel,
    microbatch: strategy.microbatch,
    elementBytes: uniformBytes(strategy.datatype),
    attention: strategy.attention,
    fusedActivation: strategy.fusedActivation,
    recomputeBlock: strategy.recompute === 'full',
    recomputeAttention: strategy.recompute !== 'none',
    repeatAllGather: strategy.repeatAllGather,
    tensorCommunication: strategy.tensorCommunication,
    tensorOverlap: strategy.tensorOverlap,
    optimizerShards: strategy.optimizerSharding ? strategy.dataParallel : 1,
    training: strategy.training,
    matrix: engines.matrix,
    vector: engines.vector,
    memory: system.memory1.bandwidth,
    processingMode: system.processingMode,
    tensorNetwork,
  };
}
