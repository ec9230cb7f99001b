import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importDesigns } from '../../src/app/library-files.js';
import { libraryText } from '../../src/interchange/library-file.js';
import { isUnsaved, useOpenedDesign } from '../../src/state/opened-design.js';
import { mergedSaved } from '../../src/state/saved-design.js';
import { selectDesign } from '../../src/state/workbench.js';
import { freshName, sample } from '../app/saved-samples.js';
import { closeTabs, full, openTab, reload, type Tab } from './library-tabs.js';
import { PRESETS } from './preset-files.js';
import { anySaved } from './saved-arbitrary.js';

let database: string;

beforeEach(() => {
  database = freshName();
  useOpenedDesign.setState({ opened: null });
});
afterEach(() => {
  vi.restoreAllMocks();
  closeTabs();
});

describe('saving and opening', () => {
  it('brings back the design, as one undo step', async () => {
    const tab = openTab(database);
    tab.edit(4000);
    const saved = selectDesign(tab.workbench.getState());
    const id = (await tab.do((state) => state.saveAs('Fast'))) ?? '';
    tab.edit(1000);
    tab.workbench.getState().loadPreset('model', 'megatron-1t');
    const before = selectDesign(tab.workbench.getState());
    await tab.do((state) => state.open(id));
    expect(selectDesign(tab.workbench.getState())).toEqual(saved);
    tab.workbench.getState().undo();
    expect(selectDesign(tab.workbench.getState())).toEqual(before);
  });

  it('leaves what the design is compared with in place when one is opened', async () => {
    const tab = openTab(database);
    const id = (await tab.do((state) => state.saveAs('Fast'))) ?? '';
    tab.workbench.getState().compare('Base');
    await tab.do((state) => state.open(id));
    expect(tab.workbench.getState().compared).toMatchObject([{ name: 'Base' }]);
  });

  it('writes over the design that is open, and a new one when none is', async () => {
    const tab = openTab(database);
    await tab.do((state) => state.save());
    tab.edit(4000);
    const { opened } = useOpenedDesign.getState();
    expect(opened && isUnsaved(opened, tab.workbench.getState())).toBe(true);
    await tab.do((state) => state.save());
    const after = useOpenedDesign.getState().opened;
    expect(after && isUnsaved(after, tab.workbench.getState())).toBe(false);
    expect(tab.library.getState().designs).toMatchObject([
      { revision: 2, name: expect.stringMatching(/^GPT-3/) as string },
    ]);
    tab.workbench.getState().undo();
    expect(after && isUnsaved(after, tab.workbench.getState())).toBe(true);
  });

  it('does not count how the design is looked at as a change', async () => {
    const tab = openTab(database);
    await tab.do((state) => state.save());
    tab.workbench.getState().setView({ tab: 'layers' });
    const { opened } = useOpenedDesign.getState();
    expect(opened && isUnsaved(opened, tab.workbench.getState())).toBe(false);
  });

  it('has the saved values when the link means others by now', async () => {
    const tab = openTab(database);
    const design = sample('old');
    const hbm = { ...design.system.value, mem1: { ...design.system.value.mem1, GBps: 1234 } };
    await tab.store.add([{ ...design, system: { name: 'A100 of old', value: hbm } }]);
    await reload(tab);
    await tab.do((state) => state.open('old'));
    expect(tab.workbench.getState().system).toMatchObject({
      base: { name: 'A100 of old' },
      value: { mem1: { GBps: 1234 } },
    });
    expect(tab.library.getState().messages.join()).toMatch(/system\) has changed since; the values are those/);
  });

  it('names, tags, duplicates, deletes and brings back', async () => {
    const tab = openTab(database);
    const id = (await tab.do((state) => state.saveAs('A'))) ?? '';
    await tab.do((state) => state.rename(id, '  B  ', ['x', 'y']));
    await tab.do((state) => state.duplicate(id));
    await tab.do((state) => state.duplicate(id));
    expect(tab.names()).toEqual(['B', 'B (2)', 'B (3)']);
    await tab.do((state) => state.rename(id, ' '));
    const before = tab.library.getState().designs;
    await tab.do((state) => state.remove(before.map((design) => design.id)));
    expect(tab.names()).toEqual([]);
    expect(useOpenedDesign.getState().opened).toBeNull();
    await reload(tab);
    expect(tab.library.getState().unsaved).toEqual([]);
    await tab.do((state) => state.undoRemove());
    expect(tab.names()).toEqual(['B', 'B (2)', 'B (3)']);
    expect(tab.library.getState().designs.find((design) => design.id === id)?.tags).toEqual(['x', 'y']);
  });
});

