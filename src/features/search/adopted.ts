import { searchControl } from '../../state/search-results.js';
import { strategyLine } from '../../state/strategy-line.js';
import { workbench } from '../../state/workbench.js';
import { notePlace } from '../../ui/note-place.js';

const { tell, Note } = notePlace(() => workbench().getState().undo());

/** Makes the strategy at a place of the results the current one: one undo step, with a note that says so. */
export function adopt(place: number): void {
  const strategy = searchControl().strategyAt(place);
  if (strategy === null) return;
  searchControl().adopt(place);
  tell({ what: 'Now the current strategy', line: strategyLine(strategy) });
}

/** Says for a while which strategy was taken over. */
export const AdoptedNote = Note;
