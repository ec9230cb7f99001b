// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  choiceField,
  choicesField,
  modelField,
  numberField,
  numbersField,
  pricesField,
  switchField,
  UNLIMITED,
  workloadsField,
} from '../../src/core/studies/field.js';
import type { Finding } from '../../src/core/studies/question.js';
import { anyStudy, type StudyPoint } from '../../src/core/studies/study.js';
import { Studies } from '../../src/features/studies/studies.js';
import { readAllPresets } from '../../src/interchange/presets-file.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { NO_STUDY, provideStudies, useStudy, type StudyRunState } from '../../src/state/study-results.js';
import { provideWorkbench, workbench } from '../../src/state/workbench.js';
import { SMALL_DESIGN, SMALL_INPUT } from './small-search.js';
import { heatmap } from './study-figures.js';

// From the root of the project: under happy-dom a module has no file address of its own.
const text = (kind: string): string => readFileSync(`public/presets/${kind}.json`, 'utf8');
const read = readAllPresets({ models: text('models'), systems: text('systems'), strategies: text('strategies') });
if (!read.ok) throw new Error('the presets cannot be read');
const PRESETS = read.value;

const words = (label: string) => ({ label, help: `About ${label}` });
const every = anyStudy({
  id: 'every',
  title: 'Every kind of field',
  figure: 'Fig. 42',
  question: 'What can be asked?',
  runs: 'when-asked',
  fields: {
    model: modelField('gpt3-175b'),
    count: numberField(4096, 1, 8192, words('Processors')),
    capacity: numberField(512, 0, UNLIMITED, { ...words('Capacity'), unit: 'GiB', fraction: true, slider: [16, 8192] }),
    degrees: numbersField([1, 2, 4], 1, 64, words('Degrees')),
    wide: switchField(false, words('Wide')),
    goal: choiceField<'rate' | 'mfu'>(
      'rate',
      [
        { value: 'rate', label: 'Sample rate' },
        { value: 'mfu', label: 'MFU' },
      ],
      words('Goal'),
    ),
    recompute: choicesField(
      ['full'],
      [
        { value: 'full', label: 'Full' },
        { value: 'none', label: 'None' },
      ],
      words('Recompute'),
    ),
    workloads: workloadsField([['gpt3-175b', 2340]], words('Models')),
    prices: pricesField([[80, 10_000]], words('Prices')),
  },
  problems: () => [],
  points: () => [],
  report: () => ({ answer: '', figures: [] }),
});
const other = anyStudy({
  id: 'other',
  title: 'Another',
  figure: '',
  question: 'What else?',
  runs: 'at-once',
  fields: {},
  problems: () => [],
  points: () => [],
  report: () => ({ answer: '', figures: [] }),
});

const control = {
  run: vi.fn<() => void>(),
  cancel: vi.fn<() => void>(),
  adopt: vi.fn<(key: string) => void>(),
  designAt: vi.fn((key: string) => (key === 't8 p1' ? SMALL_DESIGN : null)),
};
const point = (key: string): StudyPoint => ({
  key,
  label: `t 8 · ${key}`,
  question: { design: SMALL_DESIGN, searches: [SMALL_INPUT] },
});
const finding = (more: Partial<Finding>): Finding => ({
  evaluated: 1000,
  feasible: 0,
  infeasible: {
    network_size: 0,
    network_not_filled: 0,
    offload_needs_blocks: 0,
    tier1_capacity: 800,
    tier2_capacity: 200,
  },
  best: null,
  nearestMiss: null,
  topRates: [],
  bins: [],
  ...more,
});
const best = { strategy: SMALL_DESIGN.strategy, rate: 248.4, tier1Bytes: 2 ** 30, tier2Bytes: 0 };

