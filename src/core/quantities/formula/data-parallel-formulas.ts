import type { OverlapWindow } from '../../batch/data-parallel.js';
import { dataOverlapExposed } from '../overlap-exposed.js';
import { perChunk } from './batch-formulas.js';
import type { Definition } from './definition.js';
import { inner, registered } from './definition.js';
import type { Expression, Operand } from './expression.js';
import { add, all, cases, compare, divide, floor, is, max, min, mod, multiply, subtract, when } from './expression.js';
import { IN } from './input-ids.js';
import { collectiveTime } from './network-formulas.js';

const k = 'blocks-per-chunk';
const D = 'block-reduction';
const u = 'data-usage';
const reduces = all(compare(IN.d, '>', 1), is(IN.training, true));
const sharesTensorTier = compare(IN.dataTier, '=', IN.tensorTier);
const sharesPipelineTier = compare(IN.dataTier, '=', IN.pipelineTier);
const othersOf = (of: string): Expression => subtract(of, 1);

const seconds = (
  id: string,
  label: string,
  symbol: string,
  meaning: string,
  formula: Expression,
  value: keyof OverlapWindow | null = null,
  quirks: readonly number[] = [],
): Definition =>
  inner(id, label, symbol, 'seconds', meaning, formula, value === null ? null : (w) => w.window[value], { quirks });

const windowOf = (block: 'base' | 'edge'): Definition =>
  seconds(
    `${block}-window`,
    `DP window, ${block} block`,
    block === 'base' ? 'w_b' : 'w_e',
    'What of a block’s backward pass the gradients’ reduction can hide behind: HBM and a shared network are taken.',
    subtract(
      add(subtract(`${block}-backward-pass`, 'window-memory-time'), 'window-update'),
      `${block}-window-exchanges`,
    ),
    `${block}Seconds`,
    block === 'edge' ? [1, 4] : [1],
  );

const exchanges = (block: 'base' | 'edge'): Definition =>
  seconds(
    `${block}-window-exchanges`,
    `Exchanges in the DP window, ${block} block`,
    block === 'base' ? 'w_TP' : 'w′_TP',
    'Backward exchanges of a block, where they are on the same tier as the reduction.',
    cases(when(sharesTensorTier, add(`${block}-recommunication-time`, `${block}-backward-tensor-time`)), 0),
  );

/** What of a reduction stays exposed: beyond its window where positive, else what it takes from the compute beside it. */
const exposed = (beyond: Operand, reduction: Operand): Expression =>
  cases(when(compare(beyond, '>', 0), beyond), multiply(reduction, u));

const WINDOWS: readonly Definition[] = [
  seconds(
    'window-memory-time',
    'HBM time in the DP window',
    'M_w',
    'Time HBM is busy in a backward pass.',
    add('block-agrad-memory-time', 'block-wgrad-memory-time', 'block-recompute-memory-time'),
    null,
    [1],
  ),
  seconds(
    'window-update',
    'Update in the DP window',
    't_upd',
    'The weight update of a block, part of the window where the optimizer is not sharded.',
    cases(when(is(IN.sharding, true), 0), subtract('block-optimizer-time', 'block-optimizer-memory-time')),
    'updateSeconds',
  ),
  exchanges('base'),
  exchanges('edge'),
  windowOf('base'),
  windowOf('edge'),
  seconds(
    'window-compute',
    'Compute in the DP window',
    'c',
    'FLOP time of a block’s backward pass, of which the network takes its share.',
    add(
      'block-agrad-flop-time',
      'block-wgrad-flop-time',
      'block-recompute-flop-time',
      cases(when(is(IN.sharding, true), 0), 'block-optimizer-flop-time'),
    ),
    'computeSeconds',
    [1],
  ),
  seconds(
    'chunk-window',
    'DP window of a chunk',
    'w_c',
    'The windows of all blocks of a chunk.',
    perChunk('base-window', 'edge-window'),
  ),
  seconds(
    'tail-window',
    'DP window of the last chunk',
    'w_l',
    'What is left of the last chunk’s backward pass after its first block.',
    cases(
      when(compare(k, '=', 1), 0),
      add(
        subtract('chunk-window', 'backward-message', divide(add('base-backward-pass', 'edge-backward-pass'), 2)),
        'window-update',
      ),
    ),
  ),
];

const CHUNK_REDUCTION = multiply(k, D);
const TAIL_REDUCTION = multiply(othersOf(k), D);