describe('two tabs', () => {
  /** Both have the same design open. */
  async function both(): Promise<readonly [Tab, Tab, string]> {
    const [a, b] = [openTab(database), openTab(database)];
    const id = (await a.do((state) => state.saveAs('Shared'))) ?? '';
    await reload(a, b);
    await b.do((state) => state.open(id));
    return [a, b, id];
  }

  it('that change the same design both keep theirs, and say so', async () => {
    const [a, b] = await both();
    a.edit(3000);
    b.edit(4000);
    await a.do((state) => state.save());
    await b.do((state) => state.save());
    expect(b.library.getState().messages.join()).toMatch(
      /changed in another tab\. Both are kept: this one as “Shared \(2\)”/,
    );
    await reload(a, b);
    for (const { library } of [a, b])
      expect(
        library
          .getState()
          .designs.map(({ name, system }) => `${name}: ${system.value.mem1.GBps}`)
          .toSorted((left, right) => left.localeCompare(right)),
      ).toEqual(['Shared (2): 4000', 'Shared: 3000']);
    // from here on the second is its own
    b.edit(5000);
    await b.do((state) => state.save());
    expect(b.names()).toEqual(['Shared', 'Shared (2)']);
  });

  it('that change different things of it have both changes in it', async () => {
    const [a, b, id] = await both();
    await a.do((state) => state.rename(id, 'Renamed', ['tag']));
    b.edit(4000);
    await b.do((state) => state.save());
    expect(b.library.getState().designs).toMatchObject([
      { name: 'Renamed', tags: ['tag'], system: { value: { mem1: { GBps: 4000 } } } },
    ]);
  });

  it('that changed nothing write over nothing', async () => {
    const [a, b] = await both();
    a.edit(3000);
    await a.do((state) => state.save());
    await b.do((state) => state.save());
    expect(b.library.getState().messages).toEqual([]);
    b.edit(4000);
    await b.do((state) => state.save());
    expect(b.names()).toEqual(['Shared', 'Shared (2)']);
  });

  it('of which one deletes what the other changes: it is kept', async () => {
    const [a, b, id] = await both();
    await a.do((state) => state.remove([id]));
    b.edit(4000);
    await b.do((state) => state.save());
    expect(b.library.getState().messages.join()).toMatch(/had been deleted in another tab; it is saved again/);
    const [c, d, other] = await both();
    c.edit(3000);
    await c.do((state) => state.save());
    d.library.setState({ designs: d.library.getState().designs.map((design) => ({ ...design, revision: 1 })) });
    await d.do((state) => state.remove([other]));
    expect(d.library.getState().messages.join()).toMatch(/had been changed in another tab, so it was not deleted/);
    expect(d.library.getState().designs.find((design) => design.id === other)?.system.value.mem1.GBps).toBe(3000);
  });

  it('merge only what does not contradict', () => {
    const base = sample('a', 'base');
    expect(mergedSaved(base, { ...base, name: 'x' }, { ...base, name: 'y' })).toBeNull();
    expect(mergedSaved(base, { ...base, name: 'x' }, { ...base, name: 'x' })?.name).toBe('x');
    expect(mergedSaved(base, { ...base, tags: ['m'] }, { ...base, name: 'y' })).toMatchObject({
      name: 'y',
      tags: ['m'],
    });
  });
});

