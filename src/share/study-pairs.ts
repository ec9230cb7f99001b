import type { AnyStudy } from '../core/studies/study.js';
import { quoted } from './names.js';
import type { Pairs } from './pairs.js';
import type { StudyChoice } from './shared-state.js';
import { changesOfStudy, firstStudy, withStudyInputs } from './study-choice.js';
import { studyValueFrom, studyValueText } from './study-value-text.js';

const KEY = 'study';
const PREFIX = `${KEY}.`;

/** Whether a key of a link is about the studies. */
export const isStudyKey = (key: string): boolean => key === KEY || key.startsWith(PREFIX);

/** Whether a link, or a kept text with one in it, speaks of the studies: then they have to be there when it is read. */
export const mentionsStudies = (text: string): boolean => /[#&](study[.=]|tab=studies)/.test(text);

/**
 * The open study, when it is looked at or is not the first, and what differs from the studies' own inputs:
 * `study=offloading`, `study.offloading.tier2GBps=50`.
 */
export function studyPairs(choice: StudyChoice, isSeen: boolean, studies: readonly AnyStudy[]): Pairs {
  const open = choice.open;
  return [
    ...(open !== '' && (isSeen || open !== firstStudy(studies).open) ? [[KEY, open] as const] : []),
    ...studies.flatMap(({ id }) =>
      Object.entries(changesOfStudy(choice, id)).map(
        ([name, value]) => [`${PREFIX}${id}.${name}`, studyValueText(value)] as const,
      ),
    ),
  ];
}

/** The studies that a link asks for, with a note for each thing that none of them takes. Never throws. */
export function studyFromPairs(
  pairs: ReadonlyMap<string, string>,
  notes: string[],
  studies: readonly AnyStudy[],
): StudyChoice {
  const opened = pairs.get(KEY);
  const isThere = opened === undefined || studies.some(({ id }) => id === opened);
  if (!isThere) notes.push(`There is no study ${quoted(opened)}; it was ignored. There are ${namesOf(studies)}.`);
  let choice = firstStudy(studies);
  if (isThere && opened !== undefined) choice = { ...choice, open: opened };
  for (const [key, text] of pairs) {
    if (key.startsWith(PREFIX)) choice = withInput(choice, key, text, notes, studies);
  }
  return choice;
}

function withInput(
  choice: StudyChoice,
  key: string,
  text: string,
  notes: string[],
  studies: readonly AnyStudy[],
): StudyChoice {
  const [id = '', name = '', ...more] = key.slice(PREFIX.length).split('.', 3);
  const study = studies.find((each) => each.id === id);
  const field = study && more.length === 0 && Object.hasOwn(study.fields, name) ? study.fields[name] : undefined;
  if (study === undefined || field === undefined) {
    const there = study ? ` The study has ${Object.keys(study.fields).join(', ')}.` : '';
    notes.push(`There is no parameter ${quoted(key)}; it was ignored.${there}`);
    return choice;
  }
  const value = studyValueFrom(field, text);
  const changed = value === undefined ? null : withStudyInputs(choice, study, { [name]: value });
  if (changed === null)
    notes.push(`${key} (${field.label}) cannot be ${quoted(text)}: it must be ${field.allowed}. It was ignored.`);
  return changed ?? choice;
}

const namesOf = (studies: readonly AnyStudy[]): string => studies.map(({ id }) => id).join(', ');
