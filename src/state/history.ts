/** Undo and redo as plain data: every snapshot shares with its neighbours what did not change. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** What the inputs were before the drag that is under way; it becomes one entry when the drag ends. */
  readonly drag: { readonly key: string; readonly before: T } | null;
}

/** Enough to walk back through an afternoon; a snapshot is a few references, so memory does not bound it. */
export const HISTORY_LIMIT = 200;

export const EMPTY_HISTORY: History<never> = { past: [], future: [], drag: null };

/** Notes that `before` was left by a finished change. Whatever was undone can no longer be redone. */
export function recorded<T>(history: History<T>, before: T): History<T> {
  return { past: [...history.past, before].slice(-HISTORY_LIMIT), future: [], drag: null };
}

/** Ends the drag under way: one entry for all of it, or none when it came back to where it began. */
export function dragEnded<T>(history: History<T>, isSame: (before: T) => boolean): History<T> {
  if (!history.drag) return history;
  return isSame(history.drag.before) ? { ...history, drag: null } : recorded(history, history.drag.before);
}

/** A drag of the thing called `key` is under way, from `before`. What was undone stays redoable until it ends. */
export function dragging<T>(history: History<T>, key: string, before: T): History<T> {
  return history.drag ? history : { ...history, drag: { key, before } };
}

/** One step back from `now`, with the inputs to show; null when there is none. */
export function undone<T>(history: History<T>, now: T): { history: History<T>; now: T } | null {
  const before = history.past.at(-1);
  if (before === undefined) return null;
  return { history: { past: history.past.slice(0, -1), future: [now, ...history.future], drag: null }, now: before };
}

/** One step forward again; null when there is none. */
export function redone<T>(history: History<T>, now: T): { history: History<T>; now: T } | null {
  const [after, ...future] = history.future;
  if (after === undefined) return null;
  return { history: { past: [...history.past, now], future, drag: null }, now: after };
}
