import type { Operation } from '../../block/operation.js';
import { GIGA, MEGA } from '../constants.js';
import type { QuantityUnit } from '../quantity.js';
import type { Definition } from './definition.js';
import { inner } from './definition.js';
import type { Expression, Operand } from './expression.js';
import {
  add,
  cases,
  compare,
  divide,
  is,
  lookup,
  max,
  multiply,
  selected,
  quantityOf,
  subtract,
  when,
} from './expression.js';
import { IN, inputId } from './input-ids.js';
import { operationId, operationLabel, STAGE_LABELS, type Stage } from './operation-ids.js';
import type { Shape } from './operation-shapes.js';
import type { Workings } from './workings.js';

const ZERO: Expression = { kind: 'number', value: 0 };
const B = 'element-bytes';

/** FLOP for each element: forward, activation gradient, weight gradient. */
const PER_ELEMENT = {
  norm: [9, 14, 7],
  dropout: [1, 1, 0],
  gelu: [8, 13, 0],
  softmax: [5, 8, 0],
  residual: [1, 2, 0],
} as const;

function flopOf(shape: Shape, stage: Stage, id: (field: string) => string): Expression {
  if (stage === 'optimizer') return divide(multiply(11, id('weight-elements')), 'optimizer-shards');
  const [m, n, k] = [id('rows'), id('inner'), id('columns')];
  switch (shape.kind) {
    case 'linear':
    case 'overlapped':
      return multiply(2, m, n, k);
    case 'matmul':
      return stage === 'wgrad' ? ZERO : multiply(id('count'), stage === 'forward' ? 2 : 4, m, n, k);
    case 'fork':
      return stage === 'agrad' ? multiply(shape.users, id('elements')) : ZERO;
    case 'exchange':
      return stage === (shape.side === 'closing' ? 'forward' : 'agrad')
        ? divide(multiply(id('input-elements'), subtract(IN.t, 1)), IN.t)
        : ZERO;
    default: {
      const each = PER_ELEMENT[shape.kind][stage === 'forward' ? 0 : stage === 'agrad' ? 1 : 2];
      return each === 0 ? ZERO : each === 1 ? quantityOf(id('elements')) : multiply(each, id('elements'));
    }
  }
}

function bytesOf(shape: Shape, stage: Stage, id: (field: string) => string): Expression {
  if (stage === 'optimizer') return shape.kind === 'exchange' ? ZERO : quantityOf(id('optimizer'));
  const x = id('elements');
  switch (shape.kind) {
    case 'dropout':
      return stage === 'wgrad' ? ZERO : add(multiply(2, x, B), multiply(1, x));
    case 'gelu':
    case 'softmax':
      return stage === 'wgrad' ? ZERO : multiply(2, x, B);
    case 'fork':
      return stage === 'agrad' ? multiply(x, B, shape.users + 1) : ZERO;
    case 'exchange': {
      if (stage === 'wgrad') return ZERO;
      const both = multiply(2, id('payload'));
      const isAlways = (stage === 'forward') === (shape.side === 'closing');
      return isAlways ? both : cases(when(is(IN.exchange, 'rs_ag'), both), 0);
    }
    default:
      switch (stage) {
        case 'forward':
          return add(multiply(add(id('input-elements'), id('output-elements')), B), id('weights'));
        case 'agrad':
          return add(id('weights'), id('activations'), id('activation-gradients'));
        case 'wgrad':
          return cases(
            when(compare(id('weight-elements'), '=', 0), 0),
            // Whole gradients: they are moved before they are reduced.
            add(multiply(id('weight-elements'), B), id('activations'), id('activation-gradients')),
          );
      }
  }
}

/** The larger of computing and moving data under roofline, else both. */
export const combined = (flopTime: Operand, memoryTime: Operand): Expression =>
  cases(when(is(IN.processing, 'roofline'), max(flopTime, memoryTime)), add(flopTime, memoryTime));

/** What an engine of the strategy's datatype reaches on work of a size. */
export const engineRate =
  (engine: 'matrix' | 'vector', flop: Operand) =>
  (w: Workings): Expression => {
    const of = (path: string): string => inputId('system', `${engine}.${w.evaluation.strategy.datatype}.${path}`);
    return multiply(selected(of('tflops'), IN.datatype), lookup(of('gflops_efficiency'), GIGA, flop));
  };

