import { create } from 'zustand';
import { errorText } from '../core/error-text.js';
import type { Library } from '../state/library.js';
import { useOpenedDesign } from '../state/opened-design.js';
import type { WorkbenchStore } from '../state/workbench.js';
import { notePlace } from '../ui/note-place.js';
import { useNotices } from './notices.js';
import { readyStudies } from './study-access.js';

/** The panel of saved designs: whether it is there, and whose name is to be typed. */
export const useLibraryPanel = create<{ readonly shown: boolean; readonly naming: string | null }>()(() => ({
  shown: false,
  naming: null,
}));

let loading: Promise<Library> | null = null;

/**
 * The library and what it is kept in are no part of the first download. The studies come with it: a saved design may speak
 * of them. Null when it could not be fetched.
 */
async function loadLibrary(workbench: WorkbenchStore): Promise<Library | null> {
  try {
    loading ??= Promise.all([import('./library-boot.js'), readyStudies()]).then(([{ startLibrary }]) =>
      startLibrary(workbench),
    );
    return await loading;
  } catch (error) {
    loading = null;
    const lines = [
      `${errorText(error)}. The design on the screen is as it was; “Save · Design file” saves it as a file.`,
    ];
    useNotices.getState().add({ tone: 'error', title: 'The saved designs could not be loaded', lines });
    return null;
  }
}

const { tell, Note } = notePlace(() => void loading?.then((library) => library.getState().undoSave()));

/** Says for a while which saved design was saved over. */
export const SavedOverNote = Note;

/** Shows the saved designs. */
export async function showLibrary(workbench: WorkbenchStore): Promise<void> {
  if (await loadLibrary(workbench)) useLibraryPanel.setState({ shown: true, naming: null });
}

/** Saves the design on the screen. A new one gets its name in the panel, which also says what went wrong. */
export async function saveDesign(workbench: WorkbenchStore, how: 'over' | 'new'): Promise<void> {
  const library = await loadLibrary(workbench);
  if (!library) return;
  const isNew = how === 'new' || useOpenedDesign.getState().opened === null;
  const state = library.getState();
  const id = await (isNew ? state.saveAs() : state.save());
  if (id === null || isNew || library.getState().messages.length > 0)
    useLibraryPanel.setState({ shown: true, naming: isNew ? id : null });
  const { over } = library.getState();
  if (!isNew && over?.after.id === id) tell({ what: 'Saved over', line: over.before.name });
  // The browser may clear what it keeps when it runs short, unless it was asked not to; its answer changes nothing here.
  if (id !== null) void navigator.storage?.persist?.().catch(() => false);
}

/** Takes a file of saved designs in, and shows what became of it. */
export async function importLibrary(workbench: WorkbenchStore, text: string, fileName: string): Promise<void> {
  const library = await loadLibrary(workbench);
  if (!library) return;
  const { importDesigns } = await import('./library-files.js');
  await importDesigns(library, text, fileName);
  useLibraryPanel.setState({ shown: true, naming: null });
}

const OPENED_KEY = 'calculon-explorer/opened';

interface Kept {
  readonly id: string;
  readonly revision: number;
  readonly link: string;
}

function keptOpened(storage: Storage): Kept | null {
  try {
    const kept = JSON.parse(storage.getItem(OPENED_KEY) ?? 'null') as Partial<Kept> | null;
    const { id, revision, link } = kept ?? {};
    return typeof id === 'string' && typeof revision === 'number' && typeof link === 'string'
      ? { id, revision, link }
      : null;
  } catch {
    return null;
  }
}

/**
 * Remembers within the tab which saved design is open, so that loading the page again does not forget it. Only when the
 * page comes back with the same link: another link is another design. Returns what ends it.
 */
export function rememberOpened(workbench: WorkbenchStore): () => void {
  let storage: Storage;
  try {
    storage = window.sessionStorage;
  } catch {
    // private: the name is forgotten, nothing else
    return () => undefined;
  }
  const kept = keptOpened(storage);
  if (kept !== null && kept.link === window.location.hash && useOpenedDesign.getState().opened === null)
    void loadLibrary(workbench).then((library) => library?.getState().reopen(kept.id, kept.revision));
  const keep = (): void => {
    const record = useOpenedDesign.getState().opened?.record;
    try {
      if (record === undefined) storage.removeItem(OPENED_KEY);
      else
        storage.setItem(
          OPENED_KEY,
          JSON.stringify({ id: record.id, revision: record.revision, link: window.location.hash }),
        );
    } catch {
      // full: the name is forgotten, nothing else
    }
  };
  // after url-sync has written the last change to the address
  window.addEventListener('pagehide', keep);
  return () => window.removeEventListener('pagehide', keep);
}
