import type { ExchangeSide } from '../../block/exchange-direction.js';
import type { Operation } from '../../block/operation.js';
import type { QuantityUnit } from '../quantity.js';
import type { Definition } from './definition.js';
import { inner } from './definition.js';
import type { Condition, Expression } from './expression.js';
import { add, any, cases, compare, divide, is, multiply, quantityOf, subtract, when } from './expression.js';
import { IN } from './input-ids.js';
import { collectiveTime } from './network-formulas.js';
import { operationId, operationLabel, STAGE_LABELS } from './operation-ids.js';
import type { Shape } from './operation-shapes.js';
import { engineRate } from './operation-work.js';

/** Stages with traffic: that of the weight gradient is what is recommunicated. */
type TrafficStage = 'forward' | 'agrad' | 'wgrad';
const TRAFFIC_STAGES: readonly TrafficStage[] = ['forward', 'agrad', 'wgrad'];

const splitIn = (block: 'base' | 'edge'): Condition =>
  block === 'base' ? is(IN.exchange, 'rs_ag') : any(is(IN.exchange, 'rs_ag'), is(IN.exchange, 'p2p_rs_ag'));

/** The pass that gathers (forward of an opening exchange, backward of a closing one) does nothing unless it is split. */
const gathers = (side: ExchangeSide, stage: TrafficStage): boolean => (side === 'opening') === (stage !== 'agrad');

function bytesOf(side: ExchangeSide, stage: TrafficStage, block: 'base' | 'edge', id: (field: string) => string) {
  if (stage === 'wgrad') {
    return cases(when(compare(id('recommunicated'), '=', 1), id(`forward/${block}-network-bytes`)), 0);
  }
  return gathers(side, stage) ? cases(when(splitIn(block), id('payload')), 0) : quantityOf(id('payload'));
}

function collectiveOf(
  side: ExchangeSide,
  stage: TrafficStage,
  block: 'base' | 'edge',
  id: (field: string) => string,
): Expression {
  const alone = when(compare(IN.t, '=', 1), 0);
  if (stage === 'wgrad') {
    return cases(when(compare(id('recommunicated'), '=', 1), id(`forward/${block}-collective-time`)), 0);
  }
  const time = (collective: 'all_gather' | 'reduce_scatter' | 'all_reduce'): Expression =>
    collectiveTime('tensor', collective, id(`${stage}/${block}-network-bytes`), IN.t);
  return gathers(side, stage)
    ? cases(alone, when(splitIn(block), time('all_gather')), 0)
    : cases(alone, when(splitIn(block), time('reduce_scatter')), time('all_reduce'));
}

const BLOCKS = ['base', 'edge'] as const;
const BLOCK_MEANING = { base: 'in a block inside a chunk', edge: 'in the last block of a chunk' } as const;

/** Traffic of an operation that exchanges nothing. */
export const noTraffic = (op: Operation): Definition[] =>
  [...TRAFFIC_STAGES, 'optimizer' as const].flatMap((stage) => noTrafficIn(op, stage));

const noTrafficIn = (op: Operation, stage: TrafficStage | 'optimizer'): Definition[] =>
  BLOCKS.flatMap((block) =>
    FIGURES.map(({ field, name, symbol, unit }) =>
      inner(
        operationId(op.name, `${stage}/${block}-${field}`),
        `${operationLabel(op)}, ${STAGE_LABELS[stage].label}: ${name}`,
        `${symbol}_${STAGE_LABELS[stage].short},op`,
        unit,
        'There is no tensor-parallel exchange here.',
        { kind: 'number', value: 0 },
        (w) => valueOf(w.operation(op.name) ?? op, stage, block, field),
      ),
    ),
  );

type Field = 'network-bytes' | 'link' | 'exposed';
const FIGURES: readonly {
  readonly field: Field;
  readonly name: string;
  readonly symbol: string;
  readonly unit: QuantityUnit;
}[] = [
  { field: 'network-bytes', name: 'network bytes', symbol: 'X', unit: 'bytes' },
  { field: 'link', name: 'link time', symbol: 'N', unit: 'seconds' },
  { field: 'exposed', name: 'exposed', symbol: 'e', unit: 'seconds' },
];

