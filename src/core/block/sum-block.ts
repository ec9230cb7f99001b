import type { BlockCost } from './block-cost.js';
import type { BlockSetting } from './block-setting.js';
import { activationElements } from './block-setting.js';
import type { BlockSink, BlockWalk } from './block-sink.js';
import { newOperation } from './operation.js';
import type { Operation } from './operation.js';

export const newBlockCost = (): BlockCost => ({
  forwardFlop: 0,
  forwardFlopSeconds: 0,
  forwardBytes: 0,
  forwardMemorySeconds: 0,
  forwardSeconds: 0,
  recomputeFlop: 0,
  recomputeFlopSeconds: 0,
  recomputeBytes: 0,
  recomputeMemorySeconds: 0,
  recomputeSeconds: 0,
  agradFlop: 0,
  agradFlopSeconds: 0,
  agradBytes: 0,
  agradMemorySeconds: 0,
  agradSeconds: 0,
  wgradFlop: 0,
  wgradFlopSeconds: 0,
  wgradBytes: 0,
  wgradMemorySeconds: 0,
  wgradSeconds: 0,
  optimizerFlop: 0,
  optimizerFlopSeconds: 0,
  optimizerBytes: 0,
  optimizerMemorySeconds: 0,
  optimizerSeconds: 0,
  baseForwardTensorBytes: 0,
  edgeForwardTensorBytes: 0,
  baseForwardTensorSeconds: 0,
  edgeForwardTensorSeconds: 0,
  baseForwardTensorExposedSeconds: 0,
  edgeForwardTensorExposedSeconds: 0,
  baseBackwardTensorBytes: 0,
  edgeBackwardTensorBytes: 0,
  baseBackwardTensorSeconds: 0,
  edgeBackwardTensorSeconds: 0,
  baseBackwardTensorExposedSeconds: 0,
  edgeBackwardTensorExposedSeconds: 0,
  baseRecommunicationBytes: 0,
  edgeRecommunicationBytes: 0,
  baseRecommunicationSeconds: 0,
  edgeRecommunicationSeconds: 0,
  baseRecommunicationExposedSeconds: 0,
  edgeRecommunicationExposedSeconds: 0,
  tensorOverlapBytesPerSecond: 0,
  weightBytes: 0,
  activationWorkingBytes: 0,
  activationStoredBytes: 0,
  checkpointBytes: 0,
  weightGradientBytes: 0,
  weightGradientUnreducedBytes: 0,
  activationGradientBytes: 0,
  optimizerStateBytes: 0,
});

/** Adds operations up into one block's cost. */
class BlockSum implements BlockSink {
  constructor(
    private readonly cost: BlockCost,
    private readonly setting: BlockSetting,
  ) {}

  add(op: Operation): void {
    const { cost, setting } = this;
    addForward(cost, op);
    cost.weightBytes += op.weightBytes;
    if (!op.shared) cost.activationWorkingBytes += op.activationBytes;
    if (!setting.training) {
      cost.activationStoredBytes += op.activationBytes;
      return;
    }
    addRecompute(cost, op);
    addBackward(cost, op);
    addOptimizer(cost, op);
    cost.weightGradientBytes += op.weightGradientBytes;
    cost.weightGradientUnreducedBytes += op.weightGradientUnreducedBytes;
    cost.activationGradientBytes += op.activationGradientBytes;
    cost.optimizerStateBytes += op.optimizerBytes;
    if (setting.recomputeBlock) return;
    if (op.stored) cost.activationStoredBytes += op.activationBytes;
    if (!op.outputStored) cost.activationStoredBytes -= op.outputElements * setting.elementBytes.activation;
  }
}

