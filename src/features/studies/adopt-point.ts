import { adoptedLine } from '../../state/adopted-line.js';
import { studyControl } from '../../state/study-results.js';
import { workbench } from '../../state/workbench.js';
import { notePlace } from '../../ui/note-place.js';

const { tell, Note } = notePlace(() => workbench().getState().undo());

/** Makes the design of a point, with its best strategy, the current one: one undo step, with a note that says so. */
export function adoptPoint(key: string): void {
  if (studyControl().designAt(key) === null) return;
  const before = workbench().getState();
  studyControl().adopt(key);
  tell({ what: 'Now the current design', line: adoptedLine(before, workbench().getState()) });
}

/** Says for a while which design was taken over. */
export const AdoptedPointNote = Note;