const show = (state: Partial<StudyRunState>): void => act(() => useStudy.setState({ studyId: 'every', ...state }));
const found = (): void =>
  show({
    status: 'done',
    answered: 3,
    total: 6,
    evaluated: 3000,
    feasible: 500,
    points: new Map(['t8 p1', 't8 p2', 't4 p1', 't4 p4'].map((key) => [key, point(key)])),
    findings: new Map([
      ['t8 p1', finding({ feasible: 500, best })],
      ['t4 p1', finding({ nearestMiss: { strategy: SMALL_DESIGN.strategy, overBytes: 2 ** 31 } })],
      ['t8 p2', finding({})],
    ]),
    report: { answer: 'The best is 248 samples/s.', figures: [heatmap] },
  });
const changes = () => workbench().getState().study.changes['every'];
const openInputs = (): void => void fireEvent.click(screen.getByRole('button', { name: /^Inputs/ }));
function type(name: string, text: string): void {
  const box = screen.getByRole('textbox', { name });
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value: text } });
  fireEvent.keyDown(box, { key: 'Enter' });
}

beforeEach(() => {
  vi.clearAllMocks();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  const presets = { ...PRESETS, studies: [every, other] };
  provideStudies(control);
  provideWorkbench(createWorkbench(openingState(presets), presets));
  useStudy.setState(NO_STUDY, true);
  render(<Studies />);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the list', () => {
  it('names every study with its figure and question, and opens one', () => {
    const list = within(screen.getByRole('navigation', { name: 'Studies' }));
    expect(list.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Every kind of fieldFig. 42 What can be asked?',
      'AnotherOurs What else?',
    ]);
    expect(list.getByRole('button', { current: true }).textContent).toContain('Every kind');
    fireEvent.click(list.getByRole('button', { name: /^Another/ }));
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Another');
  });
});

