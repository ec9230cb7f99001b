import { tensorOverlapExposed } from '../overlap-exposed.js';
import { TIME_PARTS } from '../registry.js';
import { timeSymbol } from './batch-formulas.js';
import { sumOf } from './block-formulas.js';
import type { Definition } from './definition.js';
import { inner } from './definition.js';
import type { Expression } from './expression.js';
import { add, cases, compare, divide, is, min, multiply, quantityOf, subtract, when } from './expression.js';
import { IN } from './input-ids.js';
import { operationId, operationLabel, STAGE_LABELS, STAGES, totalId } from './operation-ids.js';
import type { Workings } from './workings.js';
import { perChunk } from './batch-formulas.js';

const ROUNDING = 1e-9;

/** Shares of the batch time. */
const SHARES: readonly Definition[] = TIME_PARTS.map((id) =>
  inner(
    `${id}-share`,
    'Share of the batch time',
    `s_${timeSymbol(id).split('_')[1] ?? ''}`,
    'fraction',
    'What of the batch time this part takes.',
    divide(id, 'total-time'),
  ),
);

const piped = (link: Expression): Expression =>
  cases(
    when(
      is(IN.tensorOverlap, 'pipe'),
      multiply('microbatches', IN.v, perChunk(divide(link, IN.t), divide(link, IN.t))),
    ),
    0,
  );

/** What an overlap of tensor-parallel exchanges leaves exposed, and why. */
const TENSOR_OVERLAP: readonly Definition[] = [
  inner(
    'tensor-piped',
    'TP exposed by the pipe scheme',
    'T_pipe',
    'seconds',
    'The pipe scheme leaves one tile of each exchange exposed, whatever the bandwidth.',
    piped(add('base-forward-tensor-time', 'base-backward-tensor-time')),
  ),
  inner(
    'recommunication-piped',
    'Recommunication exposed by the pipe scheme',
    'T_pipe,rc',
    'seconds',
    'One tile of each repeated exchange, as far as it is exposed.',
    min('recommunication-exposed', piped(quantityOf('base-recommunication-time'))),
  ),
  inner(
    'tensor-overhang',
    'TP exposed beyond the product',
    'Δ_TP',
    'seconds',
    'What of the exposed exchanges reaches beyond the products they hide behind; a difference below a billionth is rounding.',
    cases(
      when(compare(subtract('tensor-exposed', 'tensor-piped'), '≤', multiply('tensor-exposed', ROUNDING)), 0),
      subtract(add(subtract('tensor-exposed', 'tensor-piped'), 'recommunication-exposed'), 'recommunication-piped'),
    ),
    ({ evaluation }) => tensorOverlapExposed(evaluation).overhangSeconds,
  ),
];

/** All kinds of traffic together. */
const NETWORK_TOTALS: readonly Definition[] = (
  [
    { id: 'network-link', label: 'Link time, all traffic', symbol: 'N', suffix: 'link' },
    { id: 'network-exposed', label: 'Exposed, all traffic', symbol: 'T_net', suffix: 'exposed' },
  ] as const
).map(({ id, label, symbol, suffix }) =>
  inner(
    id,
    label,
    symbol,
    'seconds',
    'The sum over the kinds of traffic of a batch.',
    add(...['tensor', 'pipeline', 'data', 'recommunication'].map((traffic) => `${traffic}-${suffix}`)),
  ),
);

/** The reference's running sums: forward work up to and including an operation. */
export const runningSums = ({ operations }: Workings): Definition[] =>
  (
    [
      { field: 'flop', symbol: 'F', unit: 'flop' },
      { field: 'flop-time', symbol: 'f', unit: 'seconds' },
      { field: 'bytes', symbol: 'S', unit: 'bytes' },
      { field: 'memory-time', symbol: 'M', unit: 'seconds' },
    ] as const
  ).flatMap(({ field, symbol, unit }) =>
    operations.map((op, index) => {
      const own = operationId(op.name, `forward/${field}`);
      const before = operations[index - 1];
      return inner(
        operationId(op.name, `running-${field}`),
        `${operationLabel(op)}: running forward ${field.replace('-', ' ').replace('flop', 'FLOP')}`,
        `Σ${symbol}`,
        unit,
        'Forward work of this operation and of all before it: what the reference adds up where it is recomputed.',
        before === undefined ? quantityOf(own) : add(operationId(before.name, `running-${field}`), own),
        null,
        { quirks: [1] },
      );
    }),
  );

