import { createStore } from 'zustand';
import { errorText } from '../core/error-text.js';
import type { Library, LibraryState, UnsavedDesign } from './library.js';
import type { LibraryContents, LibraryStore } from './library-store.js';
import { writeSaved } from './library-write.js';
import { useOpenedDesign } from './opened-design.js';
import {
  contentOf,
  copyName,
  nameOfState,
  sameSaved,
  savedName,
  stateOfSaved,
  type SavedDesign,
  type StoredDesign,
} from './saved-design.js';
import type { WorkbenchStore } from './workbench.js';

/** What the library needs and the state may not make by itself. */
export interface LibraryMeans {
  readonly now: () => Date;
  readonly newId: () => string;
}

const CLEARED = 'It is no longer in the browser’s storage, which was cleared.';

/** The saved designs of a browser, as far as they were read. No action rejects: what goes wrong is in the state. */
export function createLibrary(store: LibraryStore, workbench: WorkbenchStore, means: LibraryMeans): Library {
  return createStore<LibraryState>()((set, get) => {
    const find = (id: string): StoredDesign | undefined => get().designs.find((design) => design.id === id);
    const names = (): string[] => get().designs.map((design) => design.name);
    const say = (...messages: readonly (string | null)[]): void =>
      set({ messages: messages.filter((message) => message !== null) });
    const opened = () => useOpenedDesign.getState().opened;
    const setOpened = (record: StoredDesign): void =>
      useOpenedDesign.setState({ opened: { record, saved: stateOfSaved(record, workbench.getState().presets).state } });

    /** One action after the other, so that a second one starts from what the first has written. */
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = <T>(action: () => Promise<T>): Promise<T> => {
      const next = last.then(action, action);
      last = next.catch(() => undefined);
      return next;
    };

    const put = (design: StoredDesign): void => {
      const others = get().designs.filter((other) => other.id !== design.id);
      set({ designs: [...others, design], unsaved: get().unsaved.filter((each) => each.design.id !== design.id) });
    };
    /** Writes one design and takes what it became into the state; null when it could not be written. */
    const write = async (mine: SavedDesign, base: StoredDesign | null): Promise<StoredDesign | null> => {
      try {
        const { design, note } = await writeSaved(store, mine, base, { id: means.newId, names });
        set({ unsaved: get().unsaved.filter((each) => each.design.id !== mine.id) });
        put(design);
        say(note);
        if (note !== null) await read();
        return design;
      } catch (error) {
        const others = get().unsaved.filter((each) => each.design.id !== mine.id);
        set({ unsaved: [...others, { design: mine, base, why: errorText(error) }], messages: [] });
        return null;
      }
    };
    const change = async (id: string, patch: Partial<SavedDesign>): Promise<void> => {
      const base = find(id);
      if (!base || sameSaved(base, { ...base, ...patch })) return;
      const design = await write({ ...base, ...patch }, base);
      const current = opened();
      if (design && current?.record.id === id && current.record.revision === base.revision) setOpened(design);
    };

    /** What vanished without having been deleted is kept here. */
    const vanished = (contents: LibraryContents): readonly UnsavedDesign[] => {
      const there = new Set([...contents.designs, ...get().unsaved.map(({ design }) => design)].map(({ id }) => id));
      // a record that can no longer be read has not vanished: it is set aside
      const aside = new Set(contents.aside.map(({ raw }) => idOf(raw)));
      const gone = get().designs.filter(({ id }) => !there.has(id) && !contents.removed.has(id) && !aside.has(id));
      return contents.later > 0 ? [] : gone.map((design) => ({ design, base: null, why: CLEARED }));
    };
    const read = async (): Promise<void> => {
      try {
        const contents = await store.list();
        const { designs, aside, later } = contents;
        set({ ready: true, trouble: null, unsaved: [...get().unsaved, ...vanished(contents)], designs, aside, later });
        adoptStored();
      } catch (error) {
        set({ ready: true, trouble: errorText(error) });
      }
    };
    /** Another tab gave the opened design a name or tags: it is still the one that was opened. */
    const adoptStored = (): void => {
      const current = opened();
      const stored = current && find(current.record.id);
      if (!current || !stored || stored.revision === current.record.revision) return;
      const { name, tags } = stored;
      if (sameSaved(stored, { ...current.record, name, tags })) setOpened(stored);
    };

    const saveOver = async (design: SavedDesign, base: StoredDesign | null): Promise<string | null> => {
      const written = await write(design, base);
      if (written) setOpened(written);
      const isOver = base !== null && written?.id === base.id && written.revision === base.revision + 1;
      set({ over: isOver ? { before: base, after: written } : null });
      return written?.id ?? null;
    };
    /** What is on the screen when the person says so, whatever has to be waited for before it is written. */
    const snapshot = (name: string): SavedDesign => {
      const state = workbench.getState();
      const content = contentOf(state, state.presets, means.now().toISOString());
      return { id: means.newId(), name: savedName(name, nameOfState(state)), tags: [], ...content };
    };

    return {
      ready: false,
      trouble: null,
      designs: [],
      aside: [],
      later: 0,
      unsaved: [],
      removed: [],
      over: null,
      messages: [],
      reload: () => inTurn(read),
      save: () => {
        const design = snapshot('');
        return inTurn(() => {
          const base = opened()?.record;
          if (!base) return saveOver(design, null);
          const { id, name, tags } = base;
          const mine = { ...design, id, name, tags };
          // as it was opened: there is nothing to write over what another tab may have made of it
          return sameSaved(base, mine) ? Promise.resolve(id) : saveOver(mine, base);
        });
      },
      undoSave: () =>
        inTurn(async () => {
          const { over } = get();
          set({ over: null });
          if (over === null) return;
          const back = await write(over.before, over.after);
          if (back !== null && opened()?.record.id === back.id) setOpened(back);
        }),
      saveAs: (name = '') => {
        const design = snapshot(name);
        return inTurn(() => saveOver(design, null));
      },
      rename: (id, name, tags) =>
        inTurn(() => change(id, { name: savedName(name, find(id)?.name ?? ''), ...(tags && { tags }) })),
      duplicate: (id) =>
        inTurn(async () => {
          const design = find(id);
          if (!design) return null;
          const copy = {
            ...design,
            id: means.newId(),
            name: copyName(design.name, names()),
            savedAt: means.now().toISOString(),
          };
          return (await write(copy, null))?.id ?? null;
        }),
      remove: (ids) =>
        inTurn(async () => {
          const gone: StoredDesign[] = [];
          const notes: string[] = [];
          for (const design of ids.flatMap((id) => find(id) ?? [])) {
            try {
              const answer = await store.remove(design.id, design.revision);
              if (answer.kind === 'written') gone.push(design);
              else notes.push(`“${design.name}” had been changed in another tab, so it was not deleted.`);
            } catch (error) {
              notes.push(`“${design.name}” could not be deleted. ${errorText(error)}`);
            }
          }
          const current = opened();
          if (current && gone.some(({ id }) => id === current.record.id)) useOpenedDesign.setState({ opened: null });
          set({ designs: get().designs.filter((design) => !gone.includes(design)) });
          if (gone.length > 0) set({ removed: [...get().removed, gone] });
          if (notes.length > 0) await read();
          say(...notes);
        }),
      undoRemove: () =>
        inTurn(async () => {
          const back = get().removed.at(-1) ?? [];
          set({ removed: get().removed.slice(0, -1) });
          for (const design of back) await write(design, null);
        }),
      open: (id) => {
        const record = find(id);
        if (!record) return;
        const { state, notes } = stateOfSaved(record, workbench.getState().presets);
        workbench.getState().restore({ ...state, compared: workbench.getState().compared });
        setOpened(record);
        say(...notes);
      },
      reopen: (id, revision) => {
        const record = find(id);
        if (record?.revision === revision && !opened()) setOpened(record);
      },
      add: (designs) =>
        inTurn(async () => {
          await read();
          const taken = new Map<string, SavedDesign>(get().designs.map((design) => [design.id, design]));
          const fresh: SavedDesign[] = [];
          for (const design of designs) {
            const there = taken.get(design.id);
            if (there && sameSaved(there, design)) continue;
            const added = there
              ? {
                  ...design,
                  id: means.newId(),
                  name: copyName(design.name, [...names(), ...fresh.map((one) => one.name)]),
                }
              : design;
            taken.set(added.id, added);
            fresh.push(added);
          }
          try {
            const answer = fresh.length === 0 ? { kind: 'written' as const } : await store.add(fresh);
            if (answer.kind === 'changed') throw new Error('Another tab is changing the saved designs: try again.');
            await read();
            const skipped = designs.length - fresh.length;
            say(
              `${count(fresh.length)} added.`,
              skipped > 0 ? `${count(skipped)} ${skipped === 1 ? 'was' : 'were'} here already.` : null,
            );
          } catch (error) {
            say(`The file was not imported. ${errorText(error)}`);
          }
        }),
      retry: () =>
        inTurn(async () => {
          const { unsaved } = get();
          for (const { design, base } of unsaved) await write(design, base);
        }),
      dropUnsaved: () => set({ unsaved: [] }),
      dropAside: () =>
        inTurn(async () => {
          try {
            await store.dropAside(get().aside.map(({ key }) => key));
            await read();
          } catch (error) {
            say(errorText(error));
          }
        }),
      say: (messages) => set({ messages }),
    };
  });
}

const count = (number: number): string => `${number} ${number === 1 ? 'design' : 'designs'}`;

function idOf(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
}
