import type { PassTime } from '../../batch/pass-time.js';
import type { Definition } from './definition.js';
import { inner, registered } from './definition.js';
import type { Expression, Operand } from './expression.js';
import { add, cases, compare, is, max, multiply, selected, subtract, when } from './expression.js';
import { IN, inputId } from './input-ids.js';
import { collectiveTime } from './network-formulas.js';

const BLOCKS = ['base', 'edge'] as const;
const WHERE = { base: 'of a block inside a chunk', edge: 'of the last block of a chunk' } as const;

const bare = (block: 'base' | 'edge'): Definition[] => {
  const mark = block === 'base' ? '' : '′';
  const of = (id: string): string => `${block}-${id}`;
  const key = (name: string) => `${block}${name}Seconds` as keyof PassTime;
  const pass = (
    id: string,
    label: string,
    symbol: string,
    meaning: string,
    formula: Expression,
    name: string,
    quirks: readonly number[] = [],
  ) =>
    inner(
      of(id),
      `${label}, ${block} block`,
      `${symbol.replace('_', `${mark}_`)}`,
      'seconds',
      `${meaning} ${WHERE[block]}.`,
      formula,
      (w) => w.pass[key(name)],
      { quirks },
    );
  const forwardMessage = block === 'edge' ? ['forward-message'] : [];
  const backwardMessage = block === 'edge' ? ['backward-message'] : [];
  const quirks = block === 'edge' ? [4] : [];
  const overhead = (offload: Operand, memory: Operand, window: Operand): Expression =>
    max(0, subtract(add(offload, memory), window));
  return [
    pass(
      'forward-bare',
      'Bare forward pass',
      'F_0',
      'Forward pass without offloading, its exposed exchanges included,',
      add('block-forward-time', of('forward-tensor-exposed'), ...forwardMessage),
      'ForwardBare',
      quirks,
    ),
    pass(
      'backward-bare',
      'Bare backward pass',
      'G_0',
      'Backward pass without offloading, recomputation and exposed exchanges included,',
      add(
        add('block-recompute-time', 'block-agrad-time', 'block-wgrad-time'),
        of('recommunication-exposed'),
        of('backward-tensor-exposed'),
        ...backwardMessage,
      ),
      'BackwardBare',
      quirks,
    ),
    pass(
      'forward-offload',
      'Forward offload exposed',
      'o_f+',
      'What offloading adds to the forward pass',
      overhead('offload-forward-time', 'block-forward-memory-time', of('forward-bare')),
      'ForwardOffload',
    ),
    pass(
      'backward-offload',
      'Backward offload exposed',
      'o_b+',
      'What offloading adds to the backward pass',
      cases(
        when(is(IN.training, true), overhead('offload-backward-time', 'backward-memory-time', of('backward-bare'))),
        0,
      ),
      'BackwardOffload',
    ),
    pass(
      'forward-pass',
      'Forward pass',
      'F_',
      'Forward pass, exchanges and offloading included,',
      add(of('forward-bare'), of('forward-offload')),
      'Forward',
    ),
    pass(
      'backward-pass',
      'Backward pass',
      'G_',
      'Backward pass, exchanges and offloading included,',
      add(of('backward-bare'), of('backward-offload')),
      'Backward',
    ),
  ];
};

const message = (direction: 'forward' | 'backward', symbol: string): Definition =>
  inner(
    `${direction}-message`,
    `${direction === 'forward' ? 'Forward' : 'Backward'} message`,
    symbol,
    'seconds',
    'Time of one message between stages; its latency is paid even for no bytes.',
    collectiveTime('pipeline', 'p2p', `pipeline-${direction}-bytes`, 2),
    (w) => w.traffic[`${direction}Seconds`],
    { quirks: [4] },
  );

/** Passes of one block, and what they send to other stages. */
export const PASS_FORMULAS: readonly Definition[] = [
  inner(
    'matrix-peak',
    'Matrix peak',
    'P',
    'flop-per-second',
    'Peak rate of the matrix engine at the strategy’s datatype.',
    (w) => selected(inputId('system', `matrix.${w.evaluation.strategy.datatype}.tflops`), IN.datatype),
    (w) => w.setting.matrix.peak,
  ),
  inner(
    'vector-peak',
    'Vector peak',
    'P_vec',
    'flop-per-second',
    'Peak rate of the vector engine at the strategy’s datatype.',
    (w) => selected(inputId('system', `vector.${w.evaluation.strategy.datatype}.tflops`), IN.datatype),
    (w) => w.setting.vector.peak,
  ),
  registered(
    'pipeline-forward-bytes',
    'X_f',
    cases(
      when(compare(IN.p, '=', 1), 0),
      when(is(IN.exchange, 'ar'), multiply('activation-elements', 'element-bytes')),
      multiply('split-activation-elements', 'element-bytes'),
    ),
  ),
  registered('pipeline-backward-bytes', 'X_b', cases(when(is(IN.training, true), 'pipeline-forward-bytes'), 0)),
  message('forward', 'x_f'),
  message('backward', 'x_b'),
  inner(
    'backward-memory-time',
    'Backward memory time',
    'M_bw',
    'seconds',
    'Time HBM is busy with the gradients of one block.',
    add('block-agrad-memory-time', 'block-wgrad-memory-time'),
  ),
  ...BLOCKS.flatMap(bare),
];
