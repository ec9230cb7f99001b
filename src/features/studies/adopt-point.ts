import { strategyLine } from '../../state/strategy-line.js';
import { studyControl, useStudy } from '../../state/study-results.js';
import { workbench } from '../../state/workbench.js';
import { notePlace } from '../../ui/note-place.js';

const { tell, Note } = notePlace(() => workbench().getState().undo());

/** Makes the design of a point, with its best strategy, the current one: one undo step, with a note that says so. */
export function adoptPoint(key: string): void {
  const design = studyControl().designAt(key);
  if (design === null) return;
  const label = useStudy.getState().points.get(key)?.label ?? key;
  studyControl().adopt(key);
  tell({ what: 'Now the current design', line: `${label}: ${strategyLine(design.strategy)}` });
}

/** Says for a while which design was taken over. */
export const AdoptedPointNote = Note;
