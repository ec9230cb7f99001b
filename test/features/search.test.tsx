// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WHOLE_SEARCH, type SearchInput } from '../../src/core/inputs/search-input.js';
import { reportDesign } from '../../src/core/report.js';
import { strategyAt } from '../../src/core/search/space.js';
import { writeStrategy } from '../../src/core/strategy/write-strategy.js';
import { QuantityInspector } from '../../src/features/headline/quantity-inspector.js';
import { Search } from '../../src/features/search/search.js';
import { choose } from '../../src/features/search/view-choices.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { useHow } from '../../src/state/how.js';
import { useResults } from '../../src/state/results.js';
import { NO_SEARCH, provideSearch, useSearch, type SearchState } from '../../src/state/search-results.js';
import { provideWorkbench, selectDesign, workbench } from '../../src/state/workbench.js';
import { SMALL_DESIGN, SMALL_INPUT, smallSearch } from './small-search.js';
import { PRESETS } from '../state/preset-files.js';

const control = {
  start: vi.fn<(options?: object) => void>(),
  cancel: vi.fn<() => void>(),
  prepare: vi.fn<() => void>(),
  adopt: vi.fn<(place: number) => void>(),
  strategyAt: (place: number) => writeStrategy(strategyAt(space, place)),
};
const { space, tally } = smallSearch(0);

/** The state after a search of the small design. */
function found(mostRows: number, input: Partial<SearchInput> = {}): Partial<SearchState> {
  const result = mostRows === 0 && Object.keys(input).length === 0 ? { space, tally } : smallSearch(mostRows, input);
  const [best] = result.tally.best;
  const bestStrategy = best === undefined ? null : writeStrategy(strategyAt(result.space, best.place));
  return {
    status: 'done',
    design: SMALL_DESIGN,
    input: { ...SMALL_INPUT, ...input },
    total: result.space.size,
    plannedTotal: result.space.size,
    evaluated: result.tally.evaluated,
    tally: result.tally,
    bestPlace: best?.place ?? null,
    bestStrategy,
    bestReport: bestStrategy === null ? null : reportDesign({ ...SMALL_DESIGN, strategy: bestStrategy }),
  };
}

/** The results are drawn when nothing more urgent waits; a busy machine takes its time. */
const PATIENT = { timeout: 10_000 };
const show = (state: Partial<SearchState>): void => act(() => useSearch.setState(state));
const region = (name: string): HTMLElement => screen.getByRole('region', { name });
const firstRow = (): HTMLElement => within(screen.getByRole('grid')).getAllByRole('row')[1] as HTMLElement;

beforeEach(() => {
  vi.clearAllMocks();
  provideSearch(control);
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  useSearch.setState(NO_SEARCH, true);
  choose({ keepRows: false, settingsOpen: false, filter: '', sort: null });
  const design = selectDesign(workbench().getState());
  useResults.setState({ status: 'ready', report: reportDesign(design), design });
  render(<Search />);
});
afterEach(cleanup);

