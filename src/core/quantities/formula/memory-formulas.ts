import { memoryPlace } from '../../batch/memory-classes.js';
import type { MemoryClass, MemoryPlace } from '../../batch/memory-classes.js';
import type { Definition } from './definition.js';
import { inner, registered } from './definition.js';
import type { Expression, Operand } from './expression.js';
import { add, cases, is, multiply, nothing, quantityOf, subtract, when } from './expression.js';
import { IN } from './input-ids.js';

const q = 'blocks-per-stage';
const full = is(IN.recompute, 'full');
const inference = is(IN.training, false);
const training = (formula: Operand): Expression => cases(when(inference, 0), formula);
const inFlight = 'microbatches-in-flight';

const CLASSES: readonly Definition[] = [
  registered('weight-memory', 'M_W', multiply(q, 'block-weights')),
  registered(
    'activation-memory',
    'M_A',
    cases(
      when(inference, 'block-working-activations'),
      when(full, 'block-working-activations'),
      add('block-working-activations', multiply('block-stored-activations', subtract(multiply(q, inFlight), 1))),
    ),
  ),
  registered(
    'checkpoint-memory',
    'M_cp',
    cases(when(inference, 0), when(full, multiply(q, 'block-checkpoint', inFlight)), 0),
  ),
  registered(
    'weight-gradient-memory',
    'M_Wg',
    training(add('block-weight-gradients-unreduced', multiply('block-weight-gradients', subtract(q, 1)))),
  ),
  registered('activation-gradient-memory', 'M_Ag', training('block-activation-gradients')),
  registered('optimizer-memory', 'M_O', training(multiply(q, 'block-optimizer'))),
];

const KEPT: readonly Definition[] = [
  registered('weight-memory-kept', 'K_W', multiply(2, 'block-weights')),
  registered(
    'activation-memory-kept',
    'K_A',
    cases(when(full, 'block-working-activations'), add('block-working-activations', 'block-stored-activations')),
    { quirks: [5] },
  ),
  registered(
    'checkpoint-memory-kept',
    'K_cp',
    cases(when(inference, nothing), when(full, multiply(2, 'block-checkpoint')), 0),
  ),
  registered('activation-gradient-memory-kept', 'K_Ag', training('block-activation-gradients')),
  registered(
    'weight-gradient-memory-kept',
    'K_Wg',
    training(add('block-weight-gradients-unreduced', 'block-weight-gradients')),
  ),
  registered('optimizer-memory-kept', 'K_O', training(multiply(2, 'block-optimizer'))),
];

interface ClassFormula {
  readonly id: MemoryClass;
  readonly label: string;
  readonly mark: string;
  /** The switch that offloads it; null where it never moves. */
  readonly offload: string | null;
  readonly moved: Expression;
}

const CLASS_FORMULAS: readonly ClassFormula[] = [
  { id: 'weight-memory', label: 'Weights', mark: 'W', offload: IN.weightOffload, moved: quantityOf('weight-memory') },
  {
    id: 'activation-memory',
    label: 'Activations',
    mark: 'A',
    offload: IN.activationOffload,
    moved: cases(when(full, 0), 'activation-memory'),
  },
  {
    id: 'checkpoint-memory',
    label: 'Checkpoints',
    mark: 'cp',
    offload: IN.activationOffload,
    moved: cases(when(full, 'checkpoint-memory'), 0),
  },
  {
    id: 'weight-gradient-memory',
    label: 'Weight gradients',
    mark: 'Wg',
    offload: IN.optimizerOffload,
    moved: training(multiply(q, 'block-weight-gradients')),
  },
  {
    id: 'activation-gradient-memory',
    label: 'Activation gradients',
    mark: 'Ag',
    offload: null,
    moved: { kind: 'number', value: 0 },
  },
  {
    id: 'optimizer-memory',
    label: 'Optimizer state',
    mark: 'O',
    offload: IN.optimizerOffload,
    moved: quantityOf('optimizer-memory'),
  },
];

/** Ids of a class’s share of each tier, as the memory table has them: `weight-memory-on-hbm`. */
function tiers({ id, label, mark, offload, moved }: ClassFormula): Definition[] {
  const kept = `${id}-kept`;
  // Without training there are no checkpoints to keep.
  const keeps: Expression = id === 'checkpoint-memory' ? cases(when(inference, 0), quantityOf(kept)) : quantityOf(kept);
  const bytes = (
    suffix: string,
    name: string,
    symbol: string,
    meaning: string,
    formula: Expression,
    value: (place: MemoryPlace) => number,
  ): Definition =>
    inner(`${id}-${suffix}`, `${label}, ${name}`, symbol, 'bytes', meaning, formula, ({ evaluation }) =>
      value(memoryPlace(id, evaluation)),
    );
  return [
    bytes(
      'on-hbm',
      'on HBM',
      `H_${mark}`,
      'What of the class is on HBM: all of it, or what stays there when it is offloaded.',
      offload === null ? quantityOf(id) : cases(when(is(offload, true), keeps), id),
      ({ tier1Bytes }) => tier1Bytes,
    ),
    bytes(
      'on-offload-tier',
      'on the offload tier',
      `Z_${mark}`,
      'What of the class is on the offload tier.',
      offload === null ? { kind: 'number', value: 0 } : cases(when(is(offload, true), moved), 0),
      ({ tier2Bytes }) => tier2Bytes,
    ),
    bytes(
      'freed',
      'freed from HBM',
      `Δ_${mark}`,
      'What offloading the class takes off HBM; negative where it puts more there.',
      subtract(id, `${id}-on-hbm`),
      ({ allBytes, tier1Bytes }) => allBytes - tier1Bytes,
    ),
  ];
}

/** Memory of one processor by class and by tier. */
export const MEMORY_FORMULAS: readonly Definition[] = [
  ...CLASSES,
  ...KEPT,
  ...CLASS_FORMULAS.flatMap(tiers),
  inner(
    'freed-memory',
    'Freed from HBM',
    'Δ',
    'bytes',
    'What offloading takes off HBM, all classes together.',
    add(...CLASS_FORMULAS.map(({ id }) => `${id}-freed`)),
  ),
  registered('tier1-memory', 'M_1', add(...CLASS_FORMULAS.map(({ id }) => `${id}-on-hbm`)), { quirks: [5] }),
  registered('tier2-memory', 'M_2', add(...CLASS_FORMULAS.map(({ id }) => `${id}-on-offload-tier`))),
];
