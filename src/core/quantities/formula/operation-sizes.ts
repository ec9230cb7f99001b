import type { Operation } from '../../block/operation.js';
import type { QuantityUnit } from '../quantity.js';
import type { Definition } from './definition.js';
import { inner } from './definition.js';
import type { Condition, Expression } from './expression.js';
import { add, cases, compare, divide, floor, is, multiply, when } from './expression.js';
import { IN } from './input-ids.js';
import { operationId, operationLabel } from './operation-ids.js';
import type { OperationShape, Shape } from './operation-shapes.js';

const ZERO: Expression = { kind: 'number', value: 0 };
const B = 'element-bytes';

const flag = (condition: Condition | boolean): Expression =>
  typeof condition === 'boolean' ? { kind: 'number', value: condition ? 1 : 0 } : cases(when(condition, 1), 0);
const not = (condition: Condition | boolean): Expression =>
  typeof condition === 'boolean' ? { kind: 'number', value: condition ? 0 : 1 } : cases(when(condition, 0), 1);

/** Elements an operation reads and writes, and its weights. */
function elements(shape: Shape, id: (field: string) => string): readonly [Expression, Expression, Expression] {
  const [m, n, k] = [id('rows'), id('inner'), id('columns')];
  const x: Expression = { kind: 'quantity', id: id('elements') };
  switch (shape.kind) {
    case 'linear':
    case 'overlapped':
      return [multiply(m, n), multiply(m, k), multiply(n, k)];
    case 'matmul':
      return [multiply(id('count'), add(multiply(m, n), multiply(n, k))), multiply(id('count'), m, k), ZERO];
    case 'norm':
      return [x, x, multiply(2, IN.h)];
    case 'residual':
      return [multiply(2, x), x, ZERO];
    case 'fork':
      return [x, ZERO, ZERO];
    case 'exchange': {
      const exchanged = cases(when(compare(IN.t, '=', 1), 0), 'activation-elements');
      return [exchanged, exchanged, ZERO];
    }
    default:
      return [x, x, ZERO];
  }
}

const sequenceParallel = is(IN.exchange, 'rs_ag');

/** Bytes of the activation an operation needs again in its backward pass, and of the gradients it handles there. */
function activations(shape: Shape, id: (field: string) => string): readonly [Expression, Expression] {
  const [m, n, k] = [id('rows'), id('inner'), id('columns')];
  const [x, input, output] = [id('elements'), id('input-elements'), id('output-elements')];
  switch (shape.kind) {
    case 'linear':
    case 'matmul':
    case 'softmax':
    case 'norm':
    case 'residual':
      return [multiply(input, B), multiply(output, B)];
    case 'dropout':
      return [multiply(x, 1), multiply(x, 1)];
    case 'gelu': {
      const kept = cases(when(is(IN.fused, true), 0), multiply(x, B));
      return [kept, kept];
    }
    case 'fork':
      return [multiply(x, B), ZERO];
    case 'exchange': {
      const payload = id('payload');
      const share = when(sequenceParallel, divide(payload, IN.t));
      return shape.side === 'closing'
        ? [cases(share, payload), cases(share, 0)]
        : [cases(share, 0), cases(share, payload)];
    }
    case 'overlapped':
      return shape.side === 'opening'
        ? [
            cases(when(sequenceParallel, multiply(floor(divide(multiply(m, n), IN.t)), B)), multiply(m, n, B)),
            cases(when(sequenceParallel, multiply(m, k, B)), 0),
          ]
        : [
            cases(when(sequenceParallel, multiply(m, n, B)), 0),
            cases(when(sequenceParallel, multiply(2, floor(divide(multiply(m, k), IN.t)), B)), multiply(2, m, k, B)),
          ];
  }
}

