import { useEffect, useState } from 'react';
import { grouped } from '../core/quantities/grouped.js';
import { useSearch, type SearchState } from '../state/search-results.js';
import { useStudy, type StudyRunState } from '../state/study-results.js';
import type { WorkbenchStore } from '../state/workbench.js';

/** What ends sooner than this is heard once, when it ends. */
const BEGIN_MS = 500;
/** What runs by itself at each change is heard when it has come to rest. */
const REST_MS = 1200;

interface Words {
  readonly text: string;
  readonly afterMs: number;
}

/** What to say of a search whose status is new; null for nothing. A live search says nothing: the headline does. */
function searchWords({ status, plannedTotal, evaluated, tally }: SearchState, live: boolean): Words | null {
  if (live || status === 'idle') return null;
  if (status === 'running') return { text: `Search started: ${grouped(plannedTotal)} strategies.`, afterMs: BEGIN_MS };
  const tried = `${grouped(tally?.feasible ?? 0)} of the ${grouped(evaluated)} strategies tried are feasible.`;
  if (status === 'cancelled') return { text: `Search cancelled: ${tried}`, afterMs: 0 };
  return { text: status === 'error' ? 'The search stopped.' : `Search done: ${tried}`, afterMs: 0 };
}

/** What to say of a study whose status is new; of one that runs by itself, its answer alone. */
function studyWords({ status, report, total }: StudyRunState, title: string, byItself: boolean): Words | null {
  const answer = report?.answer ?? '';
  switch (status) {
    case 'idle':
      return null;
    case 'running':
      return byItself ? null : { text: `${title}: started, ${grouped(total)} points.`, afterMs: BEGIN_MS };
    case 'cancelled':
      return { text: `${title}: cancelled.`, afterMs: 0 };
    case 'error':
      return { text: `${title}: stopped.`, afterMs: 0 };
    case 'done':
      return { text: `${title}: ${answer === '' ? 'done.' : answer}`, afterMs: byItself ? REST_MS : 0 };
  }
}

/**
 * Says that a search or a study began, ended or was cancelled, whichever view is shown, and never how far it is: that
 * can be read at its progress bar.
 */
export function SpokenProgress({ workbench }: { readonly workbench: WorkbenchStore }) {
  const [text, setText] = useState('');
  useEffect(() => {
    let timer = 0;
    const say = (words: Words | null): void => {
      window.clearTimeout(timer);
      if (words !== null) timer = window.setTimeout(() => setText(words.text), words.afterMs);
    };
    const endSearch = useSearch.subscribe((state, before) => {
      if (state.status !== before.status) say(searchWords(state, workbench.getState().search.live));
    });
    const endStudy = useStudy.subscribe((state, before) => {
      if (state.status === before.status && state.studyId === before.studyId) return;
      const study = workbench.getState().presets.studies?.find(({ id }) => id === state.studyId);
      if (study !== undefined) say(studyWords(state, study.title, study.runs === 'at-once'));
    });
    return () => {
      window.clearTimeout(timer);
      endSearch();
      endStudy();
    };
  }, [workbench]);
  return (
    <p className="visually-hidden" role="status" data-spoken-progress>
      {text}
    </p>
  );
}
