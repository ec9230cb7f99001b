import { VIEWS } from '../state/view-names.js';
import type { Tab, WorkbenchStore } from '../state/workbench.js';
import { chooseColorScheme, shownColorScheme } from '../ui/color-scheme.js';
import type { Commands } from '../ui/commands.js';

/** What a shortcut works on. */
export interface ShortcutReach {
  readonly workbench: WorkbenchStore;
  readonly commands: Commands;
}

/** A shortcut of the page: the keyboard runs them, the help lists them, the palette shows their keys. */
export interface Shortcut {
  /** The action's name in the palette. */
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /**
   * Ways to press it: `mod+shift+z` (mod is Ctrl, or ⌘ on a Mac), a key alone (`?`), or one after another (`g o`).
   * The first is the one that is shown.
   */
  readonly keys: readonly string[];
  /** Also where text is being typed. Only with mod. */
  readonly inText?: boolean;
  readonly run: (reach: ShortcutReach) => void;
}

const LETTERS: Readonly<Record<Tab, string>> = {
  overview: 'o',
  layers: 'l',
  communication: 'c',
  search: 's',
  studies: 't',
  compare: 'm',
};

export const SHORTCUTS: readonly Shortcut[] = [
  {
    id: 'palette',
    label: 'Everything that can be done',
    group: 'Find',
    keys: ['mod+k', '/'],
    inText: true,
    run: ({ commands }) => commands.showPalette(),
  },
  { id: 'keys', label: 'These shortcuts', group: 'Find', keys: ['?'], run: ({ commands }) => commands.showKeys() },
  ...VIEWS.map(({ tab, label }) => ({
    id: `view/${tab}`,
    label,
    group: 'Views',
    keys: [`g ${LETTERS[tab]}`],
    run: ({ workbench }: ShortcutReach) => workbench.getState().setView({ tab }),
  })),
  {
    id: 'undo',
    label: 'Undo',
    group: 'Design',
    keys: ['mod+z'],
    run: ({ workbench }) => workbench.getState().undo(),
  },
  {
    id: 'redo',
    label: 'Redo',
    group: 'Design',
    keys: ['mod+shift+z', 'mod+y'],
    run: ({ workbench }) => workbench.getState().redo(),
  },
  {
    id: 'save',
    label: 'Save the design in this browser',
    group: 'Design',
    keys: ['mod+s'],
    inText: true,
    run: ({ commands }) => commands.saveDesign('over'),
  },
  {
    id: 'save-new',
    label: 'Save it as a new one',
    group: 'Design',
    keys: ['mod+shift+s'],
    inText: true,
    run: ({ commands }) => commands.saveDesign('new'),
  },
  {
    id: 'open',
    label: 'Open a file',
    group: 'Design',
    keys: ['mod+o'],
    inText: true,
    run: ({ commands }) => commands.openFile(),
  },
  {
    id: 'scheme',
    label: 'Light or dark',
    group: 'Display',
    keys: ['d'],
    run: () => chooseColorScheme(shownColorScheme() === 'dark' ? 'light' : 'dark'),
  },
  { id: 'units', label: 'GiB or GB', group: 'Display', keys: ['b'], run: ({ commands }) => commands.switchByteUnits() },
];

/** What the widgets themselves answer to, for the help. */
export const WIDGET_KEYS: readonly { readonly keys: readonly string[]; readonly label: string }[] = [
  { keys: ['←', '→', '↑', '↓'], label: 'On a slider: a step; Shift makes it ten times finer' },
  { keys: ['PageUp', 'PageDown'], label: 'On a slider: a large step' },
  { keys: ['Home', 'End'], label: 'On a slider: the ends' },
  { keys: ['Enter'], label: 'In a box: take what is typed; in a list: choose' },
  { keys: ['Esc'], label: 'In a box: the old value again; else close what is open' },
  { keys: ['←', '→'], label: 'On the tabs: another view' },
  { keys: ['←', '→', '↑', '↓'], label: 'In a table of numbers: another number; Enter says how it is computed' },
  { keys: ['H'], label: 'On a row of the search or a point of a study: how its number is computed' },
];

const NAMES: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift' };

/** The keys of a way to press it, apart: `mod+shift+z` as Ctrl, Shift, Z. */
export const keyNames = (keys: string): readonly string[] =>
  keys.split(/\+(?!$)| /).map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));

/** The keys of an action as one text: "Ctrl+Shift+Z", "G O"; undefined where it has none. */
export function keysText(id: string): string | undefined {
  const first = SHORTCUTS.find((shortcut) => shortcut.id === id)?.keys[0];
  return first === undefined ? undefined : keyNames(first).join(first.includes(' ') ? ' ' : '+');
}
