import type { InputField } from '../inputs/field.js';
import { fieldAt } from '../inputs/fields.js';
import type { ChosenField, SearchInput } from '../inputs/search-input.js';
import { choicesField } from './field.js';
import type { FieldOption, StudyField } from './field.js';

/** The options of a strategy that a study lets a person allow or forbid: all but the tiers and the offloads. */
const NAMES = [
  'activation_recompute',
  'optimizer_sharding',
  'tensor_par_comm_type',
  'seq_par_ag_redo',
  'data_par_overlap',
  'tensor_par_overlap',
  'fused_activation',
] as const satisfies readonly ChosenField[];
type OptionName = (typeof NAMES)[number];

const SWITCH: readonly FieldOption[] = [
  { value: 'true', label: 'on' },
  { value: 'false', label: 'off' },
];

/** What a strategy's input is declared as: its label, help and options are those of the studies too. */
export function strategyField(name: string): InputField {
  const declared = fieldAt('strategy', name);
  if (declared === undefined) throw new Error(`no strategy field ${name}`);
  return declared;
}

function optionField(name: OptionName, initial: readonly string[]): StudyField<readonly string[]> {
  const declared = strategyField(name);
  const options = declared.kind === 'choice' ? declared.options : SWITCH;
  return choicesField(initial, options, { label: declared.label, help: declared.help });
}

/** Fields for the options of a strategy, each with the values that the paper's search allows. */
export function optionFields(initial: Readonly<Record<OptionName, readonly string[]>>) {
  return Object.fromEntries(NAMES.map((name) => [name, optionField(name, initial[name])])) as Readonly<
    Record<OptionName, StudyField<readonly string[]>>
  >;
}

type OptionInputs = Readonly<Record<OptionName, readonly string[]>>;

/**
 * What a search over one split may use. An option without meaning for the split is off, whatever is allowed: there is
 * nothing to shard or to overlap without replicas, and no TP exchange on one processor.
 */
export function allowedOptions(inputs: OptionInputs, split: { readonly t: number; readonly d: number }) {
  const allowed: Partial<Record<ChosenField, readonly string[]>> = {};
  for (const name of NAMES) allowed[name] = inputs[name];
  if (split.d === 1) {
    allowed.optimizer_sharding = ['false'];
    allowed.data_par_overlap = ['false'];
  }
  if (split.t === 1) allowed.tensor_par_overlap = ['none'];
  return allowed satisfies SearchInput['allowed'];
}
