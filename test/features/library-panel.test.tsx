// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLibraryStore, type BrowserLibrary } from '../../src/app/library-store.js';
import { SavedName } from '../../src/features/header/saved-name.js';
import { LibraryPanel } from '../../src/features/library/library-panel.js';
import { savedFigures } from '../../src/features/library/saved-figures.js';
import { openingState } from '../../src/share/opening-state.js';
import { createLibrary } from '../../src/state/create-library.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { library, provideLibrary } from '../../src/state/library.js';
import { useOpenedDesign } from '../../src/state/opened-design.js';
import { contentOf } from '../../src/state/saved-design.js';
import { provideWorkbench, workbench } from '../../src/state/workbench.js';
import { CommandsContext } from '../../src/ui/commands.js';
import { commandsStub } from './commands.js';
import { PRESETS } from '../state/preset-files.js';

let store: BrowserLibrary;
let number = 0;
const exported: (readonly string[])[] = [];
const means = {
  onClose: vi.fn(),
  onImport: vi.fn(),
  onExport: (ids: readonly string[]) => exported.push(ids),
  downloads: { unsaved: vi.fn(), aside: vi.fn() },
};

beforeEach(async () => {
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  useOpenedDesign.setState({ opened: null });
  store = createLibraryStore(`panel-${(number += 1)}`);
  let minute = 0;
  const now = (): Date => new Date(Date.UTC(2026, 0, 31, 9, (minute += 1)));
  provideLibrary(createLibrary(store, workbench(), { now, newId: () => `id${(number += 1)}` }));
  await library().getState().reload();
  exported.length = 0;
});
afterEach(() => {
  cleanup();
  store.close();
  vi.restoreAllMocks();
});

const saveAs = (name: string): Promise<unknown> => act(() => library().getState().saveAs(name));
const show = (naming: string | null = null): unknown => render(<LibraryPanel naming={naming} {...means} />);
const rows = (): string[] =>
  screen.queryAllByRole('rowheader').map((cell) => within(cell).queryAllByRole('button')[0]?.textContent ?? '');
const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));

