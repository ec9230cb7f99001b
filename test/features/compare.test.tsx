// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inputLabel } from '../../src/core/inputs/input-label.js';
import { WHOLE_SEARCH } from '../../src/core/inputs/search-input.js';
import { QUANTITIES } from '../../src/core/quantities/registry.js';
import { Compare } from '../../src/features/compare/compare.js';
import { changeText, inputText } from '../../src/features/compare/input-text.js';
import { QuantityInspector } from '../../src/features/headline/quantity-inspector.js';
import { DEFAULT_VIEW } from '../../src/share/shared-state.js';
import { firstStudy } from '../../src/share/study-choice.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { hideHow, useHow } from '../../src/state/how.js';
import { MOST_COMPARED, provideWorkbench, workbench } from '../../src/state/workbench.js';
import { CommandsContext } from '../../src/ui/commands.js';
import { commandsStub } from './commands.js';
import { designOfPreset } from './evaluation-of-preset.js';

const commands = commandsStub();

const fig3 = designOfPreset('fig3');

beforeEach(() => {
  const part = <T,>(value: T) => ({ base: { presetId: null, revision: 1, name: 'test', value }, value });
  const parts = { model: part(fig3.model), system: part(fig3.system), strategy: part(fig3.strategy) };
  const presets = { models: [], systems: [], strategies: [] };
  provideWorkbench(
    createWorkbench({ ...parts, search: WHOLE_SEARCH, study: firstStudy(), view: DEFAULT_VIEW }, presets),
  );
});
afterEach(cleanup);

const state = () => workbench().getState();
const edit = (path: string, value: unknown): void => act(() => state().edit('system', { [path]: value }));
const pin = (name: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name: 'Name to pin under' }), { target: { value: name } });
  fireEvent.click(screen.getByRole('button', { name: 'Pin current design' }));
};
const cells = (caption: string): (string | null)[][] =>
  within(screen.getByRole('table', { name: caption }))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
const number = (text: string | null | undefined): number =>
  Number((text ?? '').replaceAll(',', '').replace('−', '-').replace('+', ''));