describe('what the browser does not take', () => {
  it('stays, is offered, and is saved once there is room', async () => {
    const tab = openTab(database);
    await tab.do((state) => state.saveAs('A'));
    tab.edit(4000);
    const put = full();
    await tab.do((state) => state.save());
    await tab.do((state) => state.saveAs('B'));
    expect(tab.library.getState().unsaved.map(({ design, why }) => [design.name, why])).toEqual([
      ['A', expect.stringMatching(/full/)],
      ['B', expect.stringMatching(/full/)],
    ]);
    expect(tab.names()).toEqual(['A']);
    put.mockRestore();
    await tab.do((state) => state.retry());
    expect(tab.library.getState().unsaved).toEqual([]);
    expect(tab.names()).toEqual(['A', 'B']);
    expect(tab.library.getState().designs.every((design) => design.system.value.mem1.GBps === 4000)).toBe(true);
  });

  it('or what it has lost, is still here', async () => {
    const tab = openTab(database);
    await tab.do((state) => state.saveAs('A'));
    await tab.do((state) => state.saveAs('B'));
    await deleteDB(database);
    await reload(tab);
    expect(tab.library.getState().unsaved.map(({ design, why }) => [design.name, why])).toEqual([
      ['A', expect.stringMatching(/cleared/)],
      ['B', expect.stringMatching(/cleared/)],
    ]);
    await tab.do((state) => state.retry());
    await reload(tab);
    expect([tab.names(), tab.library.getState().unsaved]).toEqual([['A', 'B'], []]);
  });

  it('is not what another tab deleted, nor what was set aside', async () => {
    const [a, b] = [openTab(database), openTab(database)];
    const id = (await a.do((state) => state.saveAs('A'))) ?? '';
    const bad = (await a.do((state) => state.saveAs('Bad'))) ?? '';
    await reload(a, b);
    await a.do((state) => state.remove([id]));
    const raw = await openDB(database);
    await raw.put('designs', { id: bad, version: 1, revision: 1 });
    raw.close();
    await reload(b);
    expect(b.library.getState()).toMatchObject({ designs: [], unsaved: [], aside: [{ raw: { id: bad } }] });
    await b.do((state) => state.dropAside());
    expect(b.library.getState().aside).toEqual([]);
  });

  it('leaves what was read on the screen, with a reason', async () => {
    const tab = openTab(database);
    await tab.do((state) => state.saveAs('A'));
    const newer = openDB(database, 9);
    await newer;
    await reload(tab);
    expect(tab.library.getState().trouble).toMatch(/newer version/);
    expect(tab.names()).toEqual(['A']);
    (await newer).close();
  });
});

describe('import', () => {
  it('takes all there is, once', async () => {
    const tab = openTab(database);
    await tab.do((state) => state.saveAs('A'));
    await tab.do((state) => state.saveAs('B'));
    const text = libraryText(tab.library.getState().designs);
    await importDesigns(tab.library, text, 'all.json');
    expect(tab.library.getState().messages).toEqual(['0 designs added.', '2 designs were here already.']);
    const [first] = tab.library.getState().designs;
    await tab.do((state) => state.rename(first?.id ?? '', 'Changed'));
    await importDesigns(tab.library, text, 'all.json');
    expect(tab.names()).toHaveLength(3);
    expect(tab.names()).toContain('Changed');
    await deleteDB(database);
    const other = openTab(database);
    await importDesigns(other.library, text, 'all.json');
    expect(other.names()).toEqual(['A', 'B']);
  });

  it('changes nothing when it is refused, or there is no room', async () => {
    const tab = openTab(database);
    await tab.do((state) => state.saveAs('A'));
    const { designs } = tab.library.getState();
    await importDesigns(tab.library, '{"format": "calculon-explorer/library@1", "designs": 3}', 'bad.json');
    expect(tab.library.getState().messages[0]).toBe('bad.json was not imported.');
    const put = full();
    await importDesigns(tab.library, libraryText([sample('x')]), 'good.json');
    put.mockRestore();
    expect(tab.library.getState().messages.join()).toMatch(/not imported.*full/);
    await reload(tab);
    expect(tab.library.getState().designs).toEqual(designs);
  });

  it('of what was exported gives back what was saved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anySaved(PRESETS), { maxLength: 3, selector: ({ id }) => id }),
        async (designs) => {
          database = freshName();
          const tab = openTab(database);
          await importDesigns(tab.library, libraryText(designs), 'all.json');
          const kept = tab.library.getState().designs.map(({ revision: _revision, ...design }) => design);
          const byId = (list: typeof designs) => list.toSorted((left, right) => (left.id < right.id ? -1 : 1));
          expect(byId(kept)).toEqual(byId(designs));
          closeTabs();
        },
      ),
      { numRuns: 25 },
    );
  });
});
