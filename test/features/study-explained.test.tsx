// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StacksFigure, StudyFigure, TableFigure } from '../../src/core/studies/figure.js';
import type { Finding } from '../../src/core/studies/question.js';
import type { StudyPoint } from '../../src/core/studies/study.js';
import { Figures } from '../../src/features/studies/figures.js';
import { hideHow, useHow } from '../../src/state/how.js';
import { NO_STUDY, useStudy } from '../../src/state/study-results.js';
import { SMALL_DESIGN } from './small-search.js';
import { curves, heatmap } from './study-figures.js';

const stacks: StacksFigure = {
  kind: 'stacks',
  id: 'run',
  finding: 'One batch takes 6 s',
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
      ],
      memory: [['weight-memory', 2 ** 30]],
    },
  ],
  memoryLimit: null,
};
const table: TableFigure = {
  kind: 'table',
  id: 'choices',
  finding: 'What each chooses',
  subtitle: 'MFU',
  columns: [
    { id: 'name', label: 'Design', unit: 'none' },
    { id: 'mfu', label: 'MFU, %', unit: 'fraction', quantity: 'mfu' },
    { id: 'loss', label: 'Loss', unit: 'fraction' },
  ],
  rows: ['A', 'B'].map((name) => ({
    id: name,
    marked: false,
    cells: [
      { key: name, state: 'value', value: null, text: name },
      { key: name, state: 'value', value: 0.5, text: `50.00 ${name}` },
      { key: name, state: 'value', value: 0.1, text: `10.00 ${name}` },
    ],
  })),
};

const point = (key: string): StudyPoint => ({
  key,
  label: `point ${key}`,
  question: { design: SMALL_DESIGN, searches: [] },
});
const finding = (more: Partial<Finding>): Finding => ({
  evaluated: 1,
  feasible: 1,
  infeasible: { network_size: 0, network_not_filled: 0, offload_needs_blocks: 0, tier1_capacity: 0, tier2_capacity: 0 },
  best: { strategy: SMALL_DESIGN.strategy, rate: 1, tier1Bytes: 1, tier2Bytes: 0 },
  nearestMiss: null,
  topRates: [],
  bins: [],
  ...more,
});

const onAdopt = vi.fn<(key: string) => void>();
const show = (...figures: readonly StudyFigure[]) =>
  render(<Figures figures={figures} active={null} onPoint={vi.fn<() => void>()} onAdopt={onAdopt} />);
const asked = () => [useHow.getState().trail.at(0), useHow.getState().of?.name];
const press = (element: Element | null | undefined, key = 'h'): boolean =>
  fireEvent.keyDown(element ?? document.body, { key });
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

beforeEach(() => {
  vi.clearAllMocks();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  hideHow();
  const keys = ['t4', 'A', 'B', 'a 8', 'a 24', 't4 p1', 't4 p2', 't4 p4', 't8 p1'];
  const miss = { best: null, nearestMiss: { strategy: SMALL_DESIGN.strategy, overBytes: 2 ** 31 } };
  useStudy.setState({
    ...NO_STUDY,
    points: new Map(keys.map((key) => [key, point(key)])),
    findings: new Map(keys.filter((key) => key !== 't4 p4').map((key) => [key, finding(key === 't4 p1' ? miss : {})])),
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('a part of a stack that is pressed explains itself, as its sum does; what is beside them loads the point', () => {
  show(stacks);
  const bar = button('4: 6.00 s, 1.00 GiB');
  const expected = ['forward-time', 'backward-time', 'weight-memory-on-hbm'];
  expect(
    [...bar.querySelectorAll('[data-segment]')].map((segment) => {
      fireEvent.click(segment);
      return asked();
    }),
  ).toEqual(expected.map((id) => [id, 'Point of the study: point t4']));
  fireEvent.click(within(bar).getByText('6.00 s'));
  expect(asked()[0]).toBe('total-time');
  expect(onAdopt).not.toHaveBeenCalled();
  fireEvent.click(bar);
  expect(onAdopt).toHaveBeenCalledWith('t4');
});

describe('H on a point', () => {
  it('explains the cell of a map, and what is missing where nothing fits', () => {
    show({ ...heatmap, scale: { ...heatmap.scale, quantity: 'mfu' } });
    const cells = screen.getAllByRole('gridcell');
    expect(screen.getByRole('grid').getAttribute('aria-label')).toMatch(/H explains it\.$/);
    expect(press(cells[3])).toBe(false);
    expect(asked()).toEqual(['mfu', 'Point of the study: point t8 p1']);
    expect(useHow.getState().of?.design).toEqual(SMALL_DESIGN);
    // The focus goes back to it.
    expect(useHow.getState().opener === cells[3]).toBe(true);
    press(cells[0], 'H');
    expect(asked()).toEqual(['tier1-memory', 'Point of the study: point t4 p1']);
    expect(onAdopt).not.toHaveBeenCalled();
  });

  it('has nothing to say where there is no answer or no question, and is H alone', () => {
    show(heatmap);
    const cells = screen.getAllByRole('gridcell');
    expect(press(cells[2])).toBe(true);
    expect(press(cells[5])).toBe(true);
    fireEvent.keyDown(cells[3] as Element, { key: 'h', ctrlKey: true });
    expect(useHow.getState().trail).toEqual([]);
  });

  it('explains what the figure shows: a bar, a place on a curve, a mark, a row', () => {
    show({ ...curves, y: { ...curves.y, quantity: 'mfu' } }, stacks, table);
    press(button('4: 6.00 s, 1.00 GiB'));
    expect(asked()).toEqual(['total-time', 'Point of the study: point t4']);
    press(screen.getByRole('slider'));
    expect(asked()).toEqual(['mfu', 'Point of the study: point a 8']);
    press(button(/^p \| L/));
    expect(asked()).toEqual(['mfu', 'Point of the study: point a 24']);
    press(button('A'));
    expect(asked()).toEqual(['mfu', 'Point of the study: point A']);
    cleanup();
    // Of a number that is no quantity, the rate.
    show(curves);
    press(screen.getByRole('slider'));
    expect(asked()).toEqual(['sample-rate', 'Point of the study: point a 8']);
    expect(onAdopt).not.toHaveBeenCalled();
  });
});

describe('a number of a point in a table', () => {
  it('is explained by a press, where it is a quantity', () => {
    show(table);
    fireEvent.click(button('50.00 B'));
    expect(asked()).toEqual(['mfu', 'Point of the study: point B']);
    expect(screen.queryByRole('button', { name: '10.00 B' })).toBeNull();
    expect(onAdopt).not.toHaveBeenCalled();
  });

  it('is, too, behind a drawing: each part as what it is', () => {
    show(stacks);
    fireEvent.click(button('Table'));
    const parts = within(screen.getByRole('table'));
    fireEvent.click(parts.getByRole('button', { name: '2.00 s' }));
    expect(asked()).toEqual(['forward-time', 'Point of the study: point t4']);
    fireEvent.click(parts.getAllByRole('button', { name: '1.00 GiB' }).at(-1) as HTMLElement);
    expect(asked()).toEqual(['weight-memory-on-hbm', 'Point of the study: point t4']);
    cleanup();
    show(heatmap);
    fireEvent.click(button('Table'));
    fireEvent.click(button('248.4 samples/s'));
    expect(asked()).toEqual(['sample-rate', 'Point of the study: point t8 p1']);
    expect(onAdopt).not.toHaveBeenCalled();
  });
});
