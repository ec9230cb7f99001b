import type { BlockStores } from '../../../src/core/search/block-store.js';
import { askInSteps } from '../../../src/core/studies/ask.js';
import type { Finding, StudyQuestion } from '../../../src/core/studies/question.js';
import { STUDIES } from '../../../src/core/studies/studies.js';
import type { AnyStudy } from '../../../src/core/studies/study.js';

/** The whole answer on this thread. */
export function ask(question: StudyQuestion, blocks?: BlockStores): Finding {
  const steps = askInSteps(question, blocks);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The study of an id; null for none. */
export const studyOf = (id: string): AnyStudy | null => STUDIES.find((study) => study.id === id) ?? null;
