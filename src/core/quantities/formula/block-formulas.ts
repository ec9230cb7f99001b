import { operationId, STAGE_LABELS } from './operation-ids.js';
import type { Definition } from './definition.js';
import { registered } from './definition.js';
import type { Expression, SumTerm } from './expression.js';
import { cases, is, isNot, max, multiply, quantityOf, subtract, sum, when } from './expression.js';
import { IN } from './input-ids.js';
import type { Workings } from './workings.js';

const OPERATIONS = 'operations';
const training = (expression: Expression): Expression => cases(when(is(IN.training, true), expression), 0);

/** The sum of a figure over the operations of the block, of those for which `where` is 1. */
export const sumOf =
  (field: string, symbol: string, where?: string, over = OPERATIONS) =>
  ({ operations }: Workings): Expression =>
    sum(
      over,
      symbol,
      operations.map(({ name }): SumTerm =>
        where === undefined
          ? { id: operationId(name, field) }
          : { id: operationId(name, field), where: operationId(name, where) },
      ),
    );

const whenTraining =
  (formula: (w: Workings) => Expression) =>
  (w: Workings): Expression =>
    training(formula(w));

const FIGURES = [
  { id: 'flop', field: 'flop', symbol: 'F' },
  { id: 'flop-time', field: 'flop-time', symbol: 'f' },
  { id: 'bytes', field: 'bytes', symbol: 'S' },
  { id: 'memory-time', field: 'memory-time', symbol: 'M' },
  { id: 'time', field: 'time', symbol: 't' },
] as const;

const stage = (name: 'forward' | 'agrad' | 'wgrad' | 'optimizer'): Definition[] =>
  FIGURES.map(({ id, field, symbol }) => {
    const { short } = STAGE_LABELS[name];
    const total = sumOf(`${name}/${field}`, `${field === 'time' ? 'τ' : symbol}_${short},op`);
    return registered(`block-${name}-${id}`, `${symbol}_${short}`, name === 'forward' ? total : whenTraining(total));
  });

/** Recompute: its times add the running forward sums of the reference, its time the operations' own (docs/model.md, quirk 1). */
const RECOMPUTE: readonly Definition[] = FIGURES.map(({ id, symbol }) =>
  id === 'time'
    ? registered(
        'block-recompute-time',
        't_re',
        whenTraining(sumOf('forward/time', 'τ_fw,op', 'recomputed', 'recomputed operations')),
      )
    : registered(
        `block-recompute-${id}`,
        `${symbol}_re`,
        whenTraining(sumOf(`running-${id}`, `Σ${symbol}`, 'recomputed', 'recomputed operations')),
        { quirks: [1] },
      ),
);

const EXCHANGES = [
  { id: 'forward-tensor', stage: 'forward', short: 'fw' },
  { id: 'recommunication', stage: 'wgrad', short: 're' },
  { id: 'backward-tensor', stage: 'agrad', short: 'ag' },
] as const;

const exchanges: readonly Definition[] = EXCHANGES.flatMap(({ id, stage: of, short }) =>
  (['base', 'edge'] as const).flatMap((block) => {
    const where = id === 'recommunication' ? 'recommunicated' : undefined;
    const over = id === 'recommunication' ? 'recommunicated operations' : OPERATIONS;
    const inTraining = id === 'forward-tensor' ? (f: (w: Workings) => Expression) => f : whenTraining;
    const mark = block === 'base' ? '' : '′';
    const exposed = id === 'recommunication' ? `recommunicated-${block}-exposed` : `${of}/${block}-exposed`;
    return [
      registered(
        `${block}-${id}-time`,
        `N${mark}_${short}`,
        inTraining(sumOf(`${of}/${block}-link`, `N_${short},op`, where, over)),
      ),
      registered(
        `${block}-${id}-exposed`,
        `e${mark}_${short}`,
        inTraining(sumOf(exposed, `e_${short},op`, where, over)),
        id === 'recommunication' ? { quirks: [2] } : {},
      ),
      registered(
        `${block}-${id}-bytes`,
        `X${mark}_${short}`,
        inTraining(sumOf(`${of}/${block}-network-bytes`, `X_${short},op`, where, over)),
      ),
    ];
  }),
);

const MEMORY: readonly Definition[] = [
  registered('block-weights', 'W', sumOf('weights', 'W_op')),
  registered('block-working-activations', 'A_w', sumOf('activations', 'A_op', 'own', 'input of its own')),
  registered('block-stored-activations', 'A_s', (w) =>
    cases(
      when(is(IN.training, false), sumOf('activations', 'A_op')(w)),
      when(is(IN.recompute, 'full'), 0),
      subtract(
        sumOf('activations', 'A_op', 'stored', 'input stored')(w),
        sumOf('output-bytes', 'S_out', 'output-dropped', 'output not stored')(w),
      ),
    ),
  ),
  registered(
    'block-checkpoint',
    'cp',
    training(cases(when(isNot(IN.recompute, 'full'), 0), multiply('activation-elements', 'element-bytes'))),
  ),
  registered('block-weight-gradients', 'W_g', whenTraining(sumOf('weight-gradients', 'Wg_op'))),
  registered('block-weight-gradients-unreduced', 'W_g32', whenTraining(sumOf('weight-gradients-unreduced', 'Wg32_op'))),
  registered('block-activation-gradients', 'A_g', whenTraining(sumOf('activation-gradients', 'G_op'))),
  registered('block-optimizer', 'O', whenTraining(sumOf('optimizer', 'O_op'))),
];

/** What one block costs: sums over its operations. */
export const BLOCK_FORMULAS: readonly Definition[] = [
  ...stage('forward'),
  ...RECOMPUTE,
  ...stage('agrad'),
  ...stage('wgrad'),
  ...stage('optimizer'),
  ...exchanges,
  ...MEMORY,
  registered('tensor-overlap-bandwidth', 'β_TP,req', ({ operations }) => {
    const overlapped = operations.filter(({ kind }) => kind === 'overlapped');
    return overlapped.length === 0
      ? { kind: 'number', value: 0 }
      : max(...overlapped.map(({ name }) => quantityOf(operationId(name, 'overlap-bandwidth'))));
  }),
];