describe('comparing designs', () => {
  it('says how to begin, and pins under a name or under the design’s own', () => {
    render(
      <CommandsContext value={commands}>
        <Compare />
      </CommandsContext>,
    );
    expect(screen.getByText(/^Nothing to compare yet/)).toBeDefined();
    pin('  Base ');
    pin('');
    expect(state().compared.map(({ name }) => name)).toEqual(['Base', 'test · test · test']);
    expect(screen.queryByText(/^Nothing to compare yet/)).toBeNull();
  });

  it('holds three pinned designs at most; they are renamed and removed, and undo has no part in it', () => {
    render(
      <CommandsContext value={commands}>
        <Compare />
      </CommandsContext>,
    );
    for (const name of ['one', 'two', 'three', 'four']) pin(name);
    expect(state().compared).toHaveLength(MOST_COMPARED);
    const box = screen.getByRole('textbox', { name: 'Name of B' });
    fireEvent.focus(box);
    fireEvent.change(box, { target: { value: 'second' } });
    fireEvent.keyDown(box, { key: 'Enter' });
    fireEvent.click(screen.getByRole('button', { name: 'Remove A · one' }));
    expect(state().compared.map(({ name }) => name)).toEqual(['second', 'three']);
    expect(state().canUndo).toBe(false);
  });

  it('puts a removed design back where it was, while there is room', () => {
    render(
      <CommandsContext value={commands}>
        <Compare />
      </CommandsContext>,
    );
    for (const name of ['one', 'two', 'three']) pin(name);
    const before = state().compared;
    fireEvent.click(screen.getByRole('button', { name: 'Remove B · two' }));
    expect(screen.getByRole('status').textContent).toContain('No longer compared: two');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(state().compared).toEqual(before);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Remove B · two' }));
    pin('four');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(state().compared.map(({ name }) => name)).toEqual(['one', 'three', 'four']);
  });

  it('shows what differs: the waterfall and the inputs add up to the change of the batch time', () => {
    render(
      <CommandsContext value={commands}>
        <Compare />
      </CommandsContext>,
    );
    pin('Base');
    edit('mem1.GBps', 4096);
    edit('networks.0.bandwidth', 600);
    const before = cells('Change of each part of the batch time');
    const [last, ...parts] = before.toReversed().slice(0, 12);
    expect(parts.reduce((sum, row) => sum + number(row[3]), 0)).toBeCloseTo(number(last?.[3]), 4);
    expect(number(last?.[3])).toBeLessThan(0);
    expect(number(last?.[2]) - number(last?.[1])).toBeCloseTo(number(last?.[3]), 4);

    const effects = cells('Effect of each input on the batch time');
    expect(effects.map((row) => row[0])).toContain('HBM bandwidth');
    const [total, ...inputs] = effects.toReversed().slice(0, 3);
    expect(total?.[2]).toBe(last?.[3]);
    expect(inputs.reduce((sum, row) => sum + number(row[2]), 0)).toBeCloseTo(number(total?.[2]), 4);
    expect(cells('Inputs that differ').slice(1)).toHaveLength(2);
  });

  it('has every quantity with difference and ratio to the first', () => {
    render(
      <CommandsContext value={commands}>
        <Compare />
      </CommandsContext>,
    );
    pin('Base');
    edit('mem1.GBps', 4096);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Only what differs' }));
    const rows = cells('Quantities side by side');
    expect(rows[0]).toEqual(['Quantity', 'A', 'B', 'B − A', 'B / A']);
    for (const { label } of QUANTITIES) expect(rows.some(([first]) => first === label)).toBe(true);
    expect(rows.flat().join(' ')).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('opens a pinned design again, in one step for undo', () => {
    render(
      <CommandsContext value={commands}>
        <Compare />
      </CommandsContext>,
    );
    pin('Base');
    edit('mem1.GBps', 4096);
    fireEvent.click(screen.getByRole('button', { name: 'Open A · Base' }));
    expect(state().system.value.mem1.GBps).toBe(fig3.system.mem1.GBps);
    act(() => state().undo());
    expect(state().system.value.mem1.GBps).toBe(4096);
  });

  it('lets two of several designs be chosen for the causes, and says when one has no numbers', () => {
    render(
      <CommandsContext value={commands}>
        <Compare />
      </CommandsContext>,
    );
    pin('Base');
    edit('mem1.GBps', 4096);
    pin('Faster');
    act(() => state().edit('strategy', { tensor_par: 7 }));
    expect(screen.getByText(/^C · Current design \(invalid\) has no numbers/)).toBeDefined();
    fireEvent.change(screen.getByRole('combobox', { name: 'to' }), { target: { value: '1' } });
    expect(cells('Change of each part of the batch time')).toHaveLength(13);
  });
});

describe('the causes of a difference', () => {
  const show = (): void => {
    render(
      <CommandsContext value={commands}>
        <Compare />
        <QuantityInspector />
      </CommandsContext>,
    );
    pin('Base');
    edit('mem1.GBps', 4096);
    edit('mem1.GiB', 96);
  };
  const cell = (caption: string, name: RegExp, column: number): HTMLElement => {
    const row = within(screen.getByRole('table', { name: caption })).getByRole('row', { name });
    return row.children[column] as HTMLElement;
  };
  const press = (element: Element): readonly [string | undefined, string | null] => {
    fireEvent.click(element.querySelector('button') ?? element);
    const { trail, of } = useHow.getState();
    return [trail[0], of?.name ?? null];
  };
  beforeEach(hideHow);

  it('are explained in the design they stand for, a change in the one it leads to', () => {
    show();
    const CAUSES = 'Change of each part of the batch time';
    expect(press(cell(CAUSES, /^Forward [\d.]/, 0))).toEqual(['forward-time', null]);
    expect(press(cell(CAUSES, /^Forward [\d.]/, 1))).toEqual(['forward-time', 'A · Base']);
    expect(press(cell(CAUSES, /^Forward [\d.]/, 2))).toEqual(['forward-time', null]);
    expect(press(cell(CAUSES, /^Bubble [\d.]/, 3))).toEqual(['bubble-time', null]);
    expect(press(cell(CAUSES, /^Batch time /, 1))).toEqual(['total-time', 'A · Base']);
    expect(press(cell(CAUSES, /^Batch time /, 3))).toEqual(['total-time', null]);
    edit('mem1.GBps', 3000);
    pin('Middle');
    fireEvent.change(screen.getByRole('combobox', { name: 'to' }), { target: { value: '1' } });
    expect(press(cell(CAUSES, /^Forward [\d.]/, 3))).toEqual(['forward-time', 'B · Middle']);
  });

  it('are explained from the bars of the waterfall', () => {
    show();
    const steps = [...document.querySelectorAll('svg [data-step]')];
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) expect(press(step)).toEqual([step.getAttribute('data-step'), null]);
    const ends = [...document.querySelectorAll('svg g[data-how="total-time"]')];
    expect(ends.map(press)).toEqual([
      ['total-time', 'A · Base'],
      ['total-time', null],
    ]);
  });

  it('lead to the inputs that differ', () => {
    show();
    const EFFECTS = 'Effect of each input on the batch time';
    const INPUT = 'input/system/mem1.GBps';
    for (const column of [0, 1, 2]) expect(press(cell(EFFECTS, /^HBM bandwidth /, column))).toEqual([INPUT, null]);
    expect(press(cell(EFFECTS, /^Batch time /, 2))).toEqual(['total-time', null]);
    expect(press(cell('Inputs that differ', /^HBM bandwidth /, 1))).toEqual([INPUT, 'A · Base']);
    expect(press(cell('Inputs that differ', /^HBM bandwidth /, 2))).toEqual([INPUT, null]);
    expect(press(document.querySelector(`svg [data-how="${INPUT}"]`) ?? document.body)).toEqual([INPUT, null]);
  });

  it('of several inputs that move as one each lead to its own, and one that a design has not to the other’s', () => {
    show();
    act(() => state().edit('strategy', { num_procs: 2048, data_par: 4 }));
    const change = within(screen.getByRole('table', { name: 'Effect of each input on the batch time' })).getByRole(
      'row',
      {
        name: /^Processors, Data parallel/,
      },
    ).children[1] as HTMLElement;
    const asked = [...change.querySelectorAll('button')].map((each) => press(each)[0]);
    expect(asked).toEqual(['input/strategy/num_procs', 'input/strategy/data_par']);
    act(() => state().edit('system', { 'mem1.GBps': fig3.system.mem1.GBps }));
  });

  it('are explained in each design from the differences and totals beside them', () => {
    show();
    const QUANTITIES_TABLE = 'Quantities side by side';
    expect(press(cell(QUANTITIES_TABLE, /^Forward [\d.]/, 3))).toEqual(['forward-time', null]);
    for (const each of screen.getAllByRole('button', { name: 'Table' })) fireEvent.click(each);
    const parts = screen.getByRole('table', {
      name: 'HBM by class, on one scale; a line marks the capacity where it is near',
    });
    const totals = within(parts).getByRole('row', { name: /^Total/ });
    expect(press(totals.children[1] as HTMLElement)).toEqual(['tier1-memory', 'A · Base']);
    expect(press(totals.children[2] as HTMLElement)).toEqual(['tier1-memory', null]);
  });
});

describe('inputs as text', () => {
  it('names tiers, engines and lists', () => {
    expect(inputLabel('system', 'networks.1.bandwidth')).toBe('Tier 1: Bandwidth');
    expect(inputLabel('system', 'networks')).toBe('Network tiers');
    expect(inputLabel('system', 'matrix.float8')).toBe('Matrix engine, float8');
    expect(inputLabel('system', 'matrix.float16.tflops')).toBe('Matrix peak, float16');
    expect(inputText('system', 'networks.0.ops.all_reduce', [2, -1])).toBe('2, −1');
    expect(inputText('system', 'networks', fig3.system.networks)).toMatch(/^\d+ tiers?$/);
    expect(inputText('system', 'matrix.float8', undefined)).toBe('—');
    expect(inputText('system', 'mem1.MB_efficiency', [[0, 0.9]])).toBe('0 MB: 90 %');
    expect(changeText({ part: 'system', path: 'mem1.GiB', values: [80, 96] })).toBe('80 GiB → 96 GiB');
    expect(changeText({ part: 'strategy', path: 'training', values: [true, false] })).toBe('on → off');
  });
});
