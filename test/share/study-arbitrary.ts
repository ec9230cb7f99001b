import fc from 'fast-check';
import { CURRENT, type StudyField, type StudyValue } from '../../src/core/studies/field.js';
import type { AnyStudy, StudyInputs } from '../../src/core/studies/study.js';
import type { StudyChoice } from '../../src/share/shared-state.js';
import { firstStudy, withStudyInputs } from '../../src/share/study-choice.js';

const number = (near: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: 0, max: 64 }),
    fc.integer({ min: 1, max: 100_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: near / 4, max: near * 4, noNaN: true }),
  );
const id = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9.-]{0,30}$/), fc.constantFrom('gpt3-175b', CURRENT));
const few = <T>(items: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(items, { minLength: 1, maxLength: 4 });

function anyOfKind({ kind, initial, options }: StudyField): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'model':
    case 'system':
      return id;
    case 'number':
      return number(initial as number);
    case 'numbers':
      return few(number((initial as readonly number[])[0] ?? 1));
    case 'switch':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...options.map(({ value }) => value));
    case 'choices':
      return few(fc.constantFrom(...options.map(({ value }) => value)));
    case 'workloads':
      return few(fc.tuple(id, fc.integer({ min: 1, max: 5000 })));
    case 'prices':
      return few(fc.tuple(number(80), number(20_000)));
  }
}

/** Values a field takes, its initial one among them. */
export const valueOf = (field: StudyField): fc.Arbitrary<StudyValue> =>
  anyOfKind(field).map((value) => (field.accepts(value) ? (value as StudyValue) : field.initial));

/** Any study open, and any inputs of each. */
export function studyChoice(studies: readonly AnyStudy[]): fc.Arbitrary<StudyChoice> {
  if (studies.length === 0) return fc.constant(firstStudy(studies));
  const inputs = studies.map((study) =>
    fc.record(Object.fromEntries(Object.entries(study.fields).map(([name, field]) => [name, valueOf(field)])), {
      requiredKeys: [],
    }),
  );
  return fc
    .tuple(fc.constantFrom(...studies.map((study) => study.id)), fc.tuple(...inputs))
    .map(([open, all]) =>
      studies.reduce<StudyChoice>(
        (choice, study, at) => withStudyInputs(choice, study, all[at] as StudyInputs) ?? choice,
        { open, changes: {} },
      ),
    );
}
