import { keptActivationBytes } from '../../batch/offload.js';
import { offloadBandwidthFor, offloadBandwidthThere } from '../bandwidth-there.js';
import { MEGA } from '../constants.js';
import type { Definition } from './definition.js';
import { inner, registered } from './definition.js';
import type { Expression, Operand } from './expression.js';
import { add, cases, compare, divide, is, lookup, max, min, multiply, subtract, when } from './expression.js';
import { IN } from './input-ids.js';

const INFINITE: Expression = { kind: 'number', value: Number.POSITIVE_INFINITY };

const transfer = (
  id: string,
  rate: string,
  label: string,
  symbol: string,
  bytes: string,
  value: Definition['value'],
): Definition[] => [
  inner(
    rate,
    `${label}: throughput`,
    `${symbol.replace('o', 'H')}`,
    'bytes-per-second',
    'What the offload tier reaches on a transfer of this size.',
    multiply(IN.offloadBandwidth, lookup(IN.offloadCurve, MEGA, bytes)),
  ),
  inner(
    id,
    label,
    symbol,
    'seconds',
    'Time of one block’s traffic over the offload tier’s link.',
    cases(when(compare(bytes, '=', 0), 0), divide(bytes, rate)),
    value,
  ),
];

/** Bandwidth that moves bytes within a window; endless where there is something to move and no time. */
const toHide = (bytes: Operand, window: Operand): Expression =>
  cases(when(compare(bytes, '=', 0), 0), when(compare(window, '>', 0), divide(bytes, window)), INFINITE);

const there = (id: string, label: string, bytes: string): Definition =>
  inner(
    id,
    `${label}: bandwidth there`,
    'β_off',
    'bytes-per-second',
    'What the offload tier gives for transfers of this size.',
    (w) => {
      const first = w.design.system.mem2.MB_efficiency[0];
      return cases(
        when(compare(bytes, '>', 0), multiply(IN.offloadBandwidth, lookup(IN.offloadCurve, MEGA, bytes))),
        // Without a size, that of the largest transfers.
        multiply(IN.offloadBandwidth, lookup(IN.offloadCurve, MEGA, (first?.[0] ?? 0) * MEGA)),
      );
    },
    (w) => {
      const { block, strategy } = w.evaluation;
      switch (id) {
        case 'activation-offload-there':
          return offloadBandwidthFor(w.evaluation, keptActivationBytes(block, strategy));
        case 'weight-offload-there':
          return offloadBandwidthFor(w.evaluation, block.weightBytes);
        case 'optimizer-offload-there':
          return offloadBandwidthFor(w.evaluation, block.weightGradientBytes + block.optimizerStateBytes);
        default:
          return offloadBandwidthThere(w.evaluation);
      }
    },
  );

