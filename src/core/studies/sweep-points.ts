import type { Design } from '../inputs/design.js';
import { BOUNDED_FIELDS, CHOSEN_FIELDS, WHOLE_SEARCH } from '../inputs/search-input.js';
import type { SearchInput } from '../inputs/search-input.js';
import { byteUnits } from '../quantities/byte-units.js';
import type { ByteUnits } from '../quantities/byte-units.js';
import { divisors } from '../strategy/divisors.js';
import { coarseToFine } from './coarse-to-fine.js';
import { writtenNumber } from './field-si.js';
import { modelOf, systemOf } from './problems.js';
import { MODE_WORDS } from './sensitivity-points.js';
import type { Mode } from './sensitivity-points.js';
import type { Findings, StudyPoint, StudyWorld } from './study.js';
import { sweepInputLabel } from './sweep-choices.js';
import { sweptInput } from './sweep-input.js';
import type { SweptInput } from './sweep-input.js';
import type { SweepInputs } from './sweep-inputs.js';
import { ownRegime } from './sweep-regimes.js';
import type { OwnRegime } from './sweep-regimes.js';
import { sweepAxis } from './sweep-values.js';
import type { SweepAxis } from './sweep-values.js';

/** A sweep with its inputs understood. */
export interface Sweep {
  readonly input: SweptInput;
  readonly axis: SweepAxis;
  readonly label: string;
  readonly modes: readonly Mode[];
  readonly pointAt: (mode: Mode, value: number) => StudyPoint;
  /** What bounds the current strategy at a value, evaluated once. */
  readonly ownAt: (value: number) => OwnRegime;
}

const sweptOf = (inputs: SweepInputs, world: StudyWorld): SweptInput | null =>
  sweptInput(
    {
      model: modelOf(world, inputs.model).value,
      system: systemOf(world, inputs.system).value,
      strategy: world.current.strategy,
    },
    inputs.knob,
  );

interface Understood {
  readonly world: StudyWorld;
  /** The sentences of a sweep name amounts of memory. */
  readonly units: ByteUnits;
  readonly sweep: Sweep | null;
}

/** The last sweep of each set of inputs: a study is asked for problems, points and reports of one, time and again. */
const understood = new WeakMap<SweepInputs, Understood>();

/** null where the design has no such input. Neither inputs nor world may change after. */
export function sweepOf(inputs: SweepInputs, world: StudyWorld): Sweep | null {
  const [last, units] = [understood.get(inputs), byteUnits()];
  if (last?.world === world && last.units === units) return last.sweep;
  const sweep = sweepIn(inputs, world);
  understood.set(inputs, { world, units, sweep });
  return sweep;
}

function sweepIn(inputs: SweepInputs, world: StudyWorld): Sweep | null {
  const input = sweptOf(inputs, world);
  if (input === null) return null;
  const label = sweepInputLabel(inputs.knob);
  const { batch_size: batch } = world.current.strategy;
  const regimes = new Map<number, OwnRegime>();
  const designAt = (value: number): Design => {
    const design = input.designAt(value);
    if (design === null) throw new Error(`${input.path} cannot be ${value}`);
    return design;
  };
  return {
    input,
    axis: sweepAxis(inputs, input),
    label,
    modes: inputs.reoptimise ? ['fixed', 'best'] : ['fixed'],
    pointAt: (mode, value) => {
      const design = designAt(value);
      return {
        key: `${mode} ${value}`,
        label: `${label} ${writtenNumber(input.field, value)}, ${MODE_WORDS[mode]}`,
        question: {
          design,
          searches: mode === 'fixed' ? [] : searchesAt(input.path, value, design.strategy.num_procs, batch),
        },
      };
    },
    ownAt: (value) => {
      const known = regimes.get(value) ?? ownRegime(designAt(value));
      regimes.set(value, known);
      return known;
    },
  };
}

/** What is asked first. The current strategy leads: its answers take no time. */
export const gridPoints = ({ modes, axis: { values }, pointAt }: Sweep): readonly StudyPoint[] =>
  modes.flatMap((mode) => coarseToFine(values.length).map((place) => pointAt(mode, values[place] as number)));

/** Every value of a mode that has been asked so far, rising: those of the axis and those between them. */
export function valuesOf({ axis }: Sweep, mode: Mode, findings: Findings): readonly number[] {
  const asked = [...findings.keys()].flatMap((key) => {
    const [of, value] = key.split(' ');
    return of === mode ? Number(value) : [];
  });
  return [...new Set([...axis.values, ...asked])].toSorted((a, b) => a - b);
}

/**
 * Every strategy with the swept field of it at one value; over all of them where the field is not one of the strategy's.
 * A batch is met by those d that divide it: a search would take the largest multiple of d below it.
 */
function searchesAt(path: string, value: number, processors: number, batch: number): readonly SearchInput[] {
  const whole: SearchInput = { ...WHOLE_SEARCH, max_batch: batch };
  if (path === 'batch_size') {
    return divisors(processors)
      .filter((d) => value % d === 0)
      .map((d) => ({ ...whole, max_batch: value, bounds: { data_par: [d, d] } }));
  }
  if (BOUNDED_FIELDS.some((field) => field === path)) return [{ ...whole, bounds: { [path]: [value, value] } }];
  if (CHOSEN_FIELDS.some((field) => field === path)) return [{ ...whole, allowed: { [path]: [String(value)] } }];
  return [whole];
}