/** Sizes, memory and the part in recomputation of one operation. */
export function operationSizes(op: Operation, { shape, ...flags }: OperationShape): Definition[] {
  const id = (field: string): string => operationId(op.name, field);
  const label = operationLabel(op);
  const size = (
    field: string,
    name: string,
    symbol: string,
    unit: QuantityUnit,
    meaning: string,
    formula: Expression,
    value: ((op: Operation) => number) | null,
  ): Definition =>
    inner(
      id(field),
      `${label}: ${name}`,
      symbol,
      unit,
      meaning,
      formula,
      value === null ? null : (w) => value(w.operation(op.name) ?? op),
    );
  const count = (field: string, name: string, symbol: string, formula: Expression): Definition =>
    size(field, name, symbol, 'count', `Size of ${label}: ${name}.`, formula, null);
  const [inputs, outputs, weights] = elements(shape, id);
  const [activation, gradient] = activations(shape, id);
  const carriesBytes = shape.kind === 'exchange' || shape.kind === 'overlapped';
  const isSwitch = 'An operation takes part or does not: 1 or 0.';
  return [
    ...('rows' in shape
      ? [
          count('rows', 'rows', 'm_op', shape.rows),
          count('inner', 'inner size', 'n_op', shape.inner),
          count('columns', 'columns', 'k_op', shape.columns),
        ]
      : []),
    ...('count' in shape ? [count('count', 'products', 'c_op', shape.count)] : []),
    ...('elements' in shape ? [count('elements', 'elements', 'x_op', shape.elements)] : []),
    size('input-elements', 'inputs', 'n_in', 'count', 'Elements read.', inputs, (o) => o.inputElements),
    size('output-elements', 'outputs', 'n_out', 'count', 'Elements written.', outputs, (o) => o.outputElements),
    size('weight-elements', 'weight elements', 'n_w', 'count', 'Weights.', weights, (o) => o.weightElements),
    ...(carriesBytes
      ? [
          size(
            'payload',
            'exchanged bytes',
            'S_x',
            'bytes',
            'What the tensor-parallel group exchanges at once.',
            multiply(id(shape.side === 'closing' ? 'output-elements' : 'input-elements'), B),
            null,
          ),
        ]
      : []),
    size(
      'weights',
      'weights',
      'W_op',
      'bytes',
      'Weights of this operation.',
      multiply(id('weight-elements'), B),
      (o) => o.weightBytes,
    ),
    size(
      'activations',
      'activations',
      'A_op',
      'bytes',
      'Activations it needs again in its backward pass: its own, whatever is shared or not stored.',
      activation,
      (o) => o.activationBytes,
    ),
    size(
      'activation-gradients',
      'activation gradients',
      'G_op',
      'bytes',
      'Activation gradients it handles in its backward pass.',
      gradient,
      (o) => o.activationGradientBytes,
    ),
    size(
      'weight-gradients',
      'weight gradients',
      'Wg_op',
      'bytes',
      'Weight gradients once reduced, split over the optimizer’s shards.',
      divide(multiply(id('weight-elements'), B), 'optimizer-shards'),
      (o) => o.weightGradientBytes,
    ),
    size(
      'weight-gradients-unreduced',
      'weight gradients before reduction',
      'Wg32_op',
      'bytes',
      'Weight gradients as they accumulate, in 4 bytes, until they are reduced. An exchange has none.',
      multiply(id('weight-elements'), 4),
      (o) => o.weightGradientUnreducedBytes,
    ),
    size(
      'optimizer',
      'optimizer state',
      'O_op',
      'bytes',
      'Adam’s two states in 4 bytes each, and a master copy of the weights where they take less than 4.',
      divide(
        add(
          cases(when(compare(B, '<', 4), multiply(4, id('weight-elements'))), 0),
          multiply(4, 2, id('weight-elements')),
        ),
        'optimizer-shards',
      ),
      (o) => o.optimizerBytes,
    ),
    size(
      'recomputed',
      'recomputed',
      'is_re',
      'count',
      `Run again in the backward pass. ${isSwitch}`,
      flag(flags.recomputed),
      (o) => Number(o.recomputed),
    ),
    size(
      'recommunicated',
      'recommunicated',
      'is_rc',
      'count',
      `Its exchange is run again in the backward pass. ${isSwitch}`,
      flag(flags.recommunicated),
      (o) => Number(o.recommunicated),
    ),
    size(
      'stored',
      'input stored',
      'is_st',
      'count',
      `Its input is kept for the backward pass. ${isSwitch}`,
      not(flags.dropped),
      (o) => Number(o.stored),
    ),
    size(
      'own',
      'input of its own',
      'is_own',
      'count',
      `Its input is not the tensor of an earlier operation. ${isSwitch}`,
      not(flags.shared),
      (o) => Number(!o.shared),
    ),
    size(
      'output-dropped',
      'output not stored',
      'is_od',
      'count',
      `Its output is not kept for the backward pass. ${isSwitch}`,
      flag(flags.outputDropped),
      (o) => Number(!o.outputStored),
    ),
    size(
      'output-bytes',
      'output bytes',
      'S_out',
      'bytes',
      'Bytes it writes.',
      multiply(id('output-elements'), B),
      null,
    ),
  ];
}
