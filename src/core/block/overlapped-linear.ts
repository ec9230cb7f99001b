import type { Seconds } from '../quantities/units.js';
import { combinedSeconds, flopSeconds } from '../system/throughput.js';
import type { BlockSetting } from './block-setting.js';
import { isSequenceParallel } from './block-setting.js';
import { describeLinear } from './compute-kinds.js';
import { backwardCollective, exchangeSeconds, forwardCollective, isSplit } from './exchange-direction.js';
import type { ExchangeSide } from './exchange-direction.js';
import type { Operation, StageWork } from './operation.js';
import { moveOperands, setWeights, settleStage, timeOperation } from './processing.js';

/**
 * A Linear m×n · n×k whose tensor-parallel exchange is cut into t tiles and hidden behind its product
 * (docs/model.md, "Linear overlapped with its TP exchange"). The opening one splits k over the group, the
 * closing one splits n.
 */
export function overlappedLinear(
  op: Operation,
  setting: BlockSetting,
  side: ExchangeSide,
  m: number,
  wholeInner: number,
  wholeOuter: number,
): void {
  const t = setting.tensorParallel;
  const n = side === 'closing' ? Math.floor(wholeInner / t) : wholeInner;
  const k = side === 'opening' ? Math.floor(wholeOuter / t) : wholeOuter;
  const bytes = setting.elementBytes.activation;
  describeLinear(op, m, n, k);
  op.tiles = t;
  if (isSequenceParallel(setting)) {
    op.activationBytes = (side === 'opening' ? Math.floor((m * n) / t) : m * n) * bytes;
    op.activationGradientBytes = (side === 'opening' ? m * k : 2 * Math.floor((m * k) / t)) * bytes;
  } else {
    op.activationBytes = side === 'opening' ? m * n * bytes : 0;
    op.activationGradientBytes = side === 'closing' ? 2 * m * k * bytes : 0;
  }
  moveOperands(op, setting);
  setWeights(op, setting);
  timeOperation(op, setting);
  exchange(op, setting, side, false);
  exchange(op, setting, side, true);
  // The time of a stage follows the base block's network, and base and edge report the same exposed time.
  overlapStage(op.forward, setting, op.forward.baseNetworkSeconds);
  overlapStage(op.agrad, setting, op.agrad.baseNetworkSeconds);
  overlapStage(op.wgrad, setting, op.wgrad.baseNetworkSeconds);
  settleStage(op.optimizer, setting);
  op.overlapBytesPerSecond = Math.max(bandwidthToOverlap(op.forward, setting), bandwidthToOverlap(op.agrad, setting));
}

/** Network bytes and link time of the base or the edge block, including the reduction's vector work. */
function exchange(op: Operation, setting: BlockSetting, side: ExchangeSide, edge: boolean): void {
  const split = isSplit(setting, edge);
  const forward = forwardCollective(side, split);
  const backward = backwardCollective(side, split);
  const bytes = (side === 'opening' ? op.inputElements : op.outputElements) * setting.elementBytes.activation;
  const forwardBytes = forward === null ? 0 : bytes;
  const backwardBytes = backward === null ? 0 : bytes;
  const reduction = reductionSeconds(setting, bytes);
  const forwardSeconds = exchangeSeconds(setting, forward, forwardBytes) + (side === 'closing' ? reduction : 0);
  const backwardSeconds = exchangeSeconds(setting, backward, backwardBytes) + (side === 'opening' ? reduction : 0);
  const redoBytes = op.recommunicated ? forwardBytes : 0;
  const redoSeconds = op.recommunicated ? exchangeSeconds(setting, forward, redoBytes) : 0;
  if (edge) {
    op.forward.edgeNetworkBytes = forwardBytes;
    op.forward.edgeNetworkSeconds = forwardSeconds;
    op.agrad.edgeNetworkBytes = backwardBytes;
    op.agrad.edgeNetworkSeconds = backwardSeconds;
    op.wgrad.edgeNetworkBytes = redoBytes;
    op.wgrad.edgeNetworkSeconds = redoSeconds;
  } else {
    op.forward.baseNetworkBytes = forwardBytes;
    op.forward.baseNetworkSeconds = forwardSeconds;
    op.agrad.baseNetworkBytes = backwardBytes;
    op.agrad.baseNetworkSeconds = backwardSeconds;
    op.wgrad.baseNetworkBytes = redoBytes;
    op.wgrad.baseNetworkSeconds = redoSeconds;
  }
}

/** Summing the group's partial results on the vector engine. */
function reductionSeconds(setting: BlockSetting, bytes: number): Seconds {
  const t = setting.tensorParallel;
  return flopSeconds(setting.vector, ((bytes / setting.elementBytes.activation) * (t - 1)) / t);
}

/**
 * Time of a stage whose network time N hides tile by tile behind the product: one tile runs alone, the other
 * t − 1 run beside the network, which takes a share u of the compute. The pipe scheme leaves one more tile's
 * network time exposed than the ring.
 */
function overlapStage(stage: StageWork, setting: BlockSetting, network: Seconds): void {
  const { processingMode, tensorParallel: t, tensorOverlap } = setting;
  const alone = combinedSeconds(processingMode, stage.flopSeconds, stage.memorySeconds);
  stage.seconds = alone;
  stage.baseExposedSeconds = 0;
  stage.edgeExposedSeconds = 0;
  if (network === 0) return;
  const usage = setting.tensorNetwork.processorUsage;
  const slowedFlop = stage.flopSeconds / (1 - usage);
  const slowed = combinedSeconds(processingMode, slowedFlop, stage.memorySeconds);
  const tileNetwork = network / t;
  const tileFlop = slowedFlop / t;
  const tileAlone = alone / t;
  let seconds: Seconds;
  let exposed: Seconds;
  if (tileNetwork > tileFlop) {
    seconds = tileAlone + (t - 1) * (slowed / t);
    exposed = (t - 1) * (tileNetwork - tileFlop);
  } else {
    seconds = tileAlone + (t - 1) * tileAlone + (t - 1) * tileNetwork * usage;
    exposed = 0;
  }
  if (tensorOverlap === 'pipe') {
    seconds += tileNetwork;
    exposed += tileNetwork;
  }
  stage.seconds = seconds;
  stage.baseExposedSeconds = exposed;
  stage.edgeExposedSeconds = exposed;
}

/** Bytes/s at which the stage's larger exchange would just hide behind the slowed product. */
function bandwidthToOverlap(stage: StageWork, setting: BlockSetting): number {
  const t = setting.tensorParallel;
  const bytes = Math.max(stage.baseNetworkBytes, stage.edgeNetworkBytes);
  const tileFlopSeconds = stage.flopSeconds / (1 - setting.tensorNetwork.processorUsage) / t;
  return bytes / t / tileFlopSeconds;
}