const isOnMatrixEngine = ({ kind }: Shape): boolean => kind === 'linear' || kind === 'matmul' || kind === 'overlapped';

/** Work of one operation in one stage, and how long it takes without a network. */
export function operationWork(op: Operation, shape: Shape, stage: Stage): Definition[] {
  const id = (field: string): string => operationId(op.name, field);
  const of = (field: string): string => id(`${stage}/${field}`);
  const { label: stageLabel, short } = STAGE_LABELS[stage];
  const label = `${operationLabel(op)}, ${stageLabel}`;
  const figure = (
    field: string,
    name: string,
    symbol: string,
    unit: QuantityUnit,
    meaning: string,
    formula: Definition['formula'] | Expression,
    value: ((op: Operation) => number) | null = null,
  ): Definition =>
    inner(
      of(field),
      `${label}: ${name}`,
      `${symbol}_${short},op`,
      unit,
      meaning,
      formula,
      value === null ? null : (w) => value(w.operation(op.name) ?? op),
    );
  const engine = isOnMatrixEngine(shape) && stage !== 'optimizer' ? 'matrix' : 'vector';
  const [flop, bytes] = [of('flop'), of('bytes')];
  return [
    figure(
      'flop',
      'FLOP',
      'F',
      'flop',
      'Floating-point operations for one microbatch.',
      flopOf(shape, stage, id),
      (o) => o[stage].flop,
    ),
    figure(
      'bytes',
      'bytes',
      'S',
      'bytes',
      'Bytes moved to and from HBM for one microbatch.',
      bytesOf(shape, stage, id),
      (o) => o[stage].bytes,
    ),
    figure(
      'intensity',
      'arithmetic intensity',
      'I',
      'flop-per-byte',
      'FLOP for each byte moved.',
      cases(when(compare(flop, '=', 0), 0), divide(flop, bytes)),
      (o) => (o[stage].flop === 0 ? 0 : o[stage].flop / o[stage].bytes),
    ),
    figure(
      'flop-rate',
      'throughput',
      'R',
      'flop-per-second',
      `What the ${engine} engine reaches on an operation of this size: its peak times the efficiency ε of the first threshold the size meets.`,
      engineRate(engine, flop),
    ),
    figure(
      'memory-rate',
      'HBM throughput',
      'H',
      'bytes-per-second',
      'What HBM reaches on a transfer of this size: its bandwidth times the efficiency ε of the first threshold the size meets.',
      multiply(IN.hbmBandwidth, lookup(IN.hbmCurve, MEGA, bytes)),
    ),
    figure(
      'flop-time',
      'FLOP time',
      'f',
      'seconds',
      `Time the ${engine} engine needs.`,
      cases(when(compare(flop, '=', 0), 0), divide(flop, of('flop-rate'))),
      (o) => o[stage].flopSeconds,
    ),
    figure(
      'memory-time',
      'memory time',
      'M',
      'seconds',
      'Time HBM needs.',
      cases(when(compare(bytes, '=', 0), 0), divide(bytes, of('memory-rate'))),
      (o) => o[stage].memorySeconds,
    ),
    ...(shape.kind === 'exchange'
      ? [
          figure(
            'time',
            'time',
            'τ',
            'seconds',
            'Processing time: an exchange has none, all its time is network time.',
            ZERO,
            (o) => o[stage].seconds,
          ),
          figure(
            'own-time',
            'reduction time',
            'C',
            'seconds',
            'Time of the exchange’s own FLOP and bytes; it counts as network time.',
            combined(of('flop-time'), of('memory-time')),
          ),
        ]
      : shape.kind === 'overlapped' && stage !== 'optimizer'
        ? []
        : [
            figure(
              'time',
              'time',
              'τ',
              'seconds',
              'Processing time: FLOP time and memory time, or the longer of both under roofline.',
              combined(of('flop-time'), of('memory-time')),
              (o) => o[stage].seconds,
            ),
          ]),
  ];
}
