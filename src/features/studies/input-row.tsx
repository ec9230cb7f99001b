import { useCallback } from 'react';
import type { StudyField, StudyValue } from '../../core/studies/field.js';
import type { AnyStudy, StudyInputs } from '../../core/studies/study.js';
import { ChangedDot } from '../../ui/changed-dot.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { editField, usePresetName } from './edit-study.js';
import { FieldEditor } from './field-editor.js';
import { valueText } from './field-text.js';
import { baseName } from './settings-base.js';
import { shownField } from './shown-field.js';
import classes from './settings.module.css';

interface InputRowProps {
  readonly study: AnyStudy;
  readonly name: string;
  readonly inputs: StudyInputs;
  /** Why the study cannot be asked with it; null when it can. */
  readonly problem: string | null;
}

/** Chips of more letters than these want a line of their own, as lists do. */
const FEW_LETTERS = 24;
const isWide = ({ kind, options }: StudyField): boolean =>
  kind === 'workloads' ||
  kind === 'prices' ||
  (kind === 'choices' && options.reduce((sum, { label }) => sum + label.length + 2, 0) > FEW_LETTERS);

/** One input: mark of change, label, editor; beneath it what is wrong with it. */
export const InputRow = memoInUnits(function InputRow({ study, name, inputs, problem }: InputRowProps) {
  const nameOf = usePresetName();
  const change = useCallback(
    (value: StudyValue, options?: { readonly commit: boolean }) => editField(study, name, value, options),
    [study, name],
  );
  const declared = study.fields[name];
  const value = inputs[name];
  if (declared === undefined || value === undefined) return null;
  const field = shownField(declared, inputs);
  return (
    <div className={classes['row']} data-input={name} data-wide={isWide(field) || undefined}>
      <ChangedDot
        changed={value !== field.initial}
        label={field.label}
        baseText={valueText(field, field.initial, nameOf)}
        baseName={baseName(study)}
        onReset={() => change(field.initial)}
      />
      <span className={classes['label']} data-hint={field.help}>
        {field.label}
      </span>
      <div className={classes['editor']}>
        <FieldEditor field={field} value={value} onChange={change} />
        {problem !== null && <p className={classes['problem']}>{problem}</p>}
      </div>
    </div>
  );
});
