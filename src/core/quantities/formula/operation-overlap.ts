import type { Operation } from '../../block/operation.js';
import type { Definition } from './definition.js';
import { inner } from './definition.js';
import type { Expression } from './expression.js';
import { add, cases, compare, divide, is, max, multiply, subtract, when } from './expression.js';
import { IN } from './input-ids.js';
import { valueOf } from './operation-exchange.js';
import { operationId, operationLabel, STAGE_LABELS } from './operation-ids.js';
import { combined } from './operation-work.js';

const STAGES = ['forward', 'agrad', 'wgrad'] as const;
const QUIRK = { quirks: [3] } as const;

/** Times of a Linear whose exchange hides behind its product, tile by tile. */
export function operationOverlap(op: Operation): Definition[] {
  const id = (field: string): string => operationId(op.name, field);
  const stages = STAGES.flatMap((stage) => {
    const of = (field: string): string => id(`${stage}/${field}`);
    const { label, short } = STAGE_LABELS[stage];
    const name = `${operationLabel(op)}, ${label}`;
    const seconds = (field: string, what: string, symbol: string, meaning: string, formula: Expression): Definition =>
      inner(of(field), `${name}: ${what}`, `${symbol}_${short},op`, 'seconds', meaning, formula);
    const network = of('base-link');
    const idle = when(compare(network, '=', 0), 0);
    const long = compare(of('tile-network'), '>', of('tile-flop'));
    const pipeTile = cases(
      when(compare(network, '=', 0), 0),
      when(is(IN.tensorOverlap, 'pipe'), of('tile-network')),
      0,
    );
    const others = subtract(IN.t, 1);
    const tileAlone = divide(of('alone'), IN.t);
    return [
      seconds(
        'alone',
        'product alone',
        'C',
        'Time of the product with nothing on the network.',
        combined(of('flop-time'), of('memory-time')),
      ),
      seconds(
        'slowed-flop-time',
        'slowed FLOP time',
        'fs',
        'FLOP time while the network takes its share of the compute.',
        divide(of('flop-time'), subtract(1, 'tensor-usage')),
      ),
      seconds(
        'slowed',
        'slowed product',
        'Cs',
        'Time of the product while the network takes its share of the compute.',
        combined(of('slowed-flop-time'), of('memory-time')),
      ),
      seconds('tile-network', 'network time of a tile', 'N′', 'One of t tiles of the exchange.', divide(network, IN.t)),
      seconds(
        'tile-flop',
        'FLOP time of a tile',
        'fs′',
        'One of t tiles of the slowed product.',
        divide(of('slowed-flop-time'), IN.t),
      ),
      seconds(
        'pipe-tile',
        'piped tile',
        'N″',
        'The pipe scheme leaves one more tile of the exchange exposed than the ring.',
        pipeTile,
      ),
      seconds(
        'tiled',
        'tiles',
        'τt',
        'One tile runs alone, the others beside the network.',
        cases(
          when(compare(network, '=', 0), of('alone')),
          when(long, add(tileAlone, multiply(others, divide(of('slowed'), IN.t)))),
          add(tileAlone, multiply(others, tileAlone), multiply(others, of('tile-network'), 'tensor-usage')),
        ),
      ),
      inner(
        of('time'),
        `${name}: time`,
        `τ_${short},op`,
        'seconds',
        'Processing time with the exchange beside it.',
        add(of('tiled'), of('pipe-tile')),
        (w) => (w.operation(op.name) ?? op)[stage].seconds,
        QUIRK,
      ),
      seconds(
        'overhang',
        'beyond the product',
        'e0',
        'What of the tiles the product is too short to hide.',
        cases(idle, when(long, multiply(others, subtract(of('tile-network'), of('tile-flop')))), 0),
      ),
      ...(['base', 'edge'] as const).map((block) =>
        inner(
          of(`${block}-exposed`),
          `${name}, ${block} block: exposed`,
          `e_${short},op`,
          'seconds',
          'What of the link time the product does not hide.',
          add(of('overhang'), of('pipe-tile')),
          (w) => valueOf(w.operation(op.name) ?? op, stage, block, 'exposed'),
          QUIRK,
        ),
      ),
    ];
  });
  const need = (stage: 'forward' | 'agrad'): Expression =>
    divide(
      divide(max(id(`${stage}/base-network-bytes`), id(`${stage}/edge-network-bytes`)), IN.t),
      id(`${stage}/tile-flop`),
    );
  return [
    ...stages,
    inner(
      id('overlap-bandwidth'),
      `${operationLabel(op)}: bandwidth needed`,
      'β_op',
      'bytes-per-second',
      'Bandwidth at which a tile of its exchange would just hide behind a tile of its product.',
      max(need('forward'), need('agrad')),
      (w) => (w.operation(op.name) ?? op).overlapBytesPerSecond,
    ),
  ];
}