/** What is offloaded, the windows it hides in and the bandwidth that would hide it. */
export const OFFLOAD_FORMULAS: readonly Definition[] = [
  inner(
    'kept-activations',
    'Kept activations',
    'A_k',
    'bytes',
    'What a block keeps for its backward pass: its checkpoint under full recompute, else its stored activations.',
    cases(when(is(IN.recompute, 'full'), 'block-checkpoint'), 'block-stored-activations'),
    ({ evaluation }) => keptActivationBytes(evaluation.block, evaluation.strategy),
  ),
  inner(
    'offloaded-weights',
    'Offloaded weights',
    'Y_w',
    'bytes',
    'Weights of one block that pass over the offload link.',
    cases(when(is(IN.weightOffload, true), 'block-weights'), 0),
  ),
  inner(
    'offloaded-activations',
    'Offloaded activations',
    'Y_a',
    'bytes',
    'Activations of one block that pass over the offload link.',
    cases(when(is(IN.activationOffload, true), 'kept-activations'), 0),
  ),
  inner(
    'offloaded-optimizer',
    'Offloaded optimizer state',
    'Y_o',
    'bytes',
    'Optimizer state of one block that passes over the offload link.',
    cases(when(is(IN.optimizerOffload, true), 'block-optimizer'), 0),
  ),
  inner(
    'offload-forward-bytes',
    'Offload bytes, forward',
    'Y_f',
    'bytes',
    'In a forward pass weights come while activations go: the larger of both.',
    max('offloaded-weights', 'offloaded-activations'),
    (w) => w.offload.forwardBytes,
  ),
  inner(
    'offload-backward-bytes',
    'Offload bytes, backward',
    'Y_b',
    'bytes',
    'In a backward pass weights, activations and optimizer state all pass.',
    cases(when(is(IN.training, true), add('offloaded-weights', 'offloaded-activations', 'offloaded-optimizer')), 0),
    (w) => w.offload.backwardBytes,
  ),
  ...transfer(
    'offload-forward-time',
    'offload-forward-rate',
    'Offload time, forward',
    'o_f',
    'offload-forward-bytes',
    (w) => w.offload.forwardSeconds,
  ),
  ...transfer(
    'offload-backward-time',
    'offload-backward-rate',
    'Offload time, backward',
    'o_b',
    'offload-backward-bytes',
    (w) => w.offload.backwardSeconds,
  ),
  inner(
    'offload-forward-window',
    'Offload window, forward',
    'w_f',
    'seconds',
    'What of the shorter forward pass leaves HBM free.',
    subtract(min('base-forward-bare', 'edge-forward-bare'), 'block-forward-memory-time'),
  ),
  inner(
    'offload-backward-window',
    'Offload window, backward',
    'w_b',
    'seconds',
    'What of the shorter backward pass leaves HBM free.',
    subtract(min('base-backward-bare', 'edge-backward-bare'), 'block-agrad-memory-time', 'block-wgrad-memory-time'),
  ),
  registered('activation-offload-bandwidth', 'β_a,req', toHide('kept-activations', 'offload-forward-window')),
  registered('weight-offload-bandwidth', 'β_w,req', toHide('block-weights', 'offload-forward-window')),
  inner(
    'optimizer-offload-bytes',
    'Optimizer bytes to offload',
    'Y_og',
    'bytes',
    'Weight gradients and optimizer state of one block.',
    add('block-weight-gradients', 'block-optimizer'),
  ),
  registered('optimizer-offload-bandwidth', 'β_o,req', toHide('optimizer-offload-bytes', 'offload-backward-window')),
  inner(
    'offload-forward-bandwidth',
    'Offload bandwidth needed, forward',
    'β_f,req',
    'bytes-per-second',
    'Bandwidth that would hide what moves during a forward pass.',
    toHide('offload-forward-bytes', 'offload-forward-window'),
  ),
  inner(
    'offload-backward-bandwidth',
    'Offload bandwidth needed, backward',
    'β_b,req',
    'bytes-per-second',
    'Bandwidth that would hide what moves during a backward pass.',
    toHide('offload-backward-bytes', 'offload-backward-window'),
  ),
  registered('offload-bandwidth', 'β_off,req', max('offload-forward-bandwidth', 'offload-backward-bandwidth')),
  inner(
    'offload-binding-bytes',
    'Offload bytes that bind',
    'Y',
    'bytes',
    'What moves during the pass that asks for the most bandwidth.',
    cases(
      when(compare('offload-forward-bandwidth', '≥', 'offload-backward-bandwidth'), 'offload-forward-bytes'),
      'offload-backward-bytes',
    ),
    ({ evaluation }) => evaluation.offload.bindingBytes,
  ),
  there('activation-offload-there', 'Offload activations', 'kept-activations'),
  there('weight-offload-there', 'Offload weights', 'block-weights'),
  there('optimizer-offload-there', 'Offload optimizer', 'optimizer-offload-bytes'),
  there('offload-there', 'Offload, all', 'offload-binding-bytes'),
];
