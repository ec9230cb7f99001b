import type { LibraryContents, LibraryStore, SetAside, WriteAnswer } from '../state/library-store.js';
import type { StoredDesign } from '../state/saved-design.js';
import { connectLibrary, type LibraryDatabase } from './library-connection.js';
import { readStored, revisionOf, storedRecord } from './stored-record.js';

const NAME = 'calculon-explorer-library';

/** The library in IndexedDB. */
export interface BrowserLibrary extends LibraryStore {
  close(): void;
}

/** Every write is one transaction, in which the revision is looked at: two tabs cannot both think they were first. */
export function createLibraryStore(name = NAME, version?: number): BrowserLibrary {
  const listeners = new Set<() => void>();
  const notify = (): void => listeners.forEach((listener) => listener());
  const connection = connectLibrary(name, notify, version);
  // Where there is none, a tab reads again when it is looked at.
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  if (channel) channel.onmessage = notify;
  /** Other tabs are told. */
  const write = async <T>(action: (database: LibraryDatabase) => Promise<T>): Promise<T> => {
    const answer = await connection.run(action);
    channel?.postMessage('changed');
    return answer;
  };

  return {
    list: () => connection.run(contents),
    add: (designs) =>
      write(async (database) => {
        const change = database.transaction(['designs', 'removed'], 'readwrite');
        const store = change.objectStore('designs');
        for (const { id } of designs) {
          const there = await store.get(id);
          if (there !== undefined) return changed(there);
        }
        const written = designs.map((design) => ({ ...design, revision: 1 }));
        await Promise.all([
          ...written.map((design) => store.put(storedRecord(design, design.revision))),
          ...written.map(({ id }) => change.objectStore('removed').delete(id)),
          change.done,
        ]);
        return { kind: 'written', designs: written };
      }),
    update: (design, revision) =>
      write(async (database) => {
        const change = database.transaction('designs', 'readwrite');
        const there = await change.store.get(design.id);
        if (there === undefined || revisionOf(there) !== revision) return changed(there);
        const written = { ...design, revision: revision + 1 };
        await Promise.all([change.store.put(storedRecord(design, written.revision)), change.done]);
        return { kind: 'written', designs: [written] };
      }),
    remove: (id, revision) =>
      write(async (database) => {
        const change = database.transaction(['designs', 'removed'], 'readwrite');
        const there = await change.objectStore('designs').get(id);
        if (there !== undefined && revisionOf(there) !== revision) return changed(there);
        await Promise.all([
          change.objectStore('designs').delete(id),
          change.objectStore('removed').put({ id }),
          change.done,
        ]);
        return { kind: 'written', designs: [] };
      }),
    dropAside: (keys) =>
      write(async (database) => {
        const change = database.transaction('aside', 'readwrite');
        await Promise.all([...keys.map((key) => change.store.delete(key)), change.done]);
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      channel?.close();
      connection.close();
    },
  };
}

function changed(there: unknown): WriteAnswer {
  const read = readStored(there);
  return { kind: 'changed', design: read.kind === 'design' ? read.design : null };
}

interface Found extends LibraryContents {
  readonly unreadable: readonly SetAside[];
  readonly keys: readonly string[];
}

async function found(database: LibraryDatabase): Promise<Found> {
  const look = database.transaction(['designs', 'aside', 'removed']);
  const [records, keys, values, asideKeys, removed] = await Promise.all([
    look.objectStore('designs').getAll(),
    look.objectStore('designs').getAllKeys(),
    look.objectStore('aside').getAll(),
    look.objectStore('aside').getAllKeys(),
    look.objectStore('removed').getAllKeys(),
    look.done,
  ]);
  const designs: StoredDesign[] = [];
  const unreadable: SetAside[] = [];
  let later = 0;
  for (const [index, raw] of records.entries()) {
    const read = readStored(raw);
    if (read.kind === 'design') designs.push(read.design);
    else if (read.kind === 'later') later += 1;
    // below zero: no key of the store, because it is not there yet
    else unreadable.push({ key: -1 - index, why: read.why, raw });
  }
  const aside = values.map(({ why, raw }, index) => ({ key: asideKeys[index] ?? 0, why, raw }));
  return { designs, aside, later, removed: new Set(removed), unreadable, keys };
}

/** Everything that is there. What cannot be read is moved aside, or left in its place when the store takes nothing more. */
async function contents(database: LibraryDatabase): Promise<LibraryContents> {
  const first = await found(database);
  if (first.unreadable.length === 0) return first;
  try {
    await moveAside(
      database,
      first.unreadable.flatMap(({ key }) => first.keys[-1 - key] ?? []),
    );
    return await found(database);
  } catch {
    return { ...first, aside: [...first.aside, ...first.unreadable] };
  }
}

/** In one transaction, so that a record is never in neither place. */
async function moveAside(database: LibraryDatabase, keys: readonly string[]): Promise<void> {
  const change = database.transaction(['designs', 'aside'], 'readwrite');
  for (const key of keys) {
    const raw = await change.objectStore('designs').get(key);
    const read = readStored(raw);
    if (raw === undefined || read.kind !== 'unreadable') continue;
    await Promise.all([
      change.objectStore('aside').put({ why: read.why, raw }),
      change.objectStore('designs').delete(key),
    ]);
  }
  await change.done;
}
