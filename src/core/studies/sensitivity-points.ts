import { evaluateDesign } from '../evaluate.js';
import type { SystemInput } from '../inputs/design.js';
import { WHOLE_SEARCH } from '../inputs/search-input.js';
import { elasticity, improved, neighboursOf } from '../sensitivity/elasticity.js';
import type { Elasticity, RateAt } from '../sensitivity/elasticity.js';
import { hardwareNumbers } from '../sensitivity/hardware-numbers.js';
import type { HardwareNumber } from '../sensitivity/hardware-numbers.js';
import { formatQuantity } from '../quantities/format.js';
import { CURRENT, modelField, numberField, switchField, systemField } from './field.js';
import { inSi } from './field-si.js';
import type { InputsOf } from './field.js';
import { modelOf, systemOf } from './problems.js';
import type { Findings, StudyPoint, StudyWorld } from './study.js';

/** A value of a hardware number with its unit, to the digits that tell a small step from none. */
function written(value: number, { field }: HardwareNumber): string {
  const [factor, unit] = inSi(field);
  const text = formatQuantity(value * factor, unit, { precise: true });
  return text.replace(/\.?0+(?= |$)/, (zeros) => (text.includes('.') ? '' : zeros));
}

export const SENSITIVITY_FIELDS = {
  model: modelField(CURRENT),
  system: systemField(CURRENT),
  step: numberField(0.005, 0.0001, 0.2, {
    label: 'Step',
    help: 'Each number is changed by so much, down and up; a whole number by one at least.',
    unit: '%',
    fraction: true,
  }),
  factor: numberField(2, 1.01, 100, {
    label: 'Purchase',
    help: 'How many times as good each number becomes in the last columns: bandwidth times, latency divided by it.',
    unit: '×',
    fraction: true,
  }),
  reoptimise: switchField(true, {
    label: 'Re-optimise',
    help: 'Search every strategy again at each change, with the batch of the current strategy as the largest.',
  }),
};
export type SensitivityInputs = InputsOf<typeof SENSITIVITY_FIELDS>;

const MODES = ['fixed', 'best'] as const;
export type Mode = (typeof MODES)[number];
export const modesOf = ({ reoptimise }: SensitivityInputs): readonly Mode[] => (reoptimise ? MODES : ['fixed']);

export const MODE_WORDS: Readonly<Record<Mode, string>> = { fixed: 'current strategy', best: 're-optimised' };
export const MODE_LABELS: Readonly<Record<Mode, string>> = { fixed: 'Current strategy', best: 'Re-optimised' };

export const numbersOf = (inputs: SensitivityInputs, world: StudyWorld): readonly HardwareNumber[] =>
  hardwareNumbers(systemOf(world, inputs.system).value, world.current.strategy.datatype);

/** `value` null is the system as it is. */
const pointKey = (mode: Mode, path: string, value: number | null): string =>
  value === null ? mode : `${mode} ${path} ${value}`;

/** A question at the current strategy, or over all of them, on a system of the study. */
function strategyPoint(
  mode: Mode,
  key: string,
  label: string,
  world: StudyWorld,
  model: string,
  system: SystemInput,
): StudyPoint {
  return {
    key,
    label: `${label}, ${MODE_WORDS[mode]}`,
    question: {
      design: { model: modelOf(world, model).value, system, strategy: world.current.strategy },
      searches: mode === 'fixed' ? [] : [WHOLE_SEARCH],
    },
  };
}

/** The values of a number that the study asks about. */
function valuesOf({ step, factor }: SensitivityInputs, number: HardwareNumber) {
  return { ...neighboursOf(number, step), better: improved(number, factor) };
}

/** The current strategy first: its answers take no time. */
export function sensitivityPoints(inputs: SensitivityInputs, world: StudyWorld): readonly StudyPoint[] {
  const system = systemOf(world, inputs.system).value;
  const numbers = numbersOf(inputs, world);
  return modesOf(inputs).flatMap((mode) => [
    strategyPoint(mode, pointKey(mode, '', null), 'As it is', world, inputs.model, system),
    ...numbers.flatMap((number) => {
      const { down, up, better } = valuesOf(inputs, number);
      const values = new Set([down, up, better].flatMap((value) => value ?? []));
      return [...values].map((value) =>
        strategyPoint(
          mode,
          pointKey(mode, number.path, value),
          `${number.label} ${written(value, number)}`,
          world,
          inputs.model,
          number.systemAt(value),
        ),
      );
    }),
  ]);
}

/** What the findings say of one number. */
export interface Measured {
  readonly elasticity: Elasticity;
  /** Share of the rate gained with the number improved; null where it cannot be, or nothing is feasible. */
  readonly gain: number | null;
  /** The point with the number improved; null for none, or while there is no finding of it. */
  readonly gainKey: string | null;
  /** Questions of this number without an answer. */
  readonly pending: boolean;
}

/**
 * What is known of one number. Rates at the current strategy are there before they are asked: one evaluation takes
 * microseconds.
 */
export function measured(
  inputs: SensitivityInputs,
  world: StudyWorld,
  findings: Findings,
  mode: Mode,
  number: HardwareNumber,
): Measured {
  const rateAt = (value: number | null): number | null => {
    const found = findings.get(pointKey(mode, number.path, value));
    if (found !== undefined || mode === 'best') return found?.best?.rate ?? null;
    return ownRate(inputs, world, number, value);
  };
  const at = (value: number | null): RateAt | null => (value === null ? null : { value, rate: rateAt(value) });
  const { down, up, better } = valuesOf(inputs, number);
  const own = rateAt(null);
  const then = at(better)?.rate ?? null;
  const keys = [
    mode,
    ...[down, up, better].flatMap((value) => (value === null ? [] : pointKey(mode, number.path, value))),
  ];
  const gainKey = better === null ? null : pointKey(mode, number.path, better);
  return {
    elasticity: elasticity({ value: number.value, rate: own }, at(down), at(up)),
    gain: own === null || then === null ? null : then / own - 1,
    gainKey: gainKey !== null && findings.has(gainKey) ? gainKey : null,
    pending: mode === 'best' && keys.some((key) => !findings.has(key)),
  };
}

/** Samples/s of the current strategy with one number changed; null where it does not fit. */
function ownRate(
  inputs: SensitivityInputs,
  world: StudyWorld,
  number: HardwareNumber,
  value: number | null,
): number | null {
  const outcome = evaluateDesign({
    model: modelOf(world, inputs.model).value,
    system: value === null ? systemOf(world, inputs.system).value : number.systemAt(value),
    strategy: world.current.strategy,
  });
  return outcome.kind === 'feasible' ? outcome.evaluation.efficiency.sampleRate : null;
}
