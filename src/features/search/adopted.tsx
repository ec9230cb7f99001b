import { useSyncExternalStore } from 'react';
import { searchControl } from '../../state/search-results.js';
import { strategyLine } from '../../state/strategy-line.js';
import { workbench } from '../../state/workbench.js';
import { UndoNote, type DoneNote } from '../../ui/undo-note.js';

/** The strategy that was taken over last, while there is a note about it. */
let adopted: DoneNote | null = null;
const listeners = new Set<() => void>();

function note(next: typeof adopted): void {
  adopted = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const endNote = (): void => note(null);

/** Makes the strategy at a place of the results the current one: one undo step, with a note that says so. */
export function adopt(place: number): void {
  const strategy = searchControl().strategyAt(place);
  if (strategy === null) return;
  searchControl().adopt(place);
  note({ what: 'Now the current strategy', line: strategyLine(strategy) });
}

/** Says for a while which strategy was taken over. */
export function AdoptedNote() {
  const shown = useSyncExternalStore(subscribe, () => adopted);
  return <UndoNote note={shown} onUndo={() => workbench().getState().undo()} onEnd={endNote} />;
}
