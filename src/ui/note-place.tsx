import { useSyncExternalStore, type ReactNode } from 'react';
import { UndoNote, type DoneNote } from './undo-note.js';

/** What was done last, told from anywhere, and the place where it is shown. */
export interface NotePlace {
  readonly tell: (done: DoneNote) => void;
  /** Says it for a while, with a button that takes it back. */
  readonly Note: () => ReactNode;
}

/** A place for notes of things that `undo` takes back; the last one told is shown, until it has been there long enough. */
export function notePlace(undo: () => void): NotePlace {
  let last: DoneNote | null = null;
  const listeners = new Set<() => void>();
  const set = (next: DoneNote | null): void => {
    last = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const end = (): void => set(null);
  return {
    tell: set,
    Note: function Note() {
      const shown = useSyncExternalStore(subscribe, () => last);
      return <UndoNote note={shown} onUndo={undo} onEnd={end} />;
    },
  };
}
