// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BarsFigure, StacksFigure, StudyFigure, TableFigure } from '../../src/core/studies/figure.js';
import { bandsOf, nameMiddle, twoLines } from '../../src/features/studies/bands.js';
import { barsCsv } from '../../src/features/studies/bars-table.js';
import { Figures } from '../../src/features/studies/figures.js';
import { mostOf, partsOf, stacked } from '../../src/features/studies/stack-parts.js';
import { totalFoot } from '../../src/features/studies/stacked-column.js';
import { stacksCsv } from '../../src/features/studies/stacks-table.js';
import { cell, curves, heatmap } from './study-figures.js';

const stacks: StacksFigure = {
  kind: 'stacks',
  id: 'run',
  finding: 'Two of three fit',
  subtitle: 'Batch time, and HBM needed',
  axis: 't',
  bars: [
    {
      label: '4',
      key: 't4',
      state: 'value',
      time: [
        ['forward-time', 2],
        ['backward-time', 4],
        ['bubble-time', 0],
      ],
      memory: [['weight-memory', 2 ** 30]],
    },
    { label: '8', key: 't8', state: 'infeasible', time: [], memory: [] },
    { label: '16', key: 't16', state: 'pending', time: [], memory: [] },
  ],
  memoryLimit: 2 * 2 ** 30,
};

const bars: BarsFigure = {
  kind: 'bars',
  id: 'designs',
  finding: 'B is the fastest',
  subtitle: 'Sample rate',
  x: { label: 'Design', values: ['A', 'B'] },
  series: [
    {
      id: 'rate',
      label: 'Sample rate',
      unit: 'samples-per-second',
      cells: [cell('a', 100, { published: { text: '110', ours: '100' } }), cell('b', 200)],
    },
    { id: 'cost', label: 'Cost', unit: 'dollars', cells: [cell('a', 5), cell('b', null)] },
  ],
  marked: [1],
};

const table: TableFigure = {
  kind: 'table',
  id: 'choices',
  finding: 'What each chooses',
  subtitle: 'MFU',
  columns: [
    { id: 'name', label: 'Design', unit: 'none' },
    { id: 'mfu', label: 'MFU, %', unit: 'fraction' },
  ],
  rows: [
    {
      id: 'a',
      marked: false,
      cells: [
        { key: 'a', state: 'value', value: null, text: 'A' },
        { key: 'a', state: 'value', value: 0.3667, text: '36.67', published: { text: '36.67', ours: '36.67' } },
      ],
    },
    {
      id: 'b',
      marked: true,
      cells: [
        { key: 'b', state: 'value', value: null, text: 'B' },
        { key: 'b', state: 'value', value: 0.5, text: '50.00', published: { text: '49.61', ours: '50.00' } },
      ],
    },
  ],
};

const onPoint = vi.fn<(key: string | null) => void>();
const onAdopt = vi.fn<(key: string) => void>();
const show = (figures: readonly StudyFigure[], active: string | null = null) =>
  render(<Figures figures={figures} active={active} onPoint={onPoint} onAdopt={onAdopt} />);

beforeEach(() => {
  vi.clearAllMocks();
  // happy-dom lays nothing out: everything is 600 px wide
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the figures of a study', () => {
  it('are drawn by their kinds, large ones over the whole width', () => {
    show([heatmap, curves, stacks, bars, table]);
    expect(screen.getAllByRole('figure').map((figure) => figure.querySelector('h3')?.getAttribute('title'))).toEqual([
      heatmap.finding,
      curves.finding,
      stacks.finding,
      bars.finding,
      table.finding,
    ]);
    const wide = [...document.querySelectorAll('[data-figure][data-wide]')].map((each) =>
      each.getAttribute('data-kind'),
    );
    expect(wide).toEqual(['curves']);
  });
});

