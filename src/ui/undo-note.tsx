import { useEffect } from 'react';
import classes from './undo-note.module.css';

const SHOWN_MS = 8000;

/** What was done, for a moment. */
export interface DoneNote {
  /** "Now the current strategy". */
  readonly what: string;
  /** Which one. */
  readonly line: string;
}

interface UndoNoteProps {
  readonly note: DoneNote | null;
  readonly onUndo: () => void;
  /** It has been there long enough. */
  readonly onEnd: () => void;
}

/** Says for a while what was done, above everything, so that nothing moves, with a button that takes it back. */
export function UndoNote({ note, onUndo, onEnd }: UndoNoteProps) {
  useEffect(() => {
    if (note === null) return undefined;
    const timer = window.setTimeout(onEnd, SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [note, onEnd]);
  return (
    <div className={classes['place']}>
      <div role="status" className={note === null ? 'visually-hidden' : classes['note']}>
        {note !== null && (
          <>
            <span>
              {note.what}: <b>{note.line}</b>
            </span>
            <button
              type="button"
              onClick={() => {
                onUndo();
                onEnd();
              }}
            >
              Undo
            </button>
          </>
        )}
      </div>
    </div>
  );
}