/** What of an operation's repeated exchange is exposed, as the block's sums count it. */
export const recommunicatedExposed = ({ operations }: Workings): Definition[] =>
  operations.flatMap((op) =>
    (['base', 'edge'] as const).map((block) => {
      const stage = op.kind === 'overlapped' ? 'forward' : 'wgrad';
      return inner(
        operationId(op.name, `recommunicated-${block}-exposed`),
        `${operationLabel(op)}, repeated, ${block} block: exposed`,
        'e_re,op',
        'seconds',
        op.kind === 'overlapped'
          ? 'An overlapped Linear counts its forward exposed time again.'
          : 'Its repeated exchange, all of it exposed.',
        quantityOf(operationId(op.name, `${stage}/${block}-exposed`)),
        null,
        op.kind === 'overlapped' ? { quirks: [2] } : {},
      );
    }),
  );

const STAGE_FIELDS = [
  { field: 'flop', label: 'FLOP', symbol: 'F', unit: 'flop' },
  { field: 'bytes', label: 'bytes', symbol: 'S', unit: 'bytes' },
  { field: 'time', label: 'time', symbol: 'τ', unit: 'seconds' },
  { field: 'base-network-bytes', label: 'network bytes', symbol: 'X', unit: 'bytes' },
  { field: 'edge-network-bytes', label: 'network bytes, edge block', symbol: 'X′', unit: 'bytes' },
  { field: 'base-link', label: 'link time', symbol: 'N', unit: 'seconds' },
  { field: 'edge-link', label: 'link time, edge block', symbol: 'N′', unit: 'seconds' },
  { field: 'base-exposed', label: 'exposed', symbol: 'e', unit: 'seconds' },
  { field: 'edge-exposed', label: 'exposed, edge block', symbol: 'e′', unit: 'seconds' },
] as const;

const MEMORY_FIELDS = [
  { field: 'weights', label: 'weights', symbol: 'W' },
  { field: 'activations', label: 'activations', symbol: 'A' },
  { field: 'weight-gradients', label: 'weight gradients', symbol: 'Wg' },
  { field: 'activation-gradients', label: 'activation gradients', symbol: 'G' },
  { field: 'optimizer', label: 'optimizer state', symbol: 'O' },
] as const;

/** Totals of the layers' table: over all operations, whatever is shared, recomputed or not stored. */
const TOTALS: readonly Definition[] = [
  ...STAGES.flatMap((stage) => [
    ...STAGE_FIELDS.map(({ field, label, symbol, unit }) =>
      inner(
        totalId(`${stage}/${field}`),
        `All operations, ${STAGE_LABELS[stage].label}: ${label}`,
        `${symbol}_${STAGE_LABELS[stage].short}`,
        unit,
        'The sum over the operations of one block, for one microbatch.',
        sumOf(`${stage}/${field}`, `${symbol}_${STAGE_LABELS[stage].short},op`),
      ),
    ),
    inner(
      totalId(`${stage}/intensity`),
      `All operations, ${STAGE_LABELS[stage].label}: arithmetic intensity`,
      `I_${STAGE_LABELS[stage].short}`,
      'flop-per-byte',
      'FLOP for each byte moved, all operations together.',
      cases(
        when(compare(totalId(`${stage}/bytes`), '=', 0), 0),
        divide(totalId(`${stage}/flop`), totalId(`${stage}/bytes`)),
      ),
    ),
  ]),
  ...MEMORY_FIELDS.map(({ field, label, symbol }) =>
    inner(
      totalId(field),
      `All operations: ${label}`,
      symbol,
      'bytes',
      'The sum over the operations of one block: each one’s own, whatever is shared or not stored.',
      sumOf(field, `${symbol}_op`),
    ),
  ),
];

/** What tables show beside the reported quantities: shares, totals, what an overlap leaves. */
export const DERIVED_FORMULAS: readonly Definition[] = [...SHARES, ...TENSOR_OVERLAP, ...NETWORK_TOTALS, ...TOTALS];
