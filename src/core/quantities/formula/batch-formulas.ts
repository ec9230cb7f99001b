import { TIME_PARTS } from '../registry.js';
import type { Definition } from './definition.js';
import { inner, registered } from './definition.js';
import type { Expression, Operand } from './expression.js';
import { add, cases, compare, divide, is, mod, multiply, subtract, when } from './expression.js';
import { IN } from './input-ids.js';

const q = 'blocks-per-stage';
const k = 'blocks-per-chunk';
const m = 'microbatches';

/** A figure of a chunk: k − 1 base blocks and one edge block. */
export const perChunk = (base: Operand, edge: Operand): Expression => add(multiply(subtract(k, 1), base), edge);
const perBatch = (base: Operand, edge: Operand): Expression => multiply(m, IN.v, perChunk(base, edge));

const SYMBOLS: Readonly<Record<string, string>> = {
  'forward-time': 'T_fw',
  'backward-time': 'T_bw',
  'optimizer-time': 'T_opt',
  'bubble-time': 'T_bub',
  'recompute-time': 'T_re',
  'tensor-exposed': 'T_TP',
  'pipeline-exposed': 'T_PP',
  'data-exposed': 'T_DP',
  'forward-offload-exposed': 'T_off,fw',
  'backward-offload-exposed': 'T_off,bw',
  'recommunication-exposed': 'T_rc',
};
export const timeSymbol = (id: string): string => SYMBOLS[id] ?? 'T';

const messages = (forward: string, backward: string): Expression =>
  cases(
    when(compare(IN.p, '=', 1), 0),
    when(compare('pipeline-backward-bytes', '>', 0), multiply(m, IN.v, add(forward, backward))),
    multiply(m, IN.v, forward),
  );

/** The eleven parts of the batch time, and the link times beside them. */
export const BATCH_FORMULAS: readonly Definition[] = [
  registered('total-time', 'T', add(...TIME_PARTS)),
  registered('forward-time', timeSymbol('forward-time'), multiply(q, m, 'block-forward-time')),
  registered('backward-time', timeSymbol('backward-time'), multiply(q, m, add('block-agrad-time', 'block-wgrad-time'))),
  registered('optimizer-time', timeSymbol('optimizer-time'), multiply(q, 'block-optimizer-time')),
  registered('recompute-time', timeSymbol('recompute-time'), multiply(q, m, 'block-recompute-time')),
  registered(
    'tensor-exposed',
    timeSymbol('tensor-exposed'),
    perBatch(
      add('base-forward-tensor-exposed', 'base-backward-tensor-exposed'),
      add('edge-forward-tensor-exposed', 'edge-backward-tensor-exposed'),
    ),
  ),
  registered(
    'tensor-link',
    'N_TP',
    perBatch(
      add('base-forward-tensor-time', 'base-backward-tensor-time'),
      add('edge-forward-tensor-time', 'edge-backward-tensor-time'),
    ),
  ),
  registered(
    'recommunication-exposed',
    timeSymbol('recommunication-exposed'),
    perBatch('base-recommunication-exposed', 'edge-recommunication-exposed'),
  ),
  registered('recommunication-link', 'N_rc', perBatch('base-recommunication-time', 'edge-recommunication-time')),
  registered('pipeline-exposed', timeSymbol('pipeline-exposed'), messages('forward-message', 'backward-message')),
  registered('pipeline-link', 'N_PP', messages('forward-message', 'backward-message')),
  registered(
    'forward-offload-exposed',
    timeSymbol('forward-offload-exposed'),
    perBatch('base-forward-offload', 'edge-forward-offload'),
  ),
  registered(
    'backward-offload-exposed',
    timeSymbol('backward-offload-exposed'),
    perBatch('base-backward-offload', 'edge-backward-offload'),
  ),
  inner(
    'offload-exposed',
    'Offload exposed',
    'T_off',
    'seconds',
    'Offload traffic of a batch that nothing hides.',
    add('forward-offload-exposed', 'backward-offload-exposed'),
  ),
  inner(
    'chunk-forward',
    'Forward pass of a chunk',
    'C_f',
    'seconds',
    'One microbatch forward through a chunk, exchanges, messages and offloading included.',
    perChunk('base-forward-pass', 'edge-forward-pass'),
  ),
  inner(
    'chunk-backward',
    'Backward pass of a chunk',
    'C_b',
    'seconds',
    'One microbatch backward through a chunk, exchanges, messages and offloading included.',
    perChunk('base-backward-pass', 'edge-backward-pass'),
  ),
  inner(
    'extra-slots',
    'Extra slots',
    'E',
    'count',
    'Chunks’ worth of waiting more, where the microbatches do not fill the last round of an interleaved schedule.',
    cases(when(compare(mod(m, IN.p), '=', 0), 0), multiply(subtract(IN.v, 1), subtract(IN.p, mod(m, IN.p)))),
  ),
  inner(
    'missing-block-time',
    'Time of a missing block',
    't_mis',
    'seconds',
    'Both passes of the block that some stages do not have.',
    cases(
      when(
        compare(k, '>', 1),
        divide(add(add('base-forward-pass', 'base-backward-pass'), add('edge-forward-pass', 'edge-backward-pass')), 2),
      ),
      add('edge-forward-pass', 'edge-backward-pass'),
    ),
  ),
  registered(
    'bubble-time',
    timeSymbol('bubble-time'),
    subtract(
      add(
        multiply(subtract(IN.p, 1), add('chunk-forward', 'chunk-backward')),
        multiply('extra-slots', add('chunk-forward', 'chunk-backward')),
      ),
      multiply('missing-blocks', 'missing-block-time'),
    ),
    { quirks: [4] },
  ),
  registered(
    'useful-flop',
    'U',
    cases(
      when(
        is(IN.training, true),
        add('block-forward-flop', add('block-agrad-flop', 'block-wgrad-flop', 'block-optimizer-flop')),
      ),
      'block-forward-flop',
    ),
  ),
  inner(
    'perfect-time',
    'Perfect time',
    'T_0',
    'seconds',
    'Time the matrix engine would need at its peak for the useful work of a batch.',
    divide(multiply(multiply(q, m), 'useful-flop'), 'matrix-peak'),
    null,
    { quirks: [8] },
  ),
  inner(
    'compute-time',
    'Compute time',
    'T_c',
    'seconds',
    'Forward, backward and optimizer together.',
    add('forward-time', 'backward-time', 'optimizer-time'),
  ),
  registered('compute-efficiency', 'η_c', divide('perfect-time', 'compute-time')),
  registered('system-efficiency', 'η_s', divide('compute-time', 'total-time')),
  registered('mfu', 'MFU', divide('perfect-time', 'total-time'), { quirks: [8] }),
  registered('own-mfu', 'MFU_L', multiply('mfu', divide(IN.L, multiply(q, IN.p)))),
  registered('sample-rate', 'ρ', divide(IN.batch, 'total-time')),
  inner(
    'batch-tokens',
    'Tokens a batch',
    'n_tok',
    'count',
    'Tokens of all samples of a batch.',
    multiply(IN.batch, IN.s),
    ({ evaluation }) => evaluation.strategy.batch * evaluation.model.sequenceLength,
  ),
  registered('token-rate', 'ρ_tok', multiply('sample-rate', IN.s)),
];
