import { LibraryError } from '../state/library-store.js';

const BLOCKED =
  'Another tab holds the saved designs with another version of Calculon Explorer: close that tab, or reload it.';

/** An older version in another tab does not let this one change the store. */
export const blockedError = (): LibraryError => new LibraryError(BLOCKED);

/** What a failure of IndexedDB means for the person, and what to do. */
export function libraryError(error: unknown): LibraryError {
  if (error instanceof LibraryError) return error;
  const [name, message] = error instanceof Error ? [error.name, error.message] : ['', String(error)];
  switch (name) {
    case 'QuotaExceededError':
      return new LibraryError('The browser’s storage is full: free some, or delete saved designs.');
    case 'VersionError':
      return new LibraryError(
        'A newer version of Calculon Explorer holds the saved designs: reload this page to get that version.',
      );
    case 'SecurityError':
    case 'NotAllowedError':
    case 'ReferenceError':
    case 'TypeError':
      // no storage at all
      return new LibraryError(
        'This browser keeps nothing for this page: it is a private window, or its settings forbid storage.',
      );
    default:
      return new LibraryError(`The browser’s storage does not work (${message.trim() === '' ? name : message}).`);
  }
}