describe('the search bar', () => {
  it('says what is searched and starts it', () => {
    show({ plannedTotal: 14_049_664 });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(
      'Every way to train GPT-3 175B on 4,096 × A100 80 GiB, batch up to 2,320: 14,049,664 strategies',
    );
    expect(screen.getByText('No search yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Search' }));
    expect(control.start).toHaveBeenCalledWith({ rows: false });
  });

  it('shows how far it is, and cancels', async () => {
    const running = { evaluated: 2_500_000, plannedTotal: 10_000_000, ratePerSecond: 5e6, elapsedSeconds: 0.5 };
    show({ status: 'running', ...running, estimatedSeconds: 41 });
    await waitFor(() => expect(screen.getByText('2,500,000 tried')).toBeTruthy());
    expect(screen.getByText('5.00 M/s')).toBeTruthy();
    expect(screen.getByText('41 s left')).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(control.cancel).toHaveBeenCalled();
  });

  it('says how long a long search takes before it starts it', () => {
    show({ long: true, estimatedSeconds: 720 });
    expect(screen.getByText(/^This search takes about 12 min/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Search anyway' }));
    expect(control.start).toHaveBeenCalledWith({ rows: false, long: true });
  });

  it.each([
    ['problems', { problems: ['The system has no matrix and vector engine for float8.'] }, /float8/],
    ['an error', { status: 'error', error: 'A worker stopped twice.' }, /A worker stopped twice/],
    ['old results', { ...found(0), stale: true }, /The inputs have changed since/],
    ['dropped rows', { ...found(0), rowsDropped: true }, /more feasible rows than fit/],
    ['a cancelled search', { ...found(0), status: 'cancelled' }, /^Cancelled/],
  ] as const)('says so: %s', (_, state, message) => {
    show(state);
    expect(screen.getByText(message)).toBeTruthy();
  });

  it('does not start what has no answer', () => {
    show({ problems: ['No engine.'] });
    fireEvent.click(screen.getByRole('button', { name: 'Search' }));
    expect(control.start).not.toHaveBeenCalled();
  });
});

describe('constraints', () => {
  const input = () => workbench().getState().search;

  it('are set in the settings, marked, and removed by their chip', () => {
    fireEvent.click(screen.getByRole('button', { name: 'Objective and constraints' }));
    const full = within(screen.getByRole('group', { name: 'Allowed: Recompute' })).getByLabelText('Full');
    fireEvent.click(full);
    expect(input().allowed).toEqual({ activation_recompute: ['attn_only', 'none'] });
    expect(screen.getByRole('button', { name: 'Reset Recompute to all' })).toBeTruthy();
    const most = screen.getByRole('textbox', { name: 'Tensor parallel at most' });
    fireEvent.focus(most);
    fireEvent.change(most, { target: { value: '8' } });
    fireEvent.keyDown(most, { key: 'Enter' });
    expect(input().bounds).toEqual({ tensor_par: [1, 8] });
    fireEvent.click(screen.getByRole('button', { name: 'Remove the constraint t ≤ 8' }));
    expect(input().bounds).toEqual({});
    fireEvent.click(screen.getByRole('button', { name: 'Reset the search' }));
    expect(input()).toEqual(WHOLE_SEARCH);
  });

  it('always leave one value of a choice', () => {
    fireEvent.click(screen.getByRole('button', { name: 'Objective and constraints' }));
    const group = within(screen.getByRole('group', { name: 'Allowed: Offload weights' }));
    fireEvent.click(group.getByLabelText('on'));
    fireEvent.click(group.getByLabelText('off'));
    expect(input().allowed).toEqual({ weight_offload: ['false'] });
  });

  it('refuse bounds in the wrong order', () => {
    fireEvent.click(screen.getByRole('button', { name: 'Objective and constraints' }));
    act(() =>
      workbench()
        .getState()
        .editSearch({ bounds: { pipeline_par: [1, 4] } }),
    );
    const least = screen.getByRole('textbox', { name: 'Pipeline parallel at least' });
    fireEvent.focus(least);
    fireEvent.change(least, { target: { value: '8' } });
    fireEvent.keyDown(least, { key: 'Enter' });
    expect(screen.getByRole('alert').textContent).toBe('The least cannot exceed the most, 4.');
    expect(input().bounds).toEqual({ pipeline_par: [1, 4] });
  });
});

describe('results', () => {
  it('show the best, the counts, and the table; each is taken over by a press', async () => {
    show(found(0));
    await screen.findByRole('region', { name: 'Best strategy' }, PATIENT);
    const best = tally.best[0];
    const feasible = screen.getByRole('row', { name: /^Feasible/ });
    expect(feasible.textContent).toContain(tally.feasible.toLocaleString('en'));
    expect(region('Strategies').textContent).toContain(
      `The best 100 of ${tally.feasible.toLocaleString('en')} feasible`,
    );
    fireEvent.click(within(region('Best strategy')).getByRole('button', { name: 'Use it' }));
    expect(control.adopt).toHaveBeenLastCalledWith(best?.place);
    expect(screen.getByText('Now the current strategy:', { exact: false })).toBeTruthy();
    fireEvent.click(firstRow());
    expect(control.adopt).toHaveBeenCalledTimes(2);
    const grid = screen.getByRole('grid');
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(control.adopt).toHaveBeenLastCalledWith(tally.best[1]?.place);
    fireEvent.click(screen.getByRole('button', { name: 'Load it' }));
    expect(control.adopt).toHaveBeenLastCalledWith(tally.nearestMiss?.place);
  });

  it('say that they are of a part while the search runs, and when it was stopped', async () => {
    show(found(0));
    await screen.findByRole('region', { name: 'Best strategy' }, PATIENT);
    const heading = (): string => within(region('Best strategy')).getByRole('heading').textContent;
    const whole = heading();
    const figure = (): string | undefined =>
      within(screen.getByRole('figure', { name: /fit/ })).getByRole('heading').textContent;
    const wholeFigure = figure();
    show({ status: 'running' });
    expect(heading()).toBe(`So far: ${whole}`);
    expect(figure()).toBe(`So far: ${wholeFigure}`);
    fireEvent.click(within(region('Best strategy')).getByRole('button', { name: 'Use best so far' }));
    expect(control.adopt).toHaveBeenLastCalledWith(tally.best[0]?.place);
    show({ status: 'cancelled' });
    expect(heading()).toBe(`Of what was tried: ${whole}`);
    expect(figure()).toBe(`Of what was tried: ${wholeFigure}`);
    // the next search has begun, and has no result yet
    show({ status: 'running', evaluated: 0 });
    expect(heading()).toBe(whole);
    show({ status: 'done' });
    expect(within(region('Best strategy')).getByRole('button', { name: 'Use it' })).toBeTruthy();
  });

  it('follow the filter and the headings of the table', async () => {
    show(found(1e6));
    await waitFor(() => expect(region('Strategies').textContent).toMatch(/^All [\d,]+ feasible strategies/), PATIENT);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'p=2 recompute=full' } });
    await waitFor(() => expect(screen.getByText(/^[\d,]+ match$/)).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: 'HBM, GiB' }));
    expect(screen.getByRole('columnheader', { name: /HBM/ }).getAttribute('aria-sort')).toBe('ascending');
    expect(firstRow().textContent).toContain('full');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'p=many' } });
    expect(screen.getByText(/wants a number/)).toBeTruthy();
  });

  it('explain the numbers of any strategy that is named, without taking it over', async () => {
    render(<QuantityInspector />);
    show(found(0));
    await screen.findByRole('region', { name: 'Best strategy' }, PATIENT);
    for (const each of screen.getAllByRole('button', { name: 'Table' })) fireEvent.click(each);
    const asked = (name: string, row: number, column: number): unknown[] => {
      const cell = within(screen.getByRole('table', { name })).getAllByRole('row')[row]?.children[column];
      fireEvent.click(cell?.querySelector('button') ?? document.body);
      const { trail, of } = useHow.getState();
      return [trail[0], of?.name.split(':')[0], of?.design.strategy];
    };
    const [first, second] = tally.best.map(({ place }) => control.strategyAt(place));
    expect(asked('Rates of the best strategies', 1, 1)).toEqual(['sample-rate', 'Rank 1 of the search', first]);
    expect(asked('Rates of the best strategies', 2, 0)).toEqual(['sample-rate', 'Rank 2 of the search', second]);
    const front = control.strategyAt(tally.front[0]?.place ?? 0);
    expect(asked('The Pareto front', 1, 1)).toEqual(['sample-rate', 'On the front', front]);
    expect(asked('The Pareto front', 1, 3)).toEqual(['total-time', 'On the front', front]);
    fireEvent.click(screen.getByText(/^Nearest miss:/).querySelector('button') ?? document.body);
    expect(useHow.getState()).toMatchObject({
      trail: ['tier1-memory'],
      of: { design: { strategy: control.strategyAt(tally.nearestMiss?.place ?? 0) } },
    });
    expect(control.adopt).not.toHaveBeenCalled();
  });

  it('say that nothing is feasible, why, and how near it was', async () => {
    show(found(0, { hbm_limit_GiB: 0.01 }));
    await waitFor(() => expect(screen.getByText('No strategy is feasible')).toBeTruthy());
    expect(region('Best strategy').textContent).toMatch(/The nearest needs .* more HBM than it may use/);
    expect(region('Best strategy').textContent).toContain('Remove a constraint above.');
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('say that there is nothing to try', async () => {
    show(found(0, { bounds: { tensor_par: [3, 3] } }));
    await waitFor(() => expect(screen.getByText('There is no strategy to try')).toBeTruthy());
  });
});
