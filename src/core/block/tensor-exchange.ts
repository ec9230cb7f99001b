import type { BlockSetting } from './block-setting.js';
import { activationElements, isSequenceParallel } from './block-setting.js';
import { backwardCollective, exchangeSeconds, forwardCollective, isSplit } from './exchange-direction.js';
import type { ExchangeSide } from './exchange-direction.js';
import type { Operation } from './operation.js';
import { combinedSeconds } from '../system/throughput.js';
import { timeOperation } from './processing.js';

/**
 * A tensor-parallel exchange of the whole activation A, none of it hidden (docs/model.md, "TP exchange").
 * Its FLOP and bytes count as work, but all of its time is network time. Nothing at all for t = 1.
 */
export function tensorExchange(op: Operation, setting: BlockSetting, side: ExchangeSide): void {
  const t = setting.tensorParallel;
  if (t === 1) return;
  const elements = activationElements(setting);
  const bytes = elements * setting.elementBytes.activation;
  const sequenceParallel = isSequenceParallel(setting);
  const reductionFlop = (elements * (t - 1)) / t;

  op.inputElements = elements;
  op.outputElements = elements;
  if (side === 'closing') op.forward.flop = reductionFlop;
  else op.agrad.flop = reductionFlop;
  op.forward.bytes = side === 'opening' && !sequenceParallel ? 0 : 2 * bytes;
  op.agrad.bytes = side === 'closing' && !sequenceParallel ? 0 : 2 * bytes;
  if (sequenceParallel) {
    op.activationBytes = bytes / t;
    op.activationGradientBytes = bytes / t;
  } else if (side === 'closing') op.activationBytes = bytes;
  else op.activationGradientBytes = bytes;

  timeOperation(op, setting);
  exchange(op, setting, side, bytes, false);
  exchange(op, setting, side, bytes, true);
}

/** Network bytes and time of the base or the edge block's side of the exchange. */
function exchange(op: Operation, setting: BlockSetting, side: ExchangeSide, bytes: number, edge: boolean): void {
  const split = isSplit(setting, edge);
  const forward = forwardCollective(side, split);
  const backward = backwardCollective(side, split);
  const forwardBytes = forward === null ? 0 : bytes;
  const backwardBytes = backward === null ? 0 : bytes;
  const redoBytes = op.recommunicated ? forwardBytes : 0;
  const forwardSeconds = exchangeSeconds(setting, forward, forwardBytes) + stageSeconds(op.forward, setting);
  const backwardSeconds = exchangeSeconds(setting, backward, backwardBytes) + stageSeconds(op.agrad, setting);
  const redoSeconds = op.recommunicated ? exchangeSeconds(setting, forward, redoBytes) : 0;
  if (edge) {
    op.forward.edgeNetworkBytes = forwardBytes;
    op.forward.edgeNetworkSeconds = op.forward.edgeExposedSeconds = forwardSeconds;
    op.agrad.edgeNetworkBytes = backwardBytes;
    op.agrad.edgeNetworkSeconds = op.agrad.edgeExposedSeconds = backwardSeconds;
    op.wgrad.edgeNetworkBytes = redoBytes;
    op.wgrad.edgeNetworkSeconds = op.wgrad.edgeExposedSeconds = redoSeconds;
  } else {
    op.forward.baseNetworkBytes = forwardBytes;
    op.forward.baseNetworkSeconds = op.forward.baseExposedSeconds = forwardSeconds;
    op.agrad.baseNetworkBytes = backwardBytes;
    op.agrad.baseNetworkSeconds = op.agrad.baseExposedSeconds = backwardSeconds;
    op.wgrad.baseNetworkBytes = redoBytes;
    op.wgrad.baseNetworkSeconds = op.wgrad.baseExposedSeconds = redoSeconds;
  }
}

/** The reduction's own time: its FLOP and bytes as an ordinary operation would spend them. */
function stageSeconds(stage: Operation['forward'], setting: BlockSetting): number {
  return combinedSeconds(setting.processingMode, stage.flopSeconds, stage.memorySeconds);
}
