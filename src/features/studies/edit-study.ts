import { useMemo } from 'react';
import { CURRENT, type StudyValue } from '../../core/studies/field.js';
import { studyInputs, type AnyStudy, type StudyInputs } from '../../core/studies/study.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import type { PresetName } from './field-text.js';

const UNCHANGED: StudyInputs = {};

/** A study's inputs as they are now. */
export function useStudyInputs(study: AnyStudy): StudyInputs {
  const changes = useWorkbench((state) => state.study.changes[study.id]) ?? UNCHANGED;
  return useMemo(() => studyInputs(study, changes), [study, changes]);
}

/** The names of the presets, for a line that names one by its id. */
export function usePresetName(): PresetName {
  const { models, systems } = useWorkbench((state) => state.presets);
  return useMemo(() => {
    const names = {
      model: new Map<string, string>(models.map(({ id, name }) => [id, name])),
      system: new Map<string, string>(systems.map(({ id, name }) => [id, name])),
    };
    return (part, id) => (id === CURRENT ? 'as at the left' : (names[part].get(id) ?? id));
  }, [models, systems]);
}

/** Changes an input; while dragging, with `commit` false. */
export const editField = (
  study: AnyStudy,
  name: string,
  value: StudyValue,
  options?: { readonly commit: boolean },
): void =>
  workbench()
    .getState()
    .editStudy(study.id, { [name]: value }, options);
