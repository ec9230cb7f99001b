import { inputLabel } from '../../core/inputs/input-label.js';
import { valueAt } from '../../core/inputs/value-at.js';
import { selectDesign, workbench } from '../../state/workbench.js';
import type { Entry } from './entry.js';
import { forbiddenReason } from '../../core/forbidden-reason.js';
import { useResults } from '../../state/results.js';
import { fieldKin, fieldNames, fieldValueText } from './field-words.js';
import { optionNames } from './option-names.js';
import { placedFields, type PlacedField } from './field-paths.js';
import { setField } from './set-field.js';
import { plain } from './typed-out.js';

const GROUPS = { model: 'Model', system: 'Hardware', strategy: 'Strategy' } as const;

/** An input to go to. A number may also be set, by what is typed behind its name. */
export interface FieldEntry extends Entry {
  readonly placed: PlacedField;
  /** Its other names in plain letters: one of them alone means this input. */
  readonly names: readonly string[];
}

/** An option to take. */
export interface OptionEntry extends Entry {
  /** The option alone, without its input: "Full". */
  readonly option: string;
  /** Other names of it, which say whose it is: "mqa". */
  readonly optionNames: readonly string[];
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
    const names = fieldNames(placed, tiers);
    return {
      id: `field/${part}/${path}`,
      group: `Inputs: ${GROUPS[part].toLowerCase()}`,
      label: inputLabel(part, path),
      words: `${names.join(' ')} ${part}${field.path.startsWith('networks.') ? ' network' : ''}`,
      aside: () => fieldValueText(field, valueOf(placed)),
      run: () => window.dispatchEvent(new CustomEvent('focus-field', { detail: { part, path } })),
      placed,
      names: names.map(plain),
      kin: fieldKin(placed),
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
    return options.map(({ value, text }): OptionEntry => {
      const own = optionNames(field, value);
      const problem = part === 'strategy' ? forbiddenReason(useResults.getState().report, path, value) : undefined;
      return {
        id: `option/${part}/${path}/${String(value)}`,
        group: 'Options',
        label: `${label}: ${text}`,
        words: `${words} ${own.join(' ')}`.trim(),
        aside: () => (valueOf(placed) === value ? 'now' : ''),
        ...(problem !== undefined && { problem }),
        run: () => setField(placed, value),
        option: text,
        optionNames: own,
        inputNames: `${label} ${names.join(' ')}`,
      };
    });
  });
