import type { AnyStudy, StudyInputs, StudyProblem } from '../../core/studies/study.js';
import { usePresetName } from './edit-study.js';
import { valueText } from './field-text.js';
import classes from './settings.module.css';
import { shownField } from './shown-field.js';

interface InputChipsProps {
  readonly study: AnyStudy;
  readonly inputs: StudyInputs;
  readonly names: readonly string[];
  readonly problems: readonly StudyProblem[];
  /** Go to the editor of an input. */
  readonly onPick: (name: string) => void;
}

/** The inputs of a study in two lines at most, each leading to its editor. */
export function InputChips({ study, inputs, names, problems, onPick }: InputChipsProps) {
  const nameOf = usePresetName();
  // What does not fit into two lines is at the end: that must not be what a person changed.
  const isChanged = (name: string): boolean => inputs[name] !== study.fields[name]?.initial;
  const changedFirst = [...names.filter(isChanged), ...names.filter((name) => !isChanged(name))];
  return (
    <ul className={classes['chips']}>
      {changedFirst.map((name) => {
        const declared = study.fields[name];
        const value = inputs[name];
        if (declared === undefined || value === undefined) return null;
        const field = shownField(declared, inputs);
        const text = valueText(field, value, nameOf);
        return (
          <li key={name}>
            <button
              type="button"
              data-changed={value !== field.initial || undefined}
              data-problem={problems.some((problem) => problem.field === name) || undefined}
              data-hint={`${field.label}: ${text}\n${field.help}`}
              onClick={() => onPick(name)}
            >
              <span>{field.label}</span> <b>{text}</b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
