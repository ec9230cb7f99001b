import { makeFinder } from '../../src/app/fuzzy.js';
import { keysText } from '../../src/app/shortcuts.js';
import { paletteEntries, type Entries } from '../../src/features/palette/entries.js';
import { Finder, type Row } from '../../src/features/palette/found.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { provideWorkbench } from '../../src/state/workbench.js';
import { PRESETS } from '../state/preset-files.js';
import { commandsStub } from './commands.js';

/** What the palette finds over a workbench, and by what words. */
export interface PaletteFinder {
  readonly entries: Entries;
  readonly finder: Finder;
  readonly rows: (query: string) => readonly Row[];
  readonly first: (query: string) => Row | undefined;
  readonly labels: (query: string) => readonly string[];
}

/** Over the workbench that is provided. */
export function finderNow(): PaletteFinder {
  const entries = paletteEntries(commandsStub(), keysText, null);
  const finder = new Finder(entries, makeFinder, []);
  const rows = (query: string): readonly Row[] => finder.found(query).groups.flatMap((group) => group.rows);
  return {
    entries,
    finder,
    rows,
    first: (query) => rows(query)[0],
    labels: (query) => rows(query).map(({ entry }) => entry.label),
  };
}

/** Over a new workbench, as the explorer opens. */
export function openingFinder(): PaletteFinder {
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  return finderNow();
}
