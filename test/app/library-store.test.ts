import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLibraryStore, type BrowserLibrary } from '../../src/app/library-store.js';
import { storedRecord } from '../../src/app/stored-record.js';
import { LibraryError } from '../../src/state/library-store.js';
import { freshName, sample } from './saved-samples.js';

let name: string;
const open: BrowserLibrary[] = [];
/** Another tab, as far as the database can tell. */
function tab(version?: number): BrowserLibrary {
  const store = createLibraryStore(name, version);
  open.push(store);
  return store;
}
async function raw<T>(read: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const database = await openDB(name);
  try {
    return await read(database);
  } finally {
    database.close();
  }
}

beforeEach(() => {
  name = freshName();
});
afterEach(() => {
  for (const store of open.splice(0)) store.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the store', () => {
  it('gives back what it was given, in another tab too', async () => {
    const [a, b] = [tab(), tab()];
    expect((await a.list()).designs).toEqual([]);
    await a.add([sample('one'), sample('two')]);
    expect((await b.list()).designs).toEqual([
      { ...sample('one'), revision: 1 },
      { ...sample('two'), revision: 1 },
    ]);
  });

  it('tells the other tabs of a write', async () => {
    const [a, b] = [tab(), tab()];
    const told = new Promise<void>((resolve) => void b.onChange(resolve));
    await a.add([sample('one')]);
    await told;
  });

  it('adds all or none', async () => {
    const store = tab();
    await store.add([sample('one')]);
    expect(await store.add([sample('two'), sample('one', 'other')])).toEqual({
      kind: 'changed',
      design: { ...sample('one'), revision: 1 },
    });
    expect((await store.list()).designs.map(({ id }) => id)).toEqual(['one']);
  });

  it('writes over the revision that was meant and no other', async () => {
    const [a, b] = [tab(), tab()];
    await a.add([sample('one')]);
    expect(await a.update(sample('one', 'A'), 1)).toMatchObject({ kind: 'written', designs: [{ revision: 2 }] });
    expect(await b.update(sample('one', 'B'), 1)).toMatchObject({
      kind: 'changed',
      design: { name: 'A', revision: 2 },
    });
    expect(await b.remove('one', 1)).toMatchObject({ kind: 'changed', design: { name: 'A' } });
    expect((await b.list()).designs.map((design) => design.name)).toEqual(['A']);
  });

  it('lets only the first of two writes at once through', async () => {
    const [a, b] = [tab(), tab()];
    await a.add([sample('one')]);
    const answers = await Promise.all([a.update(sample('one', 'A'), 1), b.update(sample('one', 'B'), 1)]);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'written']);
  });

  it('knows what was deleted, and forgets it when it comes back', async () => {
    const store = tab();
    await store.add([sample('one')]);
    await store.remove('one', 1);
    expect([...(await store.list()).removed]).toEqual(['one']);
    await store.add([sample('one')]);
    const { designs, removed } = await store.list();
    expect([designs.length, removed.size]).toEqual([1, 0]);
  });
});

describe('what cannot be read', () => {
  it('is set aside as it was found, and reported, until it is let go', async () => {
    const store = tab();
    await store.add([sample('good'), sample('bad')]);
    const broken = { ...storedRecord(sample('bad'), 1), link: 7 };
    await raw((database) => database.put('designs', broken));
    const { designs, aside } = await store.list();
    expect(designs.map(({ id }) => id)).toEqual(['good']);
    expect(aside).toEqual([{ key: 1, raw: broken, why: expect.stringMatching(/^link is 7, but must be/) as string }]);
    expect((await tab().list()).aside).toEqual(aside);
    await store.dropAside([1]);
    expect((await store.list()).aside).toEqual([]);
  });

  it.each([null, 5, {}, { version: 1 }, { version: 0, revision: 1 }, { version: 1, revision: 'x' }, [1]])(
    'may be anything: %j',
    async (value) => {
      const store = tab();
      await store.list();
      await raw((database) => database.put('designs', { ...(value as object), id: 'odd' }));
      expect((await store.list()).aside).toHaveLength(1);
    },
  );

  it('stays in its place when the store takes nothing more', async () => {
    const store = tab();
    await store.list();
    await raw((database) => database.put('designs', { id: 'odd' }));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect((await store.list()).aside).toMatchObject([{ raw: { id: 'odd' } }]);
    expect(await raw((database) => database.getAllKeys('designs'))).toEqual(['odd']);
  });

  it('and was written by a later version stays where it is', async () => {
    const store = tab();
    await store.list();
    const later = { ...storedRecord(sample('later'), 1), version: 99, surprise: true };
    await raw((database) => database.put('designs', later));
    expect(await store.list()).toMatchObject({ designs: [], aside: [], later: 1 });
    expect(await raw((database) => database.get('designs', 'later'))).toEqual(later);
  });
});

describe('a browser that does not keep', () => {
  const failure = async (answer: Promise<unknown>): Promise<string> => {
    const error: unknown = await answer.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LibraryError);
    return (error as Error).message;
  };

  it('is full: says so and has written nothing', async () => {
    const store = tab();
    await store.add([sample('one')]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await failure(store.add([sample('two')]))).toMatch(/storage is full/);
    expect(await failure(store.update(sample('one', 'B'), 1))).toMatch(/storage is full/);
    put.mockRestore();
    expect((await store.list()).designs.map((design) => design.name)).toEqual(['one']);
  });

  it('is private, has no storage, or one that does not open', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const store = tab();
    expect(await failure(store.list())).toMatch(/keeps nothing for this page/);
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      },
    });
    expect(await failure(store.list())).toMatch(/does not work \(Internal error opening backing store\)/);
    vi.unstubAllGlobals();
    expect((await store.list()).designs).toEqual([]);
  });

  it('holds an older version in another tab: says so, and goes on once that lets go', async () => {
    await tab().add([sample('one')]);
    open.splice(0).forEach((store) => store.close());
    const old = await openDB(name, 1);
    const store = tab(2);
    const changed = new Promise<void>((resolve) => void store.onChange(resolve));
    expect(await failure(store.list())).toMatch(/Another tab holds the saved designs/);
    old.close();
    await changed;
    expect((await store.list()).designs.map(({ id }) => id)).toEqual(['one']);
  });

  it('lets a newer version through, and then says that it is the older one', async () => {
    const store = tab();
    await store.add([sample('one')]);
    const newer = await openDB(name, 2);
    expect(await failure(store.list())).toMatch(/newer version/);
    newer.close();
  });

  it('was cleared in flight: the next look finds it empty, and it can be written again', async () => {
    const store = tab();
    await store.add([sample('one')]);
    const changed = new Promise<void>((resolve) => void store.onChange(resolve));
    await deleteDB(name);
    await changed;
    expect(await store.list()).toMatchObject({ designs: [], removed: new Set() });
    await store.add([sample('one')]);
    expect((await store.list()).designs).toHaveLength(1);
  });
});
