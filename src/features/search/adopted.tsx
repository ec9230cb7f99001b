import { useEffect, useSyncExternalStore } from 'react';
import { searchControl } from '../../state/search-results.js';
import { workbench } from '../../state/workbench.js';
import classes from './adopted.module.css';
import { strategyLine } from './strategy-line.js';

const SHOWN_MS = 8000;

/** The strategy that was taken over last, while there is a note about it. */
let adopted: { readonly line: string } | null = null;
const listeners = new Set<() => void>();

function note(next: typeof adopted): void {
  adopted = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Makes the strategy at a place of the results the current one: one undo step, with a note that says so. */
export function adopt(place: number): void {
  const strategy = searchControl().strategyAt(place);
  if (strategy === null) return;
  searchControl().adopt(place);
  note({ line: strategyLine(strategy) });
}

/** Says for a while which strategy was taken over, above everything, so that nothing moves. */
export function AdoptedNote() {
  const shown = useSyncExternalStore(subscribe, () => adopted);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = window.setTimeout(() => note(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [shown]);
  return (
    <div className={classes['place']}>
      <div role="status" className={shown === null ? 'visually-hidden' : classes['note']}>
        {shown !== null && (
          <>
            <span>
              Now the current strategy: <b>{shown.line}</b>
            </span>
            <button
              type="button"
              onClick={() => {
                workbench().getState().undo();
                note(null);
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
