import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { noRoomToCompare } from '../../state/comparing.js';
import { useWorkbench, workbench, type NamedDesign } from '../../state/workbench.js';
import { UndoNote } from '../../ui/undo-note.js';

interface Removed {
  readonly index: number;
  readonly kept: NamedDesign;
}

/**
 * Takes designs out of the comparison, with a note that puts the last one back: what is compared is no part of undo. The
 * note goes when there is no room for it any more.
 */
export function useRemovedDesign(): { readonly remove: (index: number) => void; readonly note: ReactNode } {
  const [removed, setRemoved] = useState<Removed | null>(null);
  const isFull = useWorkbench((state) => noRoomToCompare(state) !== null);
  const end = useCallback(() => setRemoved(null), []);
  const note = useMemo(
    () => (removed === null || isFull ? null : { what: 'No longer compared', line: removed.kept.name }),
    [removed, isFull],
  );
  const remove = (index: number): void => {
    const kept = workbench().getState().compared[index];
    if (kept === undefined) return;
    workbench().getState().uncompare(index);
    setRemoved({ index, kept });
  };
  const putBack = (): void => {
    if (removed !== null) workbench().getState().putBackCompared(removed.index, removed.kept);
  };
  return { remove, note: <UndoNote note={note} onUndo={putBack} onEnd={end} /> };
}
