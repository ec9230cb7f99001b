import { quantity } from '../quantities/registry.js';
import type { Quantity } from '../quantities/quantity.js';
import { choiceField, CURRENT, modelField, numberField, switchField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import { sweepInputUnit, SWEEP_INPUTS, SWEEP_QUANTITIES } from './sweep-choices.js';

const end = (label: string, zero: string) =>
  numberField(0, 0, 1e9, {
    label,
    help: `0 for ${zero}. In the input’s own unit.`,
    zero,
    fraction: true,
    unitOf: ({ knob }) => sweepInputUnit(String(knob)),
  });

export const SWEEP_FIELDS = {
  model: modelField(CURRENT),
  system: systemField(CURRENT),
  knob: choiceField<string>('mem1.GBps', SWEEP_INPUTS, {
    label: 'Input',
    help: 'What lies along the axis: any number of model, hardware or strategy. Type to find it.',
  }),
  from: end('From', 'a quarter of what it is'),
  to: end('To', 'four times what it is'),
  steps: numberField(17, 2, 48, { label: 'Steps', help: 'Values along the axis, in even steps.' }),
  shown: choiceField<string>('sample-rate', SWEEP_QUANTITIES, {
    label: 'Show',
    help: 'The quantity drawn. Type to find it.',
  }),
  reoptimise: switchField(true, {
    label: 'Re-optimise',
    help: 'Search every strategy again at each value, with the batch of the current strategy as the largest.',
  }),
};
export type SweepInputs = InputsOf<typeof SWEEP_FIELDS>;

export const shownQuantity = ({ shown }: SweepInputs): Quantity => quantity(shown);