const EXPOSED: readonly Definition[] = [
  inner(
    'collisions',
    'Collisions with messages',
    'n_pp',
    'count',
    'Messages between stages that a chunk’s reduction meets on a shared tier.',
    cases(
      when(
        sharesPipelineTier,
        min(
          floor(divide(CHUNK_REDUCTION, 'chunk-backward')),
          cases(when(compare(mod('microbatches', IN.p), '=', 0), IN.p), mod('microbatches', IN.p)),
        ),
      ),
      0,
    ),
  ),
  seconds(
    'chunk-beyond',
    'A chunk’s reduction beyond its window',
    'δ_c',
    'Reduction of a chunk less the window of p microbatches it hides behind; negative where there is room.',
    add(
      subtract(CHUNK_REDUCTION, subtract(multiply(IN.p, 'chunk-window'), multiply('collisions', 'backward-message'))),
      multiply(IN.p, multiply(k, 'window-compute'), u),
    ),
  ),
  seconds(
    'tail-beyond',
    'The last chunk’s reduction beyond its window',
    'δ_l',
    'Reduction of the last chunk, but for its last block, less what is left to hide it; negative where there is room.',
    subtract(add(TAIL_REDUCTION, multiply('window-compute', u)), 'tail-window'),
  ),
  seconds(
    'chunk-exposed',
    'Exposed reduction of a chunk',
    'e_c',
    'What of a chunk’s reduction is not hidden.',
    exposed('chunk-beyond', CHUNK_REDUCTION),
  ),
  seconds(
    'tail-exposed',
    'Exposed reduction of the last chunk',
    'e_l',
    'What of the last chunk’s reduction, but for its last block, is not hidden.',
    exposed('tail-beyond', TAIL_REDUCTION),
  ),
  inner(
    'chunk-overhang',
    'DP exposed beyond the window, chunks',
    'Δ_c',
    'seconds',
    'What of the exposed reduction the chunks have beyond their windows.',
    cases(when(reduces, cases(when(is(IN.dataOverlap, true), multiply(othersOf(IN.v), max(0, 'chunk-beyond'))), 0)), 0),
    ({ evaluation }) => dataOverlapExposed(evaluation).chunkOverhangSeconds,
  ),
  inner(
    'tail-overhang',
    'DP exposed beyond the window, tail',
    'Δ_l',
    'seconds',
    'What of the exposed reduction the last chunk has beyond its window.',
    cases(
      when(reduces, cases(when(compare(k, '=', 1), 0), when(is(IN.dataOverlap, true), max(0, 'tail-beyond')), 0)),
      0,
    ),
    ({ evaluation }) => dataOverlapExposed(evaluation).tailOverhangSeconds,
  ),
  registered(
    'data-exposed',
    'T_DP',
    cases(
      when(all(is(IN.dataOverlap, true), reduces), add(D, multiply(othersOf(IN.v), 'chunk-exposed'), 'tail-exposed')),
      'data-link',
    ),
  ),
];

const scalars = cases(
  when(is(IN.sharding, true), add('data-reduce_scatter-scalar', 'data-all_gather-scalar')),
  'data-all_reduce-scalar',
);

const need = (window: Operand): Expression =>
  cases(
    when(compare('data-bytes', '=', 0), 0),
    when(is(IN.dataOverlap, false), 0),
    when(compare(window, '≤', 0), 0),
    divide('chunk-reduction-traffic', window),
  );

/** Reduction of the gradients over the data-parallel replicas. */
export const DATA_PARALLEL_FORMULAS: readonly Definition[] = [
  registered('data-bytes', 'X_DP', cases(when(reduces, 'block-weights'), 0)),
  seconds(
    D,
    'Reduction of a block',
    'D',
    'Link time of one block’s gradients: reduce-scatter and all-gather when the optimizer is sharded, else all-reduce.',
    cases(
      when(
        is(IN.sharding, true),
        add(
          collectiveTime('data', 'reduce_scatter', 'block-weights', IN.d),
          collectiveTime('data', 'all_gather', 'block-weights', IN.d),
        ),
      ),
      collectiveTime('data', 'all_reduce', 'block-weights', IN.d),
    ),
  ),
  registered('data-link', 'N_DP', cases(when(reduces, multiply('blocks-per-stage', D)), 0)),
  ...WINDOWS,
  ...EXPOSED,
  inner(
    'chunk-reduction-traffic',
    'Traffic of a chunk’s reduction',
    'X_c',
    'bytes',
    'What the reduction of a chunk moves, by the scalars of its collectives.',
    multiply(k, 'block-weights', scalars),
  ),
  seconds(
    'chunk-overlap-window',
    'Window of all chunks',
    'w_C',
    'What the reductions of all chunks but the last can hide behind.',
    multiply(
      subtract(
        add(multiply(IN.p, 'chunk-window'), multiply(IN.p, multiply(k, 'window-compute'), u)),
        cases(when(sharesPipelineTier, 'backward-message'), 0),
      ),
      othersOf(IN.v),
    ),
  ),
  seconds(
    'tail-overlap-window',
    'Window of the tail',
    'w_T',
    'What the reduction of the last chunk can hide behind.',
    add('tail-window', multiply(othersOf(k), D, u)),
  ),
  registered('data-overlap-chunk-bandwidth', 'β_DP,c', need('chunk-overlap-window'), { quirks: [6] }),
  registered('data-overlap-tail-bandwidth', 'β_DP,l', need('tail-overlap-window'), { quirks: [6] }),
];
