import fc from 'fast-check';
import { type StudyField, type StudyValue } from '../../src/core/studies/field.js';
import type { AnyStudy } from '../../src/core/studies/study.js';
import type { StudyChoice } from '../../src/share/shared-state.js';
/** Values a field takes, its initial one among them. */
export declare const valueOf: (field: StudyField) => fc.Arbitrary<StudyValue>;
/** Any study open, and any inputs of each. */
export declare function studyChoice(studies: readonly AnyStudy[]): fc.Arbitrary<StudyChoice>;
