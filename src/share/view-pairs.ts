import { quoted } from './names.js';
import type { Pairs } from './pairs.js';
import { DEFAULT_VIEW, STAGES, TABS, type View } from './shared-state.js';

/** Keys of a link that say how to look at the design. */
export const VIEW_KEYS = ['tab', 'stage', 'sort'] as const;

const DIRECTIONS = { asc: false, desc: true } as const;
const LONGEST_COLUMN = 64;

/** The view where it is not the one the explorer opens with: `tab=layers`, `sort=forward-time,desc`. */
export function viewPairs(view: View): Pairs {
  return [
    ...(view.tab === DEFAULT_VIEW.tab ? [] : [['tab', view.tab] as const]),
    ...(view.stage === DEFAULT_VIEW.stage ? [] : [['stage', view.stage] as const]),
    ...(view.sort ? [['sort', `${view.sort.column},${view.sort.descending ? 'desc' : 'asc'}`] as const] : []),
  ];
}

/** The view that a link asks for, with a note for what it cannot be. */
export function viewFromPairs(pairs: ReadonlyMap<string, string>, notes: string[]): View {
  const oneOf = <T extends string>(key: string, options: readonly T[], otherwise: T): T => {
    const text = pairs.get(key);
    const found = options.find((option) => option === text);
    if (text !== undefined && found === undefined) notes.push(`There is no ${key} ${quoted(text)}; it was ignored.`);
    return found ?? otherwise;
  };
  return {
    tab: oneOf('tab', TABS, DEFAULT_VIEW.tab),
    stage: oneOf('stage', STAGES, DEFAULT_VIEW.stage),
    sort: sortFrom(pairs.get('sort'), notes),
  };
}

function sortFrom(text: string | undefined, notes: string[]): View['sort'] {
  if (text === undefined) return null;
  const [, column = '', direction = 'asc'] = /^(.+?)(?:,(asc|desc))?$/s.exec(text) ?? [];
  if (column !== '' && column.length <= LONGEST_COLUMN) {
    return { column, descending: DIRECTIONS[direction as keyof typeof DIRECTIONS] };
  }
  notes.push(`The table cannot be sorted by ${quoted(text)}.`);
  return null;
}
