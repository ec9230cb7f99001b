import type { StudyField, StudyValue } from '../../core/studies/field.js';
import { shownUnit } from '../../core/quantities/shown-unit.js';
import { SmallSwitch } from '../../ui/small-switch.js';
import { TextEntry } from '../../ui/text-entry.js';
import { ToggleChips } from '../../ui/toggle-chips.js';
import box from '../../ui/select-box.module.css';
import { readNumbers, writeNumbers } from './field-reading.js';
import { PricesEditor, WorkloadsEditor } from './list-editors.js';
import { NumberEditor } from './number-editor.js';
import { PresetEditor } from './preset-editor.js';
import classes from './settings.module.css';

interface FieldEditorProps {
  readonly field: StudyField;
  readonly value: StudyValue;
  readonly onChange: (value: StudyValue, options?: { readonly commit: boolean }) => void;
}

/** The options of a choice, under the names of their groups where they have such. */
function Options({ options }: Pick<StudyField, 'options'>) {
  const groups = [...new Set(options.map(({ group }) => group ?? ''))];
  return groups.map((name) => {
    const own = options
      .filter(({ group }) => (group ?? '') === name)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
    if (name === '') return own;
    return (
      <optgroup key={name} label={name}>
        {own}
      </optgroup>
    );
  });
}

/** The editor of a study's input, by its kind. What each reads was checked by the field when it came in. */
export function FieldEditor({ field, value, onChange }: FieldEditorProps) {
  const { kind, label } = field;
  switch (kind) {
    case 'model':
    case 'system':
      return <PresetEditor part={kind} label={label} value={value as string} onChange={onChange} />;
    case 'number':
      return <NumberEditor field={field} value={value as number} onChange={onChange} />;
    case 'numbers':
      return (
        <>
          <TextEntry
            label={label}
            value={value as readonly number[]}
            write={(each) => writeNumbers(each, field.unit)}
            read={(text) => readNumbers(text, field)}
            hint={`Numbers with commas between them. Allowed: ${field.allowed}.`}
            width={22}
            onChange={onChange}
          />
          <span className={classes['unit']}>{shownUnit(field.unit).text}</span>
        </>
      );
    case 'switch':
      return (
        <SmallSwitch
          label={value === true ? 'on' : 'off'}
          name={label}
          hint={field.help}
          checked={value === true}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <select
          className={box['select']}
          aria-label={label}
          value={value as string}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <Options options={field.options} />
        </select>
      );
    case 'choices':
      return <ToggleChips label={label} chips={field.options} on={value as readonly string[]} onChange={onChange} />;
    case 'workloads':
      return (
        <WorkloadsEditor field={field} value={value as readonly (readonly [string, number])[]} onChange={onChange} />
      );
    case 'prices':
      return <PricesEditor field={field} value={value as readonly (readonly [number, number])[]} onChange={onChange} />;
  }
}
