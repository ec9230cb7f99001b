import { useSyncExternalStore } from 'react';
import type { ColumnId } from './table-columns.js';
import { TABLE_COLUMNS } from './table-columns.js';

/** How the results are looked at: neither inputs nor results, so in no link and no undo; kept while the page is open. */
export interface ViewChoices {
  readonly keepRows: boolean;
  readonly settingsOpen: boolean;
  readonly bins: number;
  readonly speed: 'rate' | 'time';
  readonly columns: readonly ColumnId[];
  readonly sort: { readonly column: ColumnId; readonly descending: boolean } | null;
  readonly filter: string;
}

let choices: ViewChoices = {
  keepRows: false,
  settingsOpen: false,
  bins: 10,
  speed: 'rate',
  columns: TABLE_COLUMNS.filter((column) => column.shownAtFirst).map((column) => column.id),
  sort: null,
  filter: '',
};

const listeners = new Set<() => void>();

export function choose(patch: Partial<ViewChoices>): void {
  choices = { ...choices, ...patch };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useViewChoice<K extends keyof ViewChoices>(key: K): ViewChoices[K] {
  return useSyncExternalStore(subscribe, () => choices[key]);
}
