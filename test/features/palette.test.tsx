// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFinder } from '../../src/app/fuzzy.js';
import { keysText, SHORTCUTS } from '../../src/app/shortcuts.js';
import { FIELDS } from '../../src/core/inputs/fields.js';
import { QUANTITIES } from '../../src/core/quantities/registry.js';
import { STUDIES } from '../../src/core/studies/studies.js';
import { paletteEntries, type Entries } from '../../src/features/palette/entries.js';
import { Finder } from '../../src/features/palette/found.js';
import { Palette } from '../../src/features/palette/palette.js';
import { recentIds } from '../../src/features/palette/recent.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { FILE_KINDS, REPORT_KINDS } from '../../src/state/file-kinds.js';
import { VIEWS } from '../../src/state/view-names.js';
import { provideWorkbench, workbench } from '../../src/state/workbench.js';
import { CommandsContext } from '../../src/ui/commands.js';
import { PRESETS } from '../state/preset-files.js';
import { commandsStub } from './commands.js';

const commands = commandsStub();

let entries: Entries;
let finder: Finder;
beforeEach(() => {
  localStorage.clear();
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  entries = paletteEntries(commands, keysText, null);
  finder = new Finder(entries, makeFinder, []);
});
afterEach(cleanup);

const rows = (query: string) => finder.found(query).groups.flatMap((group) => group.rows);
const labels = (query: string): readonly string[] => rows(query).map(({ entry }) => entry.label);

describe('the palette reaches', () => {
  it('every view, study, preset, quantity and kind of file, by its name', () => {
    const names = [
      ...VIEWS.map(({ label }) => label),
      ...STUDIES.map(({ title }) => title),
      ...[...PRESETS.models, ...PRESETS.systems, ...PRESETS.strategies].map(({ name }) => name),
      ...QUANTITIES.map(({ label }) => label),
      ...FILE_KINDS.map(({ label }) => `Save file: ${label}`),
      // as in the Save menu
      ...REPORT_KINDS.map(({ label }) => label),
    ];
    for (const name of names) expect(labels(name), name).toContain(name);
  });

  it('every input, by its name', () => {
    const reached = new Set(entries.fields.map(({ placed }) => placed.field));
    for (const field of Object.values(FIELDS).flat()) expect(reached.has(field), field.path).toBe(true);
    for (const { label, id } of entries.fields)
      expect(
        rows(label).map(({ entry }) => entry.id),
        label,
      ).toContain(id);
  });

  it('every shortcut that the page has', () => {
    const ids = new Set(entries.all.map(({ id }) => id));
    for (const { id } of SHORTCUTS) if (id !== 'palette') expect(ids.has(id), id).toBe(true);
  });

  it('nothing twice under one id', () => {
    expect(new Set(entries.all.map(({ id }) => id)).size).toBe(entries.all.length);
  });
});

describe('an action that cannot be done as things are', () => {
  const compare = () => {
    const now = new Finder(paletteEntries(commands, keysText, null), makeFinder, []);
    const found = now.found('compare this design').groups.flatMap((group) => group.rows);
    return found.find(({ entry }) => entry.id === 'compare');
  };

  it('says why: a fourth design is not pinned', () => {
    expect(compare()?.problem).toBeUndefined();
    for (const name of ['one', 'two', 'three']) workbench().getState().compare(name);
    expect(compare()?.problem).toBe('3 designs are pinned: remove one first');
    workbench().getState().uncompare(0);
    expect(compare()?.problem).toBeUndefined();
  });

  it('is found with the reason, and left out where nothing is typed: nothing to take back', () => {
    const ids = ['undo', 'redo', 'reset'];
    const now = () => new Finder(paletteEntries(commands, keysText, null), makeFinder, ids);
    const listed = () =>
      now()
        .found('')
        .groups.flatMap((group) => group.rows);
    const problem = (id: string) =>
      now()
        .found(id)
        .groups.flatMap((group) => group.rows)
        .find(({ entry }) => entry.id === id)?.problem;
    expect(listed().some(({ entry }) => ids.includes(entry.id))).toBe(false);
    expect(listed()[0]?.problem).toBeUndefined();
    expect(ids.map(problem)).toEqual([
      'There is nothing to undo',
      'There is nothing to redo',
      'Every field is as its preset or file has it',
    ]);
    workbench().getState().edit('model', { hidden: 4096 });
    expect(listed().map(({ entry }) => entry.id)).toEqual(expect.arrayContaining(['undo', 'reset']));
    expect(['undo', 'reset'].map(problem)).toEqual([undefined, undefined]);
    workbench().getState().undo();
    expect(problem('redo')).toBeUndefined();
  });
});

