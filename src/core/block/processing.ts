import { combinedSeconds, flopSeconds, transferSeconds } from '../system/throughput.js';
import type { ThroughputCurve } from '../system/system.js';
import type { BlockSetting } from './block-setting.js';
import type { Operation, StageWork } from './operation.js';

/** FLOP the Adam update spends on one weight. */
const ADAM_FLOP_PER_WEIGHT = 11;
/** float32 numbers Adam keeps for one weight: momentum and variance. */
const ADAM_STATES = 2;
const MASTER_BYTES = 4;

/**
 * Weights, their gradients and their optimizer state. Below 4 bytes a float32 master copy is kept.
 * Gradients accumulate in 4 bytes until they are reduced; reduced gradients and the state are split over
 * the optimizer's shards.
 */
export function setWeights(op: Operation, setting: BlockSetting): void {
  const { elementBytes, optimizerShards } = setting;
  const weights = op.weightElements;
  const masterBytes = elementBytes.weight < MASTER_BYTES ? MASTER_BYTES * weights : 0;
  op.weightBytes = weights * elementBytes.weight;
  op.weightGradientBytes = (weights * elementBytes.gradient) / optimizerShards;
  op.weightGradientUnreducedBytes = weights * MASTER_BYTES;
  op.optimizerBytes = (masterBytes + MASTER_BYTES * ADAM_STATES * weights) / optimizerShards;
  op.optimizer.flop = (ADAM_FLOP_PER_WEIGHT * weights) / optimizerShards;
  op.optimizer.bytes = op.optimizerBytes;
}

/**
 * Bytes an ordinary operation moves: forward its inputs, outputs and weights; for the activations' gradient
 * its weights, activations and gradients; for the weights' gradient the same with the weights' gradient.
 */
export function moveOperands(op: Operation, { elementBytes }: BlockSetting): void {
  const weightBytes = op.weightElements * elementBytes.weight;
  const gradientBytes = op.weightElements * elementBytes.gradient;
  op.forward.bytes = (op.inputElements + op.outputElements) * elementBytes.activation + weightBytes;
  op.agrad.bytes = weightBytes + op.activationBytes + op.activationGradientBytes;
  op.wgrad.bytes = op.weightElements === 0 ? 0 : gradientBytes + op.activationBytes + op.activationGradientBytes;
}

/** Times of one stage's FLOP and bytes, each on its own. */
function timeWork(stage: StageWork, engine: ThroughputCurve, setting: BlockSetting): void {
  stage.flopSeconds = flopSeconds(engine, stage.flop);
  stage.memorySeconds = transferSeconds(setting.memory, stage.bytes);
}

/** Times all four stages. The optimizer always runs on the vector engine. */
export function timeOperation(op: Operation, setting: BlockSetting): void {
  const engine = op.onMatrixEngine ? setting.matrix : setting.vector;
  timeWork(op.forward, engine, setting);
  timeWork(op.agrad, engine, setting);
  timeWork(op.wgrad, engine, setting);
  timeWork(op.optimizer, setting.vector, setting);
}

/** Processing time of a stage with nothing on the network. */
export function settleStage(stage: StageWork, setting: BlockSetting): void {
  stage.seconds = combinedSeconds(setting.processingMode, stage.flopSeconds, stage.memorySeconds);
}

/** Finishes an operation whose FLOP, elements, activation bytes and moved bytes are set. */
export function settleOperation(op: Operation, setting: BlockSetting): void {
  setWeights(op, setting);
  timeOperation(op, setting);
  settleStage(op.forward, setting);
  settleStage(op.agrad, setting);
  settleStage(op.wgrad, setting);
  settleStage(op.optimizer, setting);
}
