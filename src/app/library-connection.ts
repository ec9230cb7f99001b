import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { blockedError, libraryError } from './library-errors.js';

export interface LibrarySchema extends DBSchema {
  readonly designs: { readonly key: string; readonly value: unknown };
  /** Records that could not be read, as they were found. */
  readonly aside: { readonly key: number; readonly value: { readonly why: string; readonly raw: unknown } };
  /** Ids of deleted designs: what is missing and not here was cleared, not deleted. */
  readonly removed: { readonly key: string; readonly value: { readonly id: string } };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/** The version of the stores; that of a record is its own. */
const STORES_VERSION = 1;

export interface LibraryConnection {
  /**
   * Runs with the open database, opened again when it has been closed by the browser.
   *
   * @throws LibraryError
   */
  run<T>(action: (database: LibraryDatabase) => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * The database, opened when it is first used. It never stands in the way of another tab that needs it closed (a newer
 * version, or the storage being cleared).
 *
 * @param onLost the connection is gone, or came at last: what was read may no longer hold
 */
export function connectLibrary(name: string, onLost: () => void, version = STORES_VERSION): LibraryConnection {
  let opening: Promise<LibraryDatabase> | null = null;
  const lost = (database: LibraryDatabase | null): void => {
    database?.close();
    opening = null;
    onLost();
  };

  const open = (): Promise<LibraryDatabase> =>
    new Promise((resolve, reject) => {
      let database: LibraryDatabase | null = null;
      let wasBlocked = false;
      const opened = openDB<LibrarySchema>(name, version, {
        upgrade: (fresh, from) => {
          if (from >= 1) return;
          fresh.createObjectStore('designs', { keyPath: 'id' });
          fresh.createObjectStore('aside', { autoIncrement: true });
          fresh.createObjectStore('removed', { keyPath: 'id' });
        },
        // the request stays, and is answered once the other tab lets go
        blocked: () => {
          wasBlocked = true;
          reject(blockedError());
        },
        blocking: () => lost(database),
        terminated: () => lost(null),
      });
      opened.then((ready) => {
        database = ready;
        resolve(ready);
        if (!wasBlocked) return;
        opening = Promise.resolve(ready);
        onLost();
      }, reject);
    });

  const run = async <T>(action: (database: LibraryDatabase) => Promise<T>, again = true): Promise<T> => {
    try {
      const current = (opening ??= open());
      const database = await current.catch((error: unknown) => {
        // a blocked one may still be answered; any other failure is tried again by the next run
        if (error instanceof Error && error.name !== 'LibraryError' && opening === current) opening = null;
        throw error;
      });
      return await action(database);
    } catch (error) {
      // closed between two runs, before its event came
      if (again && error instanceof DOMException && error.name === 'InvalidStateError') {
        opening = null;
        return run(action, false);
      }
      throw libraryError(error);
    }
  };
  return { run, close: () => void opening?.then((database) => database.close()).catch(() => undefined) };
}
