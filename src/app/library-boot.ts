import { createLibrary } from '../state/create-library.js';
import { provideLibrary, type Library } from '../state/library.js';
import type { WorkbenchStore } from '../state/workbench.js';
import { createLibraryStore } from './library-store.js';

/** Random enough for a name that no other design has, also where there is no secure context. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Connects the library with the browser's storage, reads it, and reads it again when another tab may have changed it. */
export async function startLibrary(workbench: WorkbenchStore): Promise<Library> {
  const store = createLibraryStore();
  const library = createLibrary(store, workbench, { now: () => new Date(), newId });
  const reload = (): void => void library.getState().reload();
  store.onChange(reload);
  window.addEventListener('focus', reload);
  // What could not be saved is in this tab only.
  window.addEventListener('beforeunload', (event) => {
    if (library.getState().unsaved.length > 0) event.preventDefault();
  });
  provideLibrary(library);
  await library.getState().reload();
  return library;
}
