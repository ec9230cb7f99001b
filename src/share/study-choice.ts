import type { StudyValue } from '../core/studies/field.js';
import type { AnyStudy, StudyInputs } from '../core/studies/study.js';
import { same } from './same.js';
import type { StudyChoice } from './shared-state.js';
import { studyValue } from './study-value-text.js';

/** What the explorer opens with: the first study, as the paper has all of them; none open where none are known. */
export const firstStudy = (studies: readonly AnyStudy[] = []): StudyChoice => ({
  open: studies[0]?.id ?? '',
  changes: {},
});

/** The changes of one study; none where it has none. */
export const changesOfStudy = ({ changes }: StudyChoice, id: string): StudyInputs =>
  Object.hasOwn(changes, id) ? (changes[id] ?? NO_CHANGES) : NO_CHANGES;

const NO_CHANGES: StudyInputs = {};

/**
 * A choice with other values for inputs of a study: initial ones are left out. null when the study or an input does not
 * exist, or takes no such value.
 */
export function withStudyInputs(choice: StudyChoice, study: AnyStudy, patch: StudyInputs): StudyChoice | null {
  const own = new Map<string, StudyValue>(Object.entries(changesOfStudy(choice, study.id)));
  for (const [name, value] of Object.entries(patch)) {
    const field = Object.hasOwn(study.fields, name) ? study.fields[name] : undefined;
    const taken = field && studyValue(field, value);
    if (field === undefined || taken === undefined) return null;
    if (same(field.initial, taken)) own.delete(name);
    else own.set(name, taken);
  }
  // in the order of the fields, whatever was changed first
  const changed = Object.keys(study.fields).flatMap((name): [string, StudyValue][] => {
    const value = own.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return withChanges(choice, study.id, Object.fromEntries(changed));
}

/** A choice with one study as the paper has it. */
export const withoutStudyChanges = (choice: StudyChoice, id: string): StudyChoice => withChanges(choice, id, {});

function withChanges(choice: StudyChoice, id: string, own: StudyInputs): StudyChoice {
  const { [id]: before = {}, ...others } = choice.changes;
  if (same(before, own)) return choice;
  return { ...choice, changes: Object.keys(own).length > 0 ? { ...others, [id]: own } : others };
}