export function valueOf(
  op: Operation,
  stage: TrafficStage | 'optimizer',
  block: 'base' | 'edge',
  field: Field,
): number {
  const work = op[stage];
  switch (field) {
    case 'network-bytes':
      return block === 'base' ? work.baseNetworkBytes : work.edgeNetworkBytes;
    case 'link':
      return block === 'base' ? work.baseNetworkSeconds : work.edgeNetworkSeconds;
    case 'exposed':
      return block === 'base' ? work.baseExposedSeconds : work.edgeExposedSeconds;
  }
}

/** Bytes, collective and link time of an exchange, or of the exchange of an overlapped Linear. */
export function operationTraffic(op: Operation, shape: Extract<Shape, { side: ExchangeSide }>): Definition[] {
  const id = (field: string): string => operationId(op.name, field);
  const { side, kind } = shape;
  const isOverlapped = kind === 'overlapped';
  const figures = TRAFFIC_STAGES.flatMap((stage) =>
    BLOCKS.flatMap((block) => {
      const of = (field: string): string => id(`${stage}/${block}-${field}`);
      const label = `${operationLabel(op)}, ${stage === 'wgrad' ? 'repeated' : STAGE_LABELS[stage].label}, ${block} block`;
      const short = stage === 'wgrad' ? 're' : STAGE_LABELS[stage].short;
      const value = (field: Field) => (w: { operation: (name: string) => Operation | undefined }) =>
        valueOf(w.operation(op.name) ?? op, stage, block, field);
      const reduces = stage !== 'wgrad' && (isOverlapped ? !gathers(side, stage) : true);
      const own = isOverlapped ? id('reduction-time') : id(`${stage}/own-time`);
      return [
        inner(
          of('network-bytes'),
          `${label}: network bytes`,
          `X_${short},op`,
          'bytes',
          `Bytes the tensor-parallel group exchanges ${BLOCK_MEANING[block]}.`,
          bytesOf(side, stage, block, id),
          value('network-bytes'),
        ),
        inner(
          of('collective-time'),
          `${label}: collective`,
          `κ_${short},op`,
          'seconds',
          `Time of the collective on the tensor-parallel network ${BLOCK_MEANING[block]}: latency, and what it moves over the bandwidth.`,
          collectiveOf(side, stage, block, id),
        ),
        inner(
          of('link'),
          `${label}: link time`,
          `N_${short},op`,
          'seconds',
          `How long the exchange takes ${BLOCK_MEANING[block]}, its own reduction included.`,
          reduces ? add(of('collective-time'), own) : quantityOf(of('collective-time')),
          value('link'),
        ),
        ...(isOverlapped
          ? []
          : [
              inner(
                of('exposed'),
                `${label}: exposed`,
                `e_${short},op`,
                'seconds',
                'All of the link time: nothing hides an exchange of its own.',
                quantityOf(of('link')),
                value('exposed'),
              ),
            ]),
      ];
    }),
  );
  const reduction = isOverlapped
    ? [
        inner(
          id('reduction-flop'),
          `${operationLabel(op)}: reduction FLOP`,
          'F_red',
          'flop',
          'Summing the group’s partial results.',
          divide(multiply(divide(id('payload'), 'element-bytes'), subtract(IN.t, 1)), IN.t),
        ),
        inner(
          id('reduction-rate'),
          `${operationLabel(op)}: reduction throughput`,
          'R_red',
          'flop-per-second',
          'What the vector engine reaches on the reduction.',
          engineRate('vector', id('reduction-flop')),
        ),
        inner(
          id('reduction-time'),
          `${operationLabel(op)}: reduction time`,
          'f_red',
          'seconds',
          'Time the vector engine needs for the reduction.',
          cases(when(compare(id('reduction-flop'), '=', 0), 0), divide(id('reduction-flop'), id('reduction-rate'))),
        ),
      ]
    : [];
  return [...reduction, ...figures, ...noTrafficIn(op, 'optimizer')];
}
