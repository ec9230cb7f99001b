import { datatypeBytes } from '../../system/datatype-bytes.js';
import { activationElements, splitActivationElements } from '../../block/block-setting.js';
import { parameterCount } from '../../model/transformer.js';
import type { Definition } from './definition.js';
import { inner } from './definition.js';
import { add, cases, ceil, compare, divide, floor, is, min, mod, multiply, subtract, when } from './expression.js';
import { IN } from './input-ids.js';

const NARAYANAN = 'Narayanan et al., SC’21, equation 2';

/** How blocks and microbatches are laid out, and the sizes of tensors. */
export const SCHEDULE_FORMULAS: readonly Definition[] = [
  inner(
    'parameters',
    'Parameters',
    'Θ',
    'count',
    'Parameters of the model, embeddings included.',
    add(
      multiply(
        IN.L,
        add(
          multiply(4, IN.h, IN.a, IN.dh),
          multiply(3, IN.a, IN.dh),
          IN.h,
          multiply(2, IN.h, IN.f),
          IN.h,
          IN.f,
          multiply(4, IN.h),
        ),
      ),
      multiply(add(51200, IN.s), IN.h),
    ),
    ({ evaluation }) => parameterCount(evaluation.model),
    { source: NARAYANAN, quirks: [7] },
  ),
  inner(
    'blocks-per-stage',
    'Blocks per stage',
    'q',
    'count',
    'Transformer blocks that one pipeline stage holds.',
    ceil(divide(IN.L, IN.p)),
    ({ schedule }) => schedule.blocksPerStage,
  ),
  inner(
    'missing-blocks',
    'Stages with a block fewer',
    'r',
    'count',
    'Stages that hold one block fewer where p does not divide L.',
    cases(when(compare(mod(IN.L, IN.p), '=', 0), 0), subtract(IN.p, mod(IN.L, IN.p))),
    ({ schedule }) => schedule.missingBlocks,
  ),
  inner(
    'blocks-per-chunk',
    'Blocks per chunk',
    'k',
    'count',
    'Blocks of one chunk of a stage; the last of them is its edge block.',
    divide('blocks-per-stage', IN.v),
    ({ schedule }) => schedule.blocksPerChunk,
  ),
  inner(
    'microbatches',
    'Microbatches',
    'm',
    'count',
    'Microbatches that pass through each pipeline in a batch.',
    divide(IN.batch, multiply(IN.d, IN.b)),
    ({ schedule }) => schedule.microbatches,
  ),
  inner(
    'microbatches-in-flight',
    'Microbatches in flight',
    'φ',
    'count',
    'Microbatches whose activations a stage holds at once: as many as there are stages, and more when chunks interleave.',
    cases(
      when(compare(IN.v, '=', 1), min('microbatches', IN.p)),
      multiply(min('microbatches', IN.p), add(1, divide(subtract(IN.p, 1), multiply(IN.v, IN.p)))),
    ),
  ),
  inner(
    'element-bytes',
    'Bytes of an element',
    'B',
    'bytes',
    'What one number of a tensor takes.',
    cases(when(is(IN.datatype, 'float8'), 1), when(is(IN.datatype, 'float32'), 4), 2),
    ({ evaluation }) => datatypeBytes(evaluation.strategy.datatype),
  ),
  inner(
    'tokens',
    'Tokens of a microbatch',
    'n_tok',
    'count',
    'Rows of the matrices that a block multiplies.',
    multiply(IN.b, IN.s),
    ({ evaluation: { model, strategy } }) => strategy.microbatch * model.sequenceLength,
  ),
  inner(
    'activation-elements',
    'Elements of an activation',
    'A',
    'count',
    'Elements of the residual stream of one microbatch.',
    multiply(IN.b, IN.s, IN.h),
    ({ setting }) => activationElements(setting),
  ),
  inner(
    'split-activation-elements',
    'Elements of a share of an activation',
    'A_sp',
    'count',
    'Elements of the residual stream on one processor when its tokens are split over the tensor-parallel group.',
    multiply(floor(divide('tokens', IN.t)), IN.h),
    ({ setting }) => splitActivationElements(setting),
  ),
  inner(
    'residual-elements',
    'Elements of the residual stream',
    'x',
    'count',
    'Elements of the residual stream that one processor works on: a share under RS + AG (sequence parallelism).',
    cases(when(is(IN.exchange, 'rs_ag'), 'split-activation-elements'), 'activation-elements'),
  ),
  inner(
    'optimizer-shards',
    'Optimizer shards',
    'n_sh',
    'count',
    'Processors over which the optimizer’s state and the reduced gradients are split.',
    cases(when(is(IN.sharding, true), IN.d), 1),
    ({ setting }) => setting.optimizerShards,
  ),
];
