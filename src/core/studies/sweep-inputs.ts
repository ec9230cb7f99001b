import type { FieldUnit, NumberField } from '../inputs/field.js';
import type { Quantity, QuantityUnit } from '../quantities/quantity.js';
import { quantity } from '../quantities/registry.js';
import { hardwareNumbers } from '../sensitivity/hardware-numbers.js';
import type { HardwareNumber } from '../sensitivity/hardware-numbers.js';
import { ticksOf } from './co-design-inputs.js';
import { choiceField, CURRENT, modelField, numberField, switchField, systemField } from './field.js';
import type { FieldOption, InputsOf } from './field.js';
import { systemOf } from './problems.js';
import type { StudyWorld } from './study.js';

/** Network tiers that may be swept: no more are needed by any system here, and a choice is a fixed list. */
const TIERS = [0, 1, 2, 3];

/** Values are paths with the datatype left to the strategy. */
const KNOBS: readonly FieldOption[] = [
  { value: 'matrix.*.tflops', label: 'Matrix peak' },
  { value: 'vector.*.tflops', label: 'Vector peak' },
  { value: 'mem1.GiB', label: 'HBM capacity' },
  { value: 'mem1.GBps', label: 'HBM bandwidth' },
  { value: 'mem2.GiB', label: 'Offload capacity' },
  { value: 'mem2.GBps', label: 'Offload bandwidth' },
  ...TIERS.flatMap((tier) => [
    { value: `networks.${tier}.bandwidth`, label: `Tier ${tier}: bandwidth` },
    { value: `networks.${tier}.efficiency`, label: `Tier ${tier}: efficiency` },
    { value: `networks.${tier}.size`, label: `Tier ${tier}: size` },
    { value: `networks.${tier}.latency`, label: `Tier ${tier}: latency` },
    { value: `networks.${tier}.processor_usage`, label: `Tier ${tier}: processor use` },
  ]),
];

const SHOWN = [
  'sample-rate',
  'mfu',
  'total-time',
  'tier1-memory',
  'bubble-time',
  'tensor-exposed',
  'pipeline-exposed',
  'data-exposed',
  'offload-bandwidth',
];
const shownOption = (value: string): FieldOption => ({ value, label: quantity(value).label });

const end = (label: string, help: string) =>
  numberField(0, 0, 1e9, { label, help: `${help} In the input’s own unit.`, fraction: true });

export const SWEEP_FIELDS = {
  model: modelField(CURRENT),
  system: systemField(CURRENT),
  knob: choiceField<string>('mem1.GBps', KNOBS, { label: 'Input', help: 'The hardware number along the axis.' }),
  from: end('From', '0 for a quarter of what it is.'),
  to: end('To', '0 for four times what it is.'),
  steps: numberField(17, 2, 48, { label: 'Steps', help: 'Values along the axis, in equal ratios.' }),
  shown: choiceField<string>('sample-rate', SHOWN.map(shownOption), { label: 'Show', help: 'The quantity drawn.' }),
  reoptimise: switchField(true, {
    label: 'Re-optimise',
    help: 'Search every strategy again at each value, with the batch of the current strategy as the largest.',
  }),
};
export type SweepInputs = InputsOf<typeof SWEEP_FIELDS>;

export const knobLabel = (knob: string): string => KNOBS.find(({ value }) => value === knob)?.label ?? knob;

/** The number that is swept; null where the system has none such. */
export function sweptNumber({ system, knob }: SweepInputs, world: StudyWorld): HardwareNumber | null {
  const { datatype } = world.current.strategy;
  const path = knob.replace('*', datatype);
  return hardwareNumbers(systemOf(world, system).value, datatype).find((number) => number.path === path) ?? null;
}

/** The ends of the axis, within what the input may be. */
export function endsOf({ from, to }: SweepInputs, { value, field }: HardwareNumber): readonly [number, number] {
  const least = field.integer ? 1 : 0;
  // a share below one: the nearest that a field of shares allows in four digits
  const most = field.maxExclusive === true ? field.max * 0.9999 : field.max;
  return [from > 0 ? from : Math.max(least, value / 4), Math.min(most, to > 0 ? to : value * 4)];
}

/** The values along the axis, rising, each once. */
export function sweptValues(inputs: SweepInputs, number: HardwareNumber): readonly number[] {
  const [low, high] = endsOf(inputs, number);
  return [...new Set(ticksOf(low, high, inputs.steps, number.field.integer))];
}

export const shownQuantity = ({ shown }: SweepInputs): Quantity => quantity(shown);

const SI: Readonly<Partial<Record<FieldUnit, readonly [factor: number, unit: QuantityUnit]>>> = {
  GiB: [2 ** 30, 'bytes'],
  'GB/s': [1e9, 'bytes-per-second'],
  'TFLOP/s': [1e12, 'flop-per-second'],
  s: [1, 'seconds'],
  '%': [1, 'fraction'],
};
/** Factor and unit that bring a field's number to SI. */
export const inSi = ({ unit }: NumberField): readonly [number, QuantityUnit] => SI[unit] ?? [1, 'count'];
