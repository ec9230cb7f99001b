import { useSyncExternalStore } from 'react';
import { strategyLine } from '../../state/strategy-line.js';
import { studyControl, useStudy } from '../../state/study-results.js';
import { workbench } from '../../state/workbench.js';
import { UndoNote, type DoneNote } from '../../ui/undo-note.js';

/** The design that was taken over last, while there is a note about it. */
let adopted: DoneNote | null = null;
const listeners = new Set<() => void>();

function note(next: DoneNote | null): void {
  adopted = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const endNote = (): void => note(null);

/** Makes the design of a point, with its best strategy, the current one: one undo step, with a note that says so. */
export function adoptPoint(key: string): void {
  const design = studyControl().designAt(key);
  if (design === null) return;
  const label = useStudy.getState().points.get(key)?.label ?? key;
  studyControl().adopt(key);
  note({ what: 'Now the current design', line: `${label}: ${strategyLine(design.strategy)}` });
}

/** Says for a while which design was taken over. */
export function AdoptedPointNote() {
  const shown = useSyncExternalStore(subscribe, () => adopted);
  return <UndoNote note={shown} onUndo={() => workbench().getState().undo()} onEnd={endNote} />;
}
