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

const valueOf = ({ part, path }: PlacedField): unknown => valueAt(workbench().getState()[part].value, path);

/** Every input, with what it is now; choosing one goes there. */
export const fieldEntries = (): readonly FieldEntry[] =>
  placedFields(selectDesign(workbench().getState())).map((placed) => {
    const { part, path, field } = placed;
    return {
      id: `field/${part}/${path}`,
      group: `Inputs: ${GROUPS[part].toLowerCase()}`,
      label: inputLabel(part, path),
      words: `${fieldWords(field)} ${part}`,
      aside: () => fieldValueText(field, valueOf(placed)),
      run: () => window.dispatchEvent(new CustomEvent('focus-field', { detail: { part, path } })),
      placed,
      names: fieldWords(field).toLowerCase().split(' '),
    };
  });

/** Every option of every choice and switch, to be taken at once: "Recompute: Full". */
export const optionEntries = (fields: readonly FieldEntry[]): readonly Entry[] =>
  fields.flatMap(({ placed, label, words }) => {
    const { field, part, path } = placed;
    const options =
      field.kind === 'choice'
        ? field.options.map((option) => ({ value: option.value as unknown, text: option.label }))
        : field.kind === 'switch'
          ? [true, false].map((value) => ({ value: value as unknown, text: value ? 'on' : 'off' }))
          : [];
    return options.map(({ value, text }): Entry => ({
      id: `option/${part}/${path}/${String(value)}`,
      group: 'Options',
      label: `${label}: ${text}`,
      words,
      aside: () => (valueOf(placed) === value ? 'now' : ''),
      run: () => setField(placed, value),
    }));
  });