describe('a preset', () => {
  it('is marked as the one in use by what it is: a file of the same name is not it', () => {
    const { base, value } = workbench().getState().system;
    const aside = (): string | undefined =>
      entries.all.find(({ id }) => id === `preset/system/${base.presetId}`)?.aside?.();
    expect(aside()).toBe('now');
    workbench()
      .getState()
      .loadFile('system', base.name, { ...value, mem1: { ...value.mem1, GiB: 1 } });
    expect(aside()).toBe('');
  });
});

describe('the list', () => {
  const nothing = (): void => undefined;
  const open = (onClose = vi.fn(), handTyped: (to: (text: string) => void) => void = nothing) => {
    render(
      <CommandsContext value={commands}>
        <Palette makeFinder={makeFinder} keysOf={keysText} handTyped={handTyped} onClose={onClose} />
      </CommandsContext>,
    );
    return { box: screen.getByRole('combobox'), onClose };
  };

  it('runs the row chosen by the arrows, closes before it, and remembers it', () => {
    const { box, onClose } = open();
    fireEvent.change(box, { target: { value: 'saved designs' } });
    const [option] = screen.getAllByRole('option');
    expect(box.getAttribute('aria-activedescendant')).toBe(option?.id);
    expect(within(option as HTMLElement).getByText('Saved designs').tagName).toBe('MARK');
    commands.showLibrary.mockImplementationOnce(() => expect(onClose).toHaveBeenCalled());
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    fireEvent.keyDown(box, { key: 'ArrowUp' });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(commands.showLibrary).toHaveBeenCalledOnce();
    expect(recentIds()).toEqual(['library']);
  });

  it('begins with what was typed while it was on its way', () => {
    const { box } = open(vi.fn(), (to) => to('saved designs'));
    expect((box as HTMLInputElement).value).toBe('saved designs');
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('Saved designs');
  });

  it('has its groups under their names', () => {
    open();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'memory' } });
    const groups = screen.getAllByRole('group');
    expect(groups.length).toBeGreaterThan(2);
    for (const group of groups) {
      // an id with a space is two, of which neither is there
      const names = (group.getAttribute('aria-labelledby') ?? '').split(' ');
      expect(names.map((id) => document.getElementById(id)?.textContent)).toEqual([group.firstChild?.textContent]);
    }
  });

  it('shows with nothing typed what was done last, then the actions', () => {
    localStorage.setItem('calculon-explorer/recent-commands', '["view/layers","gone","field/system/mem1.GiB"]');
    open();
    const groups = screen.getAllByRole('group').map((group) => within(group).getAllByRole('option').length);
    expect(screen.getAllByRole('group')[0]?.textContent).toMatch(/^RecentLayers.*HBM capacity80 GiB$/);
    expect(groups[0]).toBe(2);
    expect(groups.reduce((sum, each) => sum + each, 0)).toBe(50);
  });

  it('says what the model leaves out, also to who hears it', () => {
    const { box } = open();
    fireEvent.change(box, { target: { value: 'gqa' } });
    const says = 'GQA is not in this model: attention is multi-head or multi-query.';
    expect(screen.getByRole('listbox').textContent).toBe(says);
    expect(screen.getByRole('status').textContent).toBe(`Nothing found. ${says}`);
    fireEvent.change(box, { target: { value: 'fsdp' } });
    expect(screen.getByRole('listbox').textContent).toMatch(/^ZeRO-3 and FSDP are not in this model/);
    expect(screen.getByRole('status').textContent).toMatch(/^3 found\. ZeRO-3 and FSDP are not in this model/);
  });

  it('says how many there are, and when there is none', () => {
    const { box } = open();
    fireEvent.change(box, { target: { value: 'layers' } });
    expect(screen.getByRole('status').textContent).toMatch(/^\d+ found$/);
    fireEvent.change(box, { target: { value: 'zzqqzz' } });
    expect(screen.getByRole('status').textContent).toBe('Nothing found');
    expect(screen.queryAllByRole('option')).toEqual([]);
    fireEvent.keyDown(box, { key: 'Enter' });
    fireEvent.keyDown(box, { key: 'ArrowDown' });
  });
});
