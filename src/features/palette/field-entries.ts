import { inputLabel } from '../../core/inputs/input-label.js';
import { valueAt } from '../../core/inputs/value-at.js';
import { selectDesign, workbench } from '../../state/workbench.js';
import type { Entry } from './entry.js';
import { fieldValueText, fieldWords } from './field-words.js';
import { placedFields, type PlacedField } from './field-paths.js';
import { setField } from './set-field.js';

const GROUPS = { model: 'Model', system: 'Hardware', strategy: 'Strategy' } as const;

/** An input to go to. A number may also be set, by what is typed behind its name. */
export interface FieldEntry extends Entry {
  readonly placed: PlacedField;
  /** Its other names in lower case: one of them alone means this input. */
  readonly names: readonly string[];
}

/** An option to take. */
export interface OptionEntry extends Entry {
  /** The option alone, without its input: "Full". */
  readonly option: string;
  /** What its input may be called, label and other names. */
  readonly inputNames: string;
}

const valueOf = ({ part, path }: PlacedField): unknown => valueAt(workbench().getState()[part].value, path);

/** Every input, with what it is now; choosing one goes there. */
export function fieldEntries(): readonly FieldEntry[] {
  const design = selectDesign(workbench().getState());
  const tiers = design.system.networks.length;
  return placedFields(design).map((placed) => {
    const { part, path, field } = placed;
    const names = fieldWords(placed, tiers);
    return {
      id: `field/${part}/${path}`,
      group: `Inputs: ${GROUPS[part].toLowerCase()}`,
      label: inputLabel(part, path),
      words: `${names} ${part}${field.path.startsWith('networks.') ? ' network' : ''}`,
      aside: () => fieldValueText(field, valueOf(placed)),
      run: () => window.dispatchEvent(new CustomEvent('focus-field', { detail: { part, path } })),
      placed,
      names: names === '' ? [] : names.toLowerCase().split(' '),
    };
  });
}

/** Every option of every choice and switch, to be taken at once: "Recompute: Full". */
export const optionEntries = (fields: readonly FieldEntry[]): readonly OptionEntry[] =>
  fields.flatMap(({ placed, label, words, names }) => {
    const { field, part, path } = placed;
    const options =
      field.kind === 'choice'
        ? field.options.map((option) => ({ value: option.value as unknown, text: option.label }))
        : field.kind === 'switch'
          ? [true, false].map((value) => ({ value: value as unknown, text: value ? 'on' : 'off' }))
          : [];
    return options.map(({ value, text }): OptionEntry => ({
      id: `option/${part}/${path}/${String(value)}`,
      group: 'Options',
      label: `${label}: ${text}`,
      words,
      aside: () => (valueOf(placed) === value ? 'now' : ''),
      run: () => setField(placed, value),
      option: text,
      inputNames: `${label} ${names.join(' ')}`,
    }));
  });
