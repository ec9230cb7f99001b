import { byteUnits } from '../../core/quantities/byte-units.js';
import { copyAndSay } from '../../state/copy-answer.js';
import { noRoomToCompare } from '../../state/comparing.js';
import { FILE_KINDS, REPORT_KINDS } from '../../state/file-kinds.js';
import { optimise } from '../../state/optimise.js';
import { nameOfState } from '../../state/saved-design.js';
import { searchControl } from '../../state/search-results.js';
import { workbench } from '../../state/workbench.js';
import { chooseColorScheme, shownColorScheme } from '../../ui/color-scheme.js';
import type { Commands } from '../../ui/commands.js';
import type { Entry } from './entry.js';
import type { KeysOf } from './place-entries.js';

type Action = Pick<Entry, 'id' | 'label' | 'words' | 'run' | 'problem'>;

/** Everything that can be done with the design as a whole and with the page. */
export function actionEntries(commands: Commands, keysOf: KeysOf): readonly Entry[] {
  const state = workbench().getState();
  const isChanged = [state.model, state.system, state.strategy].some(({ value, base }) => value !== base.value);
  const otherScheme = shownColorScheme() === 'dark' ? 'light' : 'dark';
  /** With `problem`: why it cannot be done as things are. */
  const act = (id: string, label: string, words: string, run: () => void, problem: string | null = null): Action => ({
    id,
    label,
    words,
    run,
    ...(problem !== null && { problem }),
  });
  const actions: readonly Action[] = [
    act('undo', 'Undo', 'back', () => state.undo(), state.canUndo ? null : 'There is nothing to undo'),
    act('redo', 'Redo', 'again', () => state.redo(), state.canRedo ? null : 'There is nothing to redo'),
    act(
      'reset',
      'Reset all',
      'presets start over',
      () => state.resetAll(),
      isChanged ? null : 'Every field is as its preset or file has it',
    ),
    act('optimise', 'Optimise', 'search best strategy find', optimise),
    act('run-search', 'Run the search', 'start', () => {
      state.setView({ tab: 'search' });
      searchControl().start();
    }),
    act('live', state.search.live ? 'Stop the live optimum' : 'Live optimum', 'live search follow', () =>
      state.editSearch({ live: !state.search.live }),
    ),
    act('open', 'Open a file', 'load import json calculon', commands.openFile),
    act('save', 'Save in this browser', 'keep design', () => commands.saveDesign('over')),
    act('save-new', 'Save as new', 'keep design copy', () => commands.saveDesign('new')),
    act('library', 'Saved designs', 'library open keep', commands.showLibrary),
    ...FILE_KINDS.map(({ kind, label, help }) =>
      act(`file/${kind}`, `Save file: ${label}`, `download export ${help}`, () => commands.saveFile(kind)),
    ),
    ...REPORT_KINDS.map(({ kind, label, help }) =>
      act(`report-${kind}`, label, `save download export document paper ${help}`, () =>
        kind === 'print' ? commands.printReport() : commands.saveReport(kind),
      ),
    ),
    act('copy-link', 'Copy the link', 'share address url', () => void copyAndSay(commands.copyLink)),
    state.baseline === null
      ? act('baseline', 'Set as baseline', 'pin keep compare headline change', () => state.setBaseline())
      : act('baseline', 'Let go of the baseline', 'unpin pin compare headline', () => state.dropBaseline()),
    act(
      'compare',
      'Compare this design',
      'keep side by side',
      () => {
        state.compare(nameOfState(state));
        state.setView({ tab: 'compare' });
      },
      noRoomToCompare(state),
    ),
    act('scheme', `Use the ${otherScheme} scheme`, 'colour color theme light dark mode', () =>
      chooseColorScheme(otherScheme),
    ),
    act(
      'units',
      byteUnits() === 'binary' ? 'Show memory in GB' : 'Show memory in GiB',
      'units gib gb bytes binary decimal',
      commands.switchByteUnits,
    ),
    act('keys', 'Keyboard shortcuts', 'help keys', commands.showKeys),
    act('tour', 'Take the tour', 'help introduction start', commands.startTour),
  ];
  return actions.map((action) => ({ ...action, group: 'Actions', aside: () => keysOf(action.id) ?? '' }));
}
