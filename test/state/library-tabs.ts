import { vi } from 'vitest';
import { createLibraryStore, type BrowserLibrary } from '../../src/app/library-store.js';
import { openingState } from '../../src/share/opening-state.js';
import { createLibrary } from '../../src/state/create-library.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import type { Library, LibraryState } from '../../src/state/library.js';
import { useOpenedDesign, type OpenedDesign } from '../../src/state/opened-design.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { PRESETS } from './preset-files.js';

/** A browser's tab: a workbench and a library of its own on a database that others share. */
export interface Tab {
  readonly library: Library;
  readonly workbench: WorkbenchStore;
  readonly store: BrowserLibrary;
  readonly names: () => string[];
  /** Does something as this tab: which design is open is of the tab. */
  readonly do: <T>(action: (state: LibraryState) => T | Promise<T>) => Promise<T>;
  readonly edit: (GBps: number) => void;
}

let minute = 0;
let lastId = 0;
const tabs: Tab[] = [];

export function openTab(database: string): Tab {
  const workbench = createWorkbench(openingState(PRESETS), PRESETS);
  const store = createLibraryStore(database);
  const library = createLibrary(store, workbench, {
    now: () => new Date(Date.UTC(2026, 0, 31, 9, (minute += 1))),
    newId: () => `id${(lastId += 1)}`,
  });
  let opened: OpenedDesign | null = null;
  const tab: Tab = {
    library,
    workbench,
    store,
    names: () =>
      library
        .getState()
        .designs.map((design) => design.name)
        .toSorted(),
    do: async (action) => {
      useOpenedDesign.setState({ opened });
      const answer = await action(library.getState());
      opened = useOpenedDesign.getState().opened;
      return answer;
    },
    edit: (GBps) => workbench.getState().edit('system', { 'mem1.GBps': GBps }),
  };
  tabs.push(tab);
  return tab;
}
export const reload = (...all: readonly Tab[]): Promise<unknown> =>
  Promise.all(all.map(({ library }) => library.getState().reload()));
/** A browser without room. */
export const full = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });

export function closeTabs(): void {
  for (const { store } of tabs.splice(0)) store.close();
}
