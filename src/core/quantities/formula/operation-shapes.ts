import type { ExchangeSide } from '../../block/exchange-direction.js';
import type { Condition, Expression } from './expression.js';
import { any, cases, divide, floor, is, isNot, multiply, quantityOf, when } from './expression.js';
import { IN } from './input-ids.js';

/** The sizes of an operation. */
export type Shape =
  | { readonly kind: 'linear'; readonly rows: Expression; readonly inner: Expression; readonly columns: Expression }
  | {
      readonly kind: 'matmul';
      readonly count: Expression;
      readonly rows: Expression;
      readonly inner: Expression;
      readonly columns: Expression;
    }
  | {
      readonly kind: 'norm' | 'dropout' | 'gelu' | 'softmax' | 'residual';
      readonly elements: Expression;
    }
  | { readonly kind: 'fork'; readonly elements: Expression; readonly users: number }
  | { readonly kind: 'exchange'; readonly side: ExchangeSide }
  | {
      readonly kind: 'overlapped';
      readonly side: ExchangeSide;
      readonly rows: Expression;
      readonly inner: Expression;
      readonly columns: Expression;
    };

/** An operation as its formulas need it. A flag is true, false or a condition on the strategy. */
export interface OperationShape {
  readonly shape: Shape;
  readonly recomputed: Condition | boolean;
  readonly recommunicated: Condition | boolean;
  /** When its input is *not* kept for the backward pass. */
  readonly dropped: Condition | boolean;
  readonly shared: boolean;
  /** When its output is *not* kept. */
  readonly outputDropped: Condition | boolean;
}

const full = is(IN.recompute, 'full');
const recomputesAttention = isNot(IN.recompute, 'none');
const gathersAttentionAgain = any(recomputesAttention, is(IN.repeatGather, true));
const gathersMlpAgain = any(full, is(IN.repeatGather, true));
const tokens = quantityOf('tokens');
const residual = quantityOf('residual-elements');
const activation = quantityOf('activation-elements');
const hidden = quantityOf(IN.h);
const sequence = quantityOf(IN.s);
const headSize = quantityOf(IN.dh);
const split = (whole: Expression): Expression => floor(divide(whole, IN.t));
const heads = multiply(IN.a, IN.dh);
const query = split(heads);
const keyValue = cases(when(is(IN.attention, 'multiquery'), IN.dh), query);
const products = floor(divide(multiply(IN.b, IN.a), IN.t));
const scores = multiply(floor(divide(IN.a, IN.t)), IN.s, IN.s, IN.b);

const operation = (shape: Shape, more: Partial<OperationShape> = {}): OperationShape => ({
  shape,
  recomputed: full,
  recommunicated: false,
  dropped: false,
  shared: false,
  outputDropped: false,
  ...more,
});
const linear = (
  rows: Expression,
  inner: Expression,
  columns: Expression,
  more: Partial<OperationShape> = {},
): OperationShape => operation({ kind: 'linear', rows, inner, columns }, more);
const onElements = (
  kind: Extract<Shape, { elements: Expression; users?: never }>['kind'],
  elements: Expression,
  more: Partial<OperationShape> = {},
): OperationShape => operation({ kind, elements } as Shape, more);
const exchange = (side: ExchangeSide, recommunicated: Condition, dropped: boolean): OperationShape =>
  operation({ kind: 'exchange', side }, { recomputed: false, recommunicated, dropped });
const fork = (elements: Expression, users: number, more: Partial<OperationShape> = {}): OperationShape =>
  operation({ kind: 'fork', elements, users }, more);
/** The opening one splits its columns over the group, the closing one its inner size. */
const overlapped = (
  side: ExchangeSide,
  inner: Expression,
  columns: Expression,
  recommunicated: Condition,
): OperationShape =>
  operation(
    {
      kind: 'overlapped',
      side,
      rows: tokens,
      inner: side === 'closing' ? split(inner) : inner,
      columns: side === 'opening' ? split(columns) : columns,
    },
    { recommunicated },
  );
const beforeProjections = { recomputed: gathersAttentionAgain, dropped: gathersAttentionAgain } as const;
const sharedInput = { dropped: true, shared: true } as const;

/** Every operation there can be in a GPT block (core/block/transformer-block.ts), by its name. */
export const OPERATION_SHAPES: Readonly<Record<string, OperationShape>> = {
  AttnBlock_Fork: fork(residual, 2),
  AttnBlock_LayerNorm: onElements('norm', residual, sharedInput),
  AttnBlock_F: exchange('opening', gathersAttentionAgain, false),
  AttnBlock_Multihead_Fork: fork(activation, 3, beforeProjections),
  AttnBlock_KV_Fork: fork(activation, 2, beforeProjections),
  AttnBlock_Query: linear(tokens, hidden, query, sharedInput),
  AttnBlock_Key: linear(tokens, hidden, keyValue, sharedInput),
  AttnBlock_Value: linear(tokens, hidden, keyValue, sharedInput),
  AttnBlock_QKV_AG: overlapped('opening', hidden, multiply(3, IN.a, IN.dh), gathersAttentionAgain),
  AttnBlock_Query_AG: overlapped('opening', hidden, heads, gathersAttentionAgain),
  AttnBlock_Multihead_Key_Query: operation(
    { kind: 'matmul', count: products, rows: sequence, inner: headSize, columns: sequence },
    { recomputed: recomputesAttention, outputDropped: recomputesAttention },
  ),
  AttnBlock_Multihead_SoftMax: onElements('softmax', scores, {
    recomputed: recomputesAttention,
    outputDropped: recomputesAttention,
  }),
  AttnBlock_Multihead_DropOut: onElements('dropout', scores, {
    recomputed: recomputesAttention,
    dropped: recomputesAttention,
  }),
  AttnBlock_Multihead_Attn: operation({
    kind: 'matmul',
    count: products,
    rows: sequence,
    inner: sequence,
    columns: headSize,
  }),
  AttnBlock_MLP: linear(tokens, query, hidden),
  AttnBlock_MLP_RS: overlapped('closing', heads, hidden, full),
  AttnBlock_G: exchange('closing', full, true),
  AttnBlock_DropOut: onElements('dropout', residual),
  AttnBlock_Residual: onElements('residual', residual, sharedInput),
  MlpBlock_Fork: fork(residual, 2),
  MlpBlock_LayerNorm: onElements('norm', residual, sharedInput),
  MlpBlock_F: exchange('opening', gathersMlpAgain, false),
  MlpBlock_Mlp1: linear(tokens, hidden, split(quantityOf(IN.f)), { dropped: gathersMlpAgain }),
  MlpBlock_Mlp1_AG: overlapped('opening', hidden, quantityOf(IN.f), gathersMlpAgain),
  MlpBlock_GeLU: onElements('gelu', split(multiply(IN.f, 'tokens'))),
  MlpBlock_Mlp2: linear(tokens, split(quantityOf(IN.f)), hidden),
  MlpBlock_Mlp2_RS: overlapped('closing', quantityOf(IN.f), hidden, full),
  MlpBlock_G: exchange('closing', full, true),
  MlpBlock_DropOut: onElements('dropout', residual),
  MlpBlock_Residual: onElements('residual', residual, sharedInput),
};