describe('the panel of saved designs', () => {
  it('says what to do while there is none', () => {
    show();
    expect(screen.getByText(/^Nothing saved yet\. Ctrl\+S saves/)).toBeDefined();
  });

  it('lists name, figures and picture of each, the newest first', async () => {
    await saveAs('First');
    act(() => workbench().getState().edit('system', { 'mem1.GiB': 16 }));
    await saveAs('Second');
    show();
    expect(rows()).toEqual(['Second', 'First']);
    const [, second, first] = screen.getAllByRole('row');
    expect(first?.textContent).toMatch(/138\.8 samples\/s.*31\.9 %.*17\.4 GiBof 80\.0 GiB/);
    expect(second?.textContent).toMatch(/17\.4 GiBdoes not fit/);
    expect(screen.getAllByRole('img')[1]?.getAttribute('aria-label')).toMatch(
      /^16\.7 s a batch; 31 % backward.*HBM 17\.4 GiB of 80\.0 GiB$/,
    );
  });

  it('finds by name, tag and model, and sorts by any column', async () => {
    await saveAs('Alpha');
    await saveAs('Beta');
    await act(() =>
      library()
        .getState()
        .rename('id' + String(number - 1), 'Alpha', ['review']),
    );
    show();
    const search = screen.getByRole('searchbox');
    fireEvent.change(search, { target: { value: 'REVIEW gpt' } });
    expect(rows()).toEqual(['Alpha']);
    fireEvent.change(search, { target: { value: 'nothing' } });
    expect(screen.getByText('No saved design has all of these words.')).toBeDefined();
    fireEvent.change(search, { target: { value: '' } });
    press('Name');
    expect(rows()).toEqual(['Alpha', 'Beta']);
  });

  it('renames and tags in place; Escape lets it be', async () => {
    await saveAs('Old');
    show();
    press('Rename and tag Old');
    const name = screen.getByRole('textbox', { name: 'Name' });
    fireEvent.change(name, { target: { value: 'Nope' } });
    fireEvent.keyDown(name, { key: 'Escape' });
    expect(rows()).toEqual(['Old']);
    expect(means.onClose).not.toHaveBeenCalled();
    press('Rename and tag Old');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'New' } });
    const tags = screen.getByRole('textbox', { name: /^Tags/ });
    fireEvent.change(tags, { target: { value: 'x, y' } });
    if (!(tags instanceof HTMLInputElement) || tags.form === null) throw new Error('no form');
    fireEvent.submit(tags.form);
    await waitFor(() => expect(rows()).toEqual(['New']));
    expect(screen.getByText('x')).toBeDefined();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(means.onClose).toHaveBeenCalled();
  });

  it('asks for the name of the one just saved', async () => {
    const id = await act(() => library().getState().save());
    show(id);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
  });

  it('opens, duplicates, deletes and brings back', async () => {
    await saveAs('One');
    act(() => workbench().getState().edit('system', { 'mem1.GBps': 4000 }));
    show();
    press('One');
    expect(workbench().getState().system.value.mem1.GBps).toBe(2048);
    press('Duplicate One');
    await waitFor(() => expect(rows()).toEqual(['One (2)', 'One']));
    press('Delete One (2)');
    await screen.findByText('“One (2)” deleted.');
    expect(rows()).toEqual(['One']);
    press('Undo');
    await waitFor(() => expect(rows()).toEqual(['One (2)', 'One']));
  });

  it('exports and deletes what is chosen, or exports all', async () => {
    await saveAs('One');
    await saveAs('Two');
    show();
    press('Export all');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Choose Two' }));
    press('Export 1');
    expect(exported.map((ids) => ids.length)).toEqual([2, 1]);
    press('Delete');
    await waitFor(() => expect(rows()).toEqual(['One']));
  });

  it('says what could not be saved and offers it as a file', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await saveAs('Lost?');
    show();
    expect(screen.getByRole('alert').textContent).toMatch(/“Lost\?” not saved\. The browser’s storage is full/);
    press('Download');
    expect(means.downloads.unsaved).toHaveBeenCalled();
    vi.restoreAllMocks();
    press('Try again');
    await waitFor(() => expect(rows()).toEqual(['Lost?']));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the name in the header', () => {
  it('has a dot while the design differs from the saved one', async () => {
    const commands = commandsStub();
    render(
      <CommandsContext value={commands}>
        <SavedName />
      </CommandsContext>,
    );
    expect(screen.queryByRole('button')).toBeNull();
    await saveAs('Mine');
    press('Mine, saved');
    expect(commands.showLibrary).toHaveBeenCalled();
    act(() => workbench().getState().edit('system', { 'mem1.GBps': 4000 }));
    expect(screen.getByRole('button', { name: 'Mine, changed since it was saved' })).toBeDefined();
    act(() => workbench().getState().undo());
    expect(screen.getByRole('button', { name: 'Mine, saved' })).toBeDefined();
  });
});

describe('the picture', () => {
  it('has the whole of the time, and of HBM what is used', () => {
    const state = openingState(PRESETS);
    for (const strategy of PRESETS.strategies) {
      const base = { ...state.strategy.base, value: strategy.value };
      const saved = contentOf({ ...state, strategy: { base, value: strategy.value } }, PRESETS, '2026-01-31T09:30:00Z');
      const { time, memory, hbm, hbmThere } = savedFigures(saved);
      if (hbm === null || hbmThere === null) continue;
      const sum = (pieces: readonly { size: number }[]): number => pieces.reduce((total, { size }) => total + size, 0);
      expect(sum(time)).toBeCloseTo(1, 9);
      expect(sum(memory)).toBeCloseTo(hbm / Math.max(hbm, hbmThere), 9);
    }
  });
});
