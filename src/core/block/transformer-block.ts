import type { BlockSetting } from './block-setting.js';
import { activationElements, isSequenceParallel, splitActivationElements } from './block-setting.js';
import type { BlockSink } from './block-sink.js';
import { batchedMatmul, dropout, fork, gelu, layerNorm, linear, residualAdd, softmax } from './compute-kinds.js';
import type { Operation } from './operation.js';
import { startOperation } from './operation.js';
import { overlappedLinear } from './overlapped-linear.js';
import { tensorExchange } from './tensor-exchange.js';

/** Elements of the residual stream on one processor: its share of the tokens under sequence parallelism. */
const residualElements = (setting: BlockSetting): number =>
  isSequenceParallel(setting) ? splitActivationElements(setting) : activationElements(setting);

/** Walks the operations of one GPT block, attention then MLP, in the paper's order. */
export function walkTransformerBlock(setting: BlockSetting, op: Operation, sink: BlockSink): void {
  walkAttention(setting, op, sink);
  walkMlp(setting, op, sink);
}

function walkAttention(setting: BlockSetting, op: Operation, sink: BlockSink): void {
  const residual = residualElements(setting);
  startOperation(op, 'AttnBlock_Fork', 'compute');
  op.recomputed = setting.recomputeBlock;
  fork(op, setting, residual, 2);
  sink.add(op);

  startOperation(op, 'AttnBlock_LayerNorm', 'compute');
  op.recomputed = setting.recomputeBlock;
  op.stored = false;
  op.shared = true;
  layerNorm(op, setting, residual);
  sink.add(op);

  if (setting.tensorOverlap === 'none') walkProjections(setting, op, sink);
  else walkOverlappedProjections(setting, op, sink);
  walkScores(setting, op, sink);
  walkAttentionOutput(setting, op, sink);

  startOperation(op, 'AttnBlock_DropOut', 'compute');
  op.recomputed = setting.recomputeBlock;
  dropout(op, setting, residual);
  sink.add(op);

  startOperation(op, 'AttnBlock_Residual', 'compute');
  op.recomputed = setting.recomputeBlock;
  op.stored = false;
  op.shared = true;
  residualAdd(op, setting, residual);
  sink.add(op);
}

/** The activation gathered for the attention is not stored where the backward pass makes it again. */
const gathersAttentionAgain = (setting: BlockSetting): boolean => setting.recomputeAttention || setting.repeatAllGather;
const gathersMlpAgain = (setting: BlockSetting): boolean => setting.recomputeBlock || setting.repeatAllGather;

function tokens(setting: BlockSetting): number {
  return setting.microbatch * setting.model.sequenceLength;
}

/** A projection of the gathered activation, which it shares with the fork before it. */
function walkProjection(setting: BlockSetting, op: Operation, sink: BlockSink, name: string, outer: number): void {
  startOperation(op, name, 'compute');
  op.recomputed = setting.recomputeBlock;
  op.stored = false;
  op.shared = true;
  linear(op, setting, tokens(setting), setting.model.hidden, outer);
  sink.add(op);
}

function walkProjectionFork(setting: BlockSetting, op: Operation, sink: BlockSink, name: string, users: number): void {
  startOperation(op, name, 'compute');
  op.recomputed = gathersAttentionAgain(setting);
  op.stored = !gathersAttentionAgain(setting);
  fork(op, setting, activationElements(setting), users);
  sink.add(op);
}

function walkProjections(setting: BlockSetting, op: Operation, sink: BlockSink): void {
  const { heads, headSize } = setting.model;
  startOperation(op, 'AttnBlock_F', 'exchange');
  op.recommunicated = gathersAttentionAgain(setting);
  tensorExchange(op, setting, 'opening');
  sink.add(op);

  const query = Math.floor((heads * headSize) / setting.tensorParallel);
  const keyValue = setting.attention === 'multiquery' ? headSize : query;
  walkProjectionFork(setting, op, sink, 'AttnBlock_Multihead_Fork', 3);
  walkProjection(setting, op, sink, 'AttnBlock_Query', query);
  walkProjection(setting, op, sink, 'AttnBlock_Key', keyValue);
  walkProjection(setting, op, sink, 'AttnBlock_Value', keyValue);
}

function walkOverlappedProjections(setting: BlockSetting, op: Operation, sink: BlockSink): void {
  const { hidden, heads, headSize } = setting.model;
  const multiquery = setting.attention === 'multiquery';
  startOperation(op, multiquery ? 'AttnBlock_Query_AG' : 'AttnBlock_QKV_AG', 'overlapped');
  op.recomputed = setting.recomputeBlock;
  op.recommunicated = gathersAttentionAgain(setting);
  overlappedLinear(op, setting, 'opening', tokens(setting), hidden, (multiquery ? 1 : 3) * heads * headSize);
  sink.add(op);
  if (!multiquery) return;
  walkProjectionFork(setting, op, sink, 'AttnBlock_KV_Fork', 2);
  walkProjection(setting, op, sink, 'AttnBlock_Key', headSize);
  walkProjection(setting, op, sink, 'AttnBlock_Value', headSize);
}