function addForward(cost: BlockCost, op: Operation): void {
  const { forward } = op;
  cost.forwardFlop += forward.flop;
  cost.forwardFlopSeconds += forward.flopSeconds;
  cost.forwardBytes += forward.bytes;
  cost.forwardMemorySeconds += forward.memorySeconds;
  cost.forwardSeconds += forward.seconds;
  cost.baseForwardTensorBytes += forward.baseNetworkBytes;
  cost.edgeForwardTensorBytes += forward.edgeNetworkBytes;
  cost.baseForwardTensorSeconds += forward.baseNetworkSeconds;
  cost.edgeForwardTensorSeconds += forward.edgeNetworkSeconds;
  cost.baseForwardTensorExposedSeconds += forward.baseExposedSeconds;
  cost.edgeForwardTensorExposedSeconds += forward.edgeExposedSeconds;
  cost.tensorOverlapBytesPerSecond = Math.max(cost.tensorOverlapBytesPerSecond, op.overlapBytesPerSecond);
}

/**
 * Forward work repeated in the backward pass. Two quirks of the reference, kept for agreement: the FLOP, bytes
 * and their times add the *running* forward sum up to and including each recomputed operation; and the
 * exposed recommunication of an overlapped Linear is its forward exposed time.
 */
function addRecompute(cost: BlockCost, op: Operation): void {
  if (op.recomputed) {
    cost.recomputeFlop += cost.forwardFlop;
    cost.recomputeFlopSeconds += cost.forwardFlopSeconds;
    cost.recomputeBytes += cost.forwardBytes;
    cost.recomputeMemorySeconds += cost.forwardMemorySeconds;
    cost.recomputeSeconds += op.forward.seconds;
  }
  if (!op.recommunicated) return;
  const exposing = op.kind === 'overlapped' ? op.forward : op.wgrad;
  cost.baseRecommunicationBytes += op.wgrad.baseNetworkBytes;
  cost.edgeRecommunicationBytes += op.wgrad.edgeNetworkBytes;
  cost.baseRecommunicationSeconds += op.wgrad.baseNetworkSeconds;
  cost.edgeRecommunicationSeconds += op.wgrad.edgeNetworkSeconds;
  cost.baseRecommunicationExposedSeconds += exposing.baseExposedSeconds;
  cost.edgeRecommunicationExposedSeconds += exposing.edgeExposedSeconds;
}

function addBackward(cost: BlockCost, op: Operation): void {
  const { agrad, wgrad } = op;
  cost.agradFlop += agrad.flop;
  cost.agradFlopSeconds += agrad.flopSeconds;
  cost.agradBytes += agrad.bytes;
  cost.agradMemorySeconds += agrad.memorySeconds;
  cost.agradSeconds += agrad.seconds;
  cost.baseBackwardTensorBytes += agrad.baseNetworkBytes;
  cost.edgeBackwardTensorBytes += agrad.edgeNetworkBytes;
  cost.baseBackwardTensorSeconds += agrad.baseNetworkSeconds;
  cost.edgeBackwardTensorSeconds += agrad.edgeNetworkSeconds;
  cost.baseBackwardTensorExposedSeconds += agrad.baseExposedSeconds;
  cost.edgeBackwardTensorExposedSeconds += agrad.edgeExposedSeconds;
  cost.wgradFlop += wgrad.flop;
  cost.wgradFlopSeconds += wgrad.flopSeconds;
  cost.wgradBytes += wgrad.bytes;
  cost.wgradMemorySeconds += wgrad.memorySeconds;
  cost.wgradSeconds += wgrad.seconds;
}

function addOptimizer(cost: BlockCost, op: Operation): void {
  const { optimizer } = op;
  cost.optimizerFlop += optimizer.flop;
  cost.optimizerFlopSeconds += optimizer.flopSeconds;
  cost.optimizerBytes += optimizer.bytes;
  cost.optimizerMemorySeconds += optimizer.memorySeconds;
  cost.optimizerSeconds += optimizer.seconds;
}

/**
 * Cost of one block of the kind that `walk` describes, for one microbatch, into `out`. `op` is a record to write
 * operations into.
 */
export function costBlock(
  walk: BlockWalk,
  setting: BlockSetting,
  out: BlockCost = newBlockCost(),
  op: Operation = newOperation(),
): BlockCost {
  walk(setting, op, new BlockSum(out, setting));
  if (setting.training && setting.recomputeBlock) {
    out.checkpointBytes = activationElements(setting) * setting.elementBytes.activation;
  }
  return out;
}