describe('stacks', () => {
  it('say their sums, or why there are none; a press loads the point', () => {
    show([stacks]);
    const first = screen.getByRole('button', { name: '4: 6.00 s, 1.00 GiB' });
    expect(screen.getByRole('button', { name: '8: nothing fits' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '16: not searched yet' })).toBeTruthy();
    fireEvent.pointerEnter(first);
    expect(onPoint).toHaveBeenLastCalledWith('t4');
    fireEvent.pointerLeave(first);
    expect(onPoint).toHaveBeenLastCalledWith(null);
    fireEvent.focus(first);
    expect(onPoint).toHaveBeenLastCalledWith('t4');
    fireEvent.keyDown(first, { key: 'Enter' });
    fireEvent.click(first);
    expect(onAdopt.mock.calls).toEqual([['t4'], ['t4']]);
    expect(first.querySelectorAll('[data-segment]')).toHaveLength(3);
  });

  it('have a table of their parts, and every number in the CSV', () => {
    show([stacks]);
    fireEvent.click(screen.getByRole('button', { name: 'Table' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      't4816',
      'Batch time6.00 s——',
      'Forward2.00 s——',
      'Backward4.00 s——',
      'HBM used1.00 GiB——',
      'Weights1.00 GiB——',
    ]);
    expect(stacksCsv(stacks)).toEqual([
      ['t', 'state', 'time_s', 'forward-time_s', 'backward-time_s', 'memory_bytes', 'weight-memory_bytes'],
      ['4', 'value', 6, 2, 4, 2 ** 30, 2 ** 30],
      ['8', 'infeasible', null, null, null, null, null],
      ['16', 'pending', null, null, null, null, null],
    ]);
  });

  it('leave room for a limit that is near, and none for one that is far', () => {
    expect(mostOf(stacks.bars, 'memory', 2 * 2 ** 30)).toBeCloseTo(2.04 * 2 ** 30);
    expect(mostOf(stacks.bars, 'memory', 1e18)).toBeCloseTo(1.02 * 2 ** 30);
    expect(mostOf([], 'time')).toBe(1);
    expect(partsOf(stacks.bars, 'time')).toEqual(['forward-time', 'backward-time']);
    expect(stacked(stacks.bars[0]?.time ?? []).map(({ below }) => below)).toEqual([0, 2]);
  });

  it('have their totals above a limit that would strike them through', () => {
    expect(totalFoot(100, null)).toBe(96);
    expect(totalFoot(100, 60)).toBe(96);
    expect(totalFoot(100, 90)).toBe(86);
    // a bar beyond the limit
    expect(totalFoot(100, 110)).toBe(96);
  });
});

describe('bars', () => {
  it('say every series with what the paper printed, and mark the chosen', () => {
    show([bars], 'a');
    const first = screen.getByRole('button', { name: /^A: Sample rate 100 samples\/s; published 110, −10, Cost 5/ });
    expect(first.getAttribute('data-active')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'B: Sample rate 200 samples/s, Cost nothing fits' }));
    expect(onAdopt).toHaveBeenCalledWith('b');
    expect(document.querySelectorAll('rect[data-quiet]')).toHaveLength(2);
    expect(barsCsv(bars)[1]?.slice(0, 5)).toEqual(['A', 100, '100', '110', false]);
  });

  it('have the number of the best where there is no room for all', () => {
    const names = Array.from({ length: 30 }, (_, index) => `D${index}`);
    const cells = names.map((name, index) => cell(name, 100 + index, { text: `1,${100 + index}` }));
    const rate = { id: 'rate', label: 'Sample rate', unit: 'samples-per-second', cells } as const;
    show([{ ...bars, x: { label: 'Design', values: names }, series: [rate], marked: [7] }]);
    const texts = [...document.querySelectorAll('text[class*="value"]')].map((text) => text.textContent);
    expect(texts).toEqual(['1,107', '1,129']);
  });

  it('name as many as have room, in two lines where that helps', () => {
    expect(twoLines('Sequence parallel', 80)).toEqual(['Sequence', 'parallel']);
    expect(twoLines('512 GiB', 200)).toEqual(['512 GiB']);
    const names = Array.from({ length: 100 }, (_, index) => `${index * 100}–${index * 100 + 100}`);
    const bands = bandsOf(names, 600);
    expect(bands.every).toBeGreaterThan(5);
    expect(bands.middle(99)).toBeLessThan(600);
    expect(bandsOf([], 0).barWidth).toBeGreaterThan(0);
  });

  it('have names that are not cut at the edges', () => {
    const bins = Array.from({ length: 10 }, (_, index) => `${index * 108}–${(index + 1) * 108}`);
    const bands = bandsOf([...bins.slice(0, 9), '976–1,084'], 300);
    expect(nameMiddle(bands, 5, '540–648')).toBe(bands.middle(5));
    const half = (9 * 6.6) / 2;
    expect(nameMiddle(bands, 9, '976–1,084') + half).toBeLessThanOrEqual(300);
  });
});

describe('a table', () => {
  it('sets the paper’s numbers beside ours, with a tick or the difference, until they are put away', () => {
    show([table]);
    expect(screen.getByText('1 of 2 published numbers agree')).toBeTruthy();
    const rows = () => within(screen.getByRole('table')).getAllByRole('row');
    expect(rows().map((row) => row.textContent)).toEqual(['DesignMFU, %Paper', 'A36.6736.67 ✓', 'B50.0049.61 +0.39']);
    expect(rows()[2]?.hasAttribute('data-marked')).toBe(true);
    fireEvent.click(screen.getByRole('switch', { name: 'Published' }));
    expect(rows()[1]?.textContent).toBe('A36.67');
  });

  it('is not held against the paper while its numbers may change', () => {
    render(<Figures figures={[table]} isPartial active={null} onPoint={onPoint} onAdopt={onAdopt} />);
    expect(screen.queryByText(/agree/)).toBeNull();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((each) => each.textContent.trim())).toEqual(['DesignMFU, %Paper', 'A36.6736.67', 'B50.0049.61']);
    expect(document.querySelector('[data-agrees]')).toBeNull();
  });

  it('shows and loads the point of a row', () => {
    show([table], 'b');
    expect(within(screen.getByRole('table')).getAllByRole('row')[2]?.hasAttribute('data-active')).toBe(true);
    const button = screen.getByRole('button', { name: 'A' });
    fireEvent.focus(button);
    expect(onPoint).toHaveBeenLastCalledWith('a');
    fireEvent.click(button);
    expect(onAdopt).toHaveBeenCalledWith('a');
    // it is no drawing
    expect(screen.queryByRole('button', { name: 'PNG' })).toBeNull();
    expect(screen.getByRole('button', { name: 'CSV' })).toBeTruthy();
  });
});