function walkScores(setting: BlockSetting, op: Operation, sink: BlockSink): void {
  const { sequenceLength: s, heads, headSize } = setting.model;
  const { microbatch: b, tensorParallel: t, recomputeAttention } = setting;
  const count = Math.floor((b * heads) / t);
  const scores = Math.floor(heads / t) * s * s * b;

  startOperation(op, 'AttnBlock_Multihead_Key_Query', 'compute');
  op.recomputed = recomputeAttention;
  op.outputStored = !recomputeAttention;
  batchedMatmul(op, setting, count, s, headSize, s);
  sink.add(op);

  startOperation(op, 'AttnBlock_Multihead_SoftMax', 'compute');
  op.recomputed = recomputeAttention;
  op.outputStored = !recomputeAttention;
  softmax(op, setting, scores);
  sink.add(op);

  startOperation(op, 'AttnBlock_Multihead_DropOut', 'compute');
  op.recomputed = recomputeAttention;
  op.stored = !recomputeAttention;
  dropout(op, setting, scores);
  sink.add(op);

  startOperation(op, 'AttnBlock_Multihead_Attn', 'compute');
  op.recomputed = setting.recomputeBlock;
  batchedMatmul(op, setting, count, s, s, headSize);
  sink.add(op);
}

function walkAttentionOutput(setting: BlockSetting, op: Operation, sink: BlockSink): void {
  const { hidden, heads, headSize } = setting.model;
  if (setting.tensorOverlap === 'none') {
    startOperation(op, 'AttnBlock_MLP', 'compute');
    op.recomputed = setting.recomputeBlock;
    linear(op, setting, tokens(setting), Math.floor((heads * headSize) / setting.tensorParallel), hidden);
    sink.add(op);
    walkClosing(setting, op, sink, 'AttnBlock_G');
  } else {
    startOperation(op, 'AttnBlock_MLP_RS', 'overlapped');
    op.recomputed = setting.recomputeBlock;
    op.recommunicated = setting.recomputeBlock;
    overlappedLinear(op, setting, 'closing', tokens(setting), heads * headSize, hidden);
    sink.add(op);
  }
}

function walkClosing(setting: BlockSetting, op: Operation, sink: BlockSink, name: string): void {
  startOperation(op, name, 'exchange');
  op.recommunicated = setting.recomputeBlock;
  op.stored = false;
  tensorExchange(op, setting, 'closing');
  sink.add(op);
}

function walkMlp(setting: BlockSetting, op: Operation, sink: BlockSink): void {
  const { feedforward } = setting.model;
  const residual = residualElements(setting);
  startOperation(op, 'MlpBlock_Fork', 'compute');
  op.recomputed = setting.recomputeBlock;
  fork(op, setting, residual, 2);
  sink.add(op);

  startOperation(op, 'MlpBlock_LayerNorm', 'compute');
  op.recomputed = setting.recomputeBlock;
  op.stored = false;
  op.shared = true;
  layerNorm(op, setting, residual);
  sink.add(op);

  walkMlpUp(setting, op, sink);

  startOperation(op, 'MlpBlock_GeLU', 'compute');
  op.recomputed = setting.recomputeBlock;
  gelu(op, setting, Math.floor((feedforward * tokens(setting)) / setting.tensorParallel));
  sink.add(op);

  walkMlpDown(setting, op, sink);

  startOperation(op, 'MlpBlock_DropOut', 'compute');
  op.recomputed = setting.recomputeBlock;
  dropout(op, setting, residual);
  sink.add(op);

  startOperation(op, 'MlpBlock_Residual', 'compute');
  op.recomputed = setting.recomputeBlock;
  op.stored = false;
  op.shared = true;
  residualAdd(op, setting, residual);
  sink.add(op);
}

function walkMlpUp(setting: BlockSetting, op: Operation, sink: BlockSink): void {
  const { hidden, feedforward } = setting.model;
  if (setting.tensorOverlap === 'none') {
    startOperation(op, 'MlpBlock_F', 'exchange');
    op.recommunicated = gathersMlpAgain(setting);
    tensorExchange(op, setting, 'opening');
    sink.add(op);
    startOperation(op, 'MlpBlock_Mlp1', 'compute');
    op.recomputed = setting.recomputeBlock;
    op.stored = !gathersMlpAgain(setting);
    linear(op, setting, tokens(setting), hidden, Math.floor(feedforward / setting.tensorParallel));
    sink.add(op);
  } else {
    startOperation(op, 'MlpBlock_Mlp1_AG', 'overlapped');
    op.recomputed = setting.recomputeBlock;
    op.recommunicated = gathersMlpAgain(setting);
    overlappedLinear(op, setting, 'opening', tokens(setting), hidden, feedforward);
    sink.add(op);
  }
}

function walkMlpDown(setting: BlockSetting, op: Operation, sink: BlockSink): void {
  const { hidden, feedforward } = setting.model;
  if (setting.tensorOverlap === 'none') {
    startOperation(op, 'MlpBlock_Mlp2', 'compute');
    op.recomputed = setting.recomputeBlock;
    linear(op, setting, tokens(setting), Math.floor(feedforward / setting.tensorParallel), hidden);
    sink.add(op);
    walkClosing(setting, op, sink, 'MlpBlock_G');
  } else {
    startOperation(op, 'MlpBlock_Mlp2_RS', 'overlapped');
    op.recomputed = setting.recomputeBlock;
    op.recommunicated = setting.recomputeBlock;
    overlappedLinear(op, setting, 'closing', tokens(setting), feedforward, hidden);
    sink.add(op);
  }
}
