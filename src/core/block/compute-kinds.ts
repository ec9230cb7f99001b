import type { Elements } from '../quantities/units.js';
import type { BlockSetting } from './block-setting.js';
import type { Operation } from './operation.js';
import { moveOperands, settleOperation } from './processing.js';

/**
 * The operations that only compute (docs/model.md, "One block"). Each takes a record that
 * `startOperation` made ready, writes its work in all stages, and times it.
 */

/** Sizes of a Linear m×n · n×k. */
export function describeLinear(op: Operation, m: number, n: number, k: number): void {
  const flop = 2 * m * n * k;
  op.onMatrixEngine = true;
  op.forward.flop = flop;
  op.agrad.flop = flop;
  op.wgrad.flop = flop;
  op.inputElements = m * n;
  op.outputElements = m * k;
  op.weightElements = n * k;
}

/** Matrix product of activations m×n with weights n×k. */
export function linear(op: Operation, setting: BlockSetting, m: number, n: number, k: number): void {
  describeLinear(op, m, n, k);
  op.activationBytes = m * n * setting.elementBytes.activation;
  op.activationGradientBytes = m * k * setting.elementBytes.activation;
  moveOperands(op, setting);
  settleOperation(op, setting);
}

/** `count` products of two activations, m×n · n×k; both inputs get a gradient. */
export function batchedMatmul(
  op: Operation,
  setting: BlockSetting,
  count: number,
  m: number,
  n: number,
  k: number,
): void {
  op.onMatrixEngine = true;
  op.forward.flop = count * 2 * m * n * k;
  op.agrad.flop = count * 4 * m * n * k;
  op.inputElements = count * (m * n + n * k);
  op.outputElements = count * m * k;
  op.activationBytes = op.inputElements * setting.elementBytes.activation;
  op.activationGradientBytes = op.outputElements * setting.elementBytes.activation;
  moveOperands(op, setting);
  settleOperation(op, setting);
}

/** Normalisation of x elements in rows of `hidden`, with a scale and a shift for each column. */
export function layerNorm(op: Operation, setting: BlockSetting, x: Elements): void {
  op.forward.flop = 9 * x;
  op.agrad.flop = 14 * x;
  op.wgrad.flop = 7 * x;
  op.inputElements = x;
  op.outputElements = x;
  op.weightElements = 2 * setting.model.hidden;
  op.activationBytes = x * setting.elementBytes.activation;
  op.activationGradientBytes = x * setting.elementBytes.activation;
  moveOperands(op, setting);
  settleOperation(op, setting);
}

/** Dropout keeps a mask of one byte an element, whatever the datatype. */
export function dropout(op: Operation, setting: BlockSetting, x: Elements): void {
  op.forward.flop = x;
  op.agrad.flop = x;
  op.inputElements = x;
  op.outputElements = x;
  op.activationBytes = x;
  op.activationGradientBytes = x;
  const maskBytes = x;
  op.forward.bytes = 2 * x * setting.elementBytes.activation + maskBytes;
  op.agrad.bytes = op.forward.bytes;
  settleOperation(op, setting);
}

/** GeLU; fused with its producer it stores nothing of its own. Its backward moves what its forward does. */
export function gelu(op: Operation, setting: BlockSetting, x: Elements): void {
  const keptElements = setting.fusedActivation ? 0 : x;
  op.forward.flop = 8 * x;
  op.agrad.flop = 13 * x;
  op.inputElements = x;
  op.outputElements = x;
  op.activationBytes = keptElements * setting.elementBytes.activation;
  op.activationGradientBytes = keptElements * setting.elementBytes.activation;
  op.forward.bytes = 2 * x * setting.elementBytes.activation;
  op.agrad.bytes = op.forward.bytes;
  settleOperation(op, setting);
}

/** Softmax over x scores. Its backward moves what its forward does. */
export function softmax(op: Operation, setting: BlockSetting, x: Elements): void {
  op.forward.flop = 5 * x;
  op.agrad.flop = 8 * x;
  op.inputElements = x;
  op.outputElements = x;
  op.activationBytes = x * setting.elementBytes.activation;
  op.activationGradientBytes = x * setting.elementBytes.activation;
  op.forward.bytes = 2 * x * setting.elementBytes.activation;
  op.agrad.bytes = op.forward.bytes;
  settleOperation(op, setting);
}

/** Sum of two tensors of x elements. */
export function residualAdd(op: Operation, setting: BlockSetting, x: Elements): void {
  op.forward.flop = x;
  op.agrad.flop = 2 * x;
  op.inputElements = 2 * x;
  op.outputElements = x;
  op.activationBytes = 2 * x * setting.elementBytes.activation;
  op.activationGradientBytes = x * setting.elementBytes.activation;
  moveOperands(op, setting);
  settleOperation(op, setting);
}

/** One tensor read by `users` operations: free forward, a sum of their gradients backward. */
export function fork(op: Operation, setting: BlockSetting, x: Elements, users: number): void {
  op.agrad.flop = users * x;
  op.inputElements = x;
  op.activationBytes = x * setting.elementBytes.activation;
  op.agrad.bytes = x * setting.elementBytes.activation * (users + 1);
  settleOperation(op, setting);
}