describe('the inputs', () => {
  it('stand in a line while folded, each leading to its editor', () => {
    const line = screen.getByRole('button', { name: 'Processors 4,096' });
    expect(screen.getByRole('button', { name: 'Prices 80 GiB $10,000' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Models GPT-3 175B ≤ 2,340' })).toBeTruthy();
    fireEvent.click(line);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Processors' }));
  });

  it('with a slider are always there', () => {
    type('Capacity', '1 TiB');
    expect(changes()).toEqual({ capacity: 1024 });
    fireEvent.keyDown(screen.getByRole('slider', { name: 'Capacity' }), { key: 'ArrowUp' });
    expect(changes()?.['capacity']).toBeGreaterThan(1024);
    type('Capacity', 'unlimited');
    expect(changes()).toEqual({ capacity: UNLIMITED });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Capacity' }).value).toBe('∞');
    fireEvent.click(screen.getByRole('button', { name: 'Reset Capacity to 512 GiB' }));
    expect(changes()).toBeUndefined();
  });

  it('take what their fields accept; what is refused stays as typed with what is allowed', () => {
    openInputs();
    type('Processors', '2k');
    type('Degrees', '8, 16 32');
    expect(changes()).toEqual({ count: 2000, degrees: [8, 16, 32] });
    type('Processors', '9000');
    expect(screen.getByRole('alert').textContent).toBe('“9000” does not do. Allowed: a whole number from 1 to 8192.');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Processors' }).value).toBe('9000');
    type('Processors', '4096');
    type('Degrees', '1, two');
    expect(screen.getByRole('alert').textContent).toMatch(/^“two” is not a number/);
    expect(changes()).toEqual({ degrees: [8, 16, 32] });
  });

  it('have an editor for each kind, and go back to the start together', () => {
    openInputs();
    fireEvent.click(screen.getByRole('switch', { name: 'Wide' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Goal' }), { target: { value: 'mfu' } });
    fireEvent.click(within(screen.getByRole('group', { name: 'Recompute' })).getByLabelText('None'));
    expect(changes()).toEqual({ wide: true, goal: 'mfu', recompute: ['full', 'none'] });
    expect(screen.getAllByRole('button', { name: /^Model preset: GPT-3 175B/ })).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: /^3 of the inputs changed/ }));
    expect(changes()).toBeUndefined();
  });

  it('edit lists of pairs in their places', () => {
    openInputs();
    type('Largest batch, GPT-3 175B', '1,024');
    type('Price, 80 GiB', '$12,000');
    type('Size, 80 GiB', '96');
    fireEvent.click(screen.getByRole('button', { name: 'Add to Prices' }));
    expect(changes()).toEqual({
      workloads: [['gpt3-175b', 1024]],
      prices: [
        [96, 12_000],
        [192, 12_000],
      ],
    });
    type('Size, 96 GiB', '192');
    expect(screen.getByRole('alert').textContent).toMatch(/^“192” does not do/);
    fireEvent.click(screen.getByRole('button', { name: 'Remove 192 GiB' }));
    expect(changes()?.['prices']).toEqual([[96, 12_000]]);
    fireEvent.click(screen.getByRole('button', { name: 'Add to Models' }));
    expect(changes()?.['workloads']).toHaveLength(2);
  });
});

describe('a run', () => {
  it('is started and stopped by its button, with its progress beside', () => {
    show({});
    expect(screen.getByText(/^This one takes a while/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(control.run).toHaveBeenCalledTimes(1);
    show({ status: 'running', answered: 16, total: 64, evaluated: 2e6, feasible: 5e5, ratePerSecond: 4e6 });
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(control.cancel).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Searching…')).toBeTruthy();
  });

  it.each([
    [{ status: 'error', error: 'A worker stopped twice.' }, /^A worker stopped twice/],
    [{ status: 'done', stale: true, answered: 1 }, /^The inputs have changed since/],
    [{ status: 'cancelled', answered: 1 }, /^Cancelled/],
    [{ problems: [{ field: 'count', message: 'There is no such machine.' }] }, /^Processors: There is no such machine/],
  ] as const)('says what there is to know: %j', async (state, message) => {
    show(state);
    expect(await screen.findByText(message)).toBeTruthy();
  });

  it('that is up to date has no button; one with problems does not start', () => {
    show({ status: 'done', answered: 1, total: 1 });
    expect(screen.queryByRole('button', { name: 'Run' })).toBeNull();
    expect(screen.getByText('Up to date')).toBeTruthy();
    show({ problems: [{ field: 'count', message: 'No.' }] });
    fireEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(control.run).not.toHaveBeenCalled();
  });
});

describe('the point in focus', () => {
  const card = (): HTMLElement => screen.getByRole('region', { name: 'The point in focus' });
  const pointAt = (place: number): void => {
    fireEvent.focus(document.querySelector(`[data-cell="${place}"]`) as Element);
  };

  it('shows its best strategy and stays; pressed, it becomes the current design', () => {
    found();
    expect(screen.getByText(/^The best is 248/, { selector: 'p' })).toBeTruthy();
    expect(card().textContent).toMatch(/^Point at a number/);
    pointAt(3);
    expect(card().textContent).toContain('t 8 · t8 p1');
    expect(card().textContent).toContain('248.4 samples/s');
    expect(card().textContent).toContain('500 of 1,000 strategies fit');
    fireEvent.blur(document.querySelector('[data-cell="3"]') as Element);
    expect(card().textContent).toContain('248.4 samples/s');
    expect(within(card()).getAllByRole('img')).toHaveLength(2);
    fireEvent.click(within(card()).getByRole('button', { name: 'Load' }));
    expect(control.adopt).toHaveBeenCalledWith('t8 p1');
    expect(screen.getByText(/^Now the current design/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('says what comes nearest and what stops the others where nothing fits', () => {
    found();
    pointAt(0);
    expect(card().textContent).toContain('nearest needs 2.00 GiB more HBM');
    expect(card().textContent).toContain('None of 1,000 fits; 80.0 % need more HBM');
    pointAt(4);
    expect(card().textContent).toContain('nothing fits');
    fireEvent.click(within(card()).getByRole('button', { name: 'Load' }));
    expect(control.adopt).not.toHaveBeenCalled();
    pointAt(2);
    expect(card().textContent).toContain('not searched yet');
  });
});
