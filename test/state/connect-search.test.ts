import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Design } from '../../src/core/inputs/design.js';
import { reportDesign } from '../../src/core/report.js';
import { openingState } from '../../src/share/opening-state.js';
import { connectSearch } from '../../src/state/connect-search.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import {
  NO_SEARCH,
  provideSearch,
  searchControl,
  useSearch,
  type SearchControl,
} from '../../src/state/search-results.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { designOf } from '../engine/search-designs.js';
import { FakeSearch, turn } from './fake-search.js';
import { PRESETS } from './preset-files.js';

let store: WorkbenchStore;
let engine: FakeSearch;
let control: SearchControl;
let stop: () => void;
const state = () => store.getState();
const found = () => useSearch.getState();
const reports = { report: vi.fn(async (design: Design) => reportDesign(design)) };
/** GPT-3 on few processors: a space of some ten thousand strategies. */
const SMALL = designOf('megatron-22b', 'a100-80g', 8, 24);
/** More than 10^9 strategies: a batch with many divisors, and four tiers. */
const WIDE = designOf('gpt3-175b', 'h100-80g-nvl8', 4096, 735_134_400);
const [inner, outer] = WIDE.system.networks;
const HUGE = { ...WIDE, system: { ...WIDE.system, networks: [inner, outer, outer, outer] } } as Design;

function connect(design = SMALL, live = false): void {
  store = createWorkbench(openingState(PRESETS), PRESETS);
  store.getState().loadDesign('test', design);
  if (live) store.getState().editSearch({ live });
  engine = new FakeSearch();
  ({ control, stop } = connectSearch(store, engine, reports));
}
const answered = async (): Promise<void> => {
  engine.last.answer();
  await turn();
};

beforeEach(() => {
  useSearch.setState(NO_SEARCH, true);
  connect();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('workers', () => {
  it('are made ready when the search is looked at, or is about to be started', () => {
    vi.useFakeTimers();
    state().setView({ tab: 'layers' });
    vi.advanceTimersByTime(1000);
    expect(engine.warmed).toHaveLength(0);
    state().setView({ tab: 'search' });
    vi.advanceTimersByTime(1000);
    expect(engine.warmed).toHaveLength(1);
    control.prepare();
    expect(engine.warmed).toHaveLength(2);
    // it works already
    control.start();
    control.prepare();
    state().edit('strategy', { datatype: 'float8' });
    control.cancel();
    expect(engine.warmed).toHaveLength(2);
  });

  it('have nothing to practise on what cannot be searched', () => {
    state().edit('strategy', { datatype: 'float8' });
    control.prepare();
    expect(engine.warmed).toHaveLength(0);
  });
});

describe('a search that is started', () => {
  it('asks for the inputs and shows what was found, with a report of the best', async () => {
    control.start();
    expect(found()).toMatchObject({ status: 'running', tally: null });
    expect(engine.last.input.max_batch).toBe(24);
    await answered();
    await turn();
    const { status, tally, bestStrategy, bestReport, total, stale } = found();
    expect([status, stale, tally?.evaluated]).toEqual(['done', false, total]);
    expect(bestReport?.outcome.kind).toBe('feasible');
    if (bestReport?.outcome.kind !== 'feasible') return;
    expect(bestReport.outcome.evaluation.efficiency.sampleRate).toBeCloseTo(tally?.best[0]?.rate ?? 0, 9);
    expect(bestStrategy?.num_procs).toBe(8);
    // found, not taken
    expect(state().strategy.value).toEqual(SMALL.strategy);
  });

  it('finds the strategy of least HBM for that objective', async () => {
    state().editSearch({ objective: 'least_hbm', least_hbm_share: 0.5 });
    control.start();
    await answered();
    const { tally, bestPlace } = found();
    const best = tally?.front.find(({ place }) => place === bestPlace);
    expect(best?.tier1Bytes).toBeLessThan(tally?.front.at(-1)?.tier1Bytes ?? 0);
    expect(best?.rate).toBeGreaterThanOrEqual(0.5 * (tally?.best[0]?.rate ?? 0));
  });

  it('shows partial results and how long it takes', async () => {
    control.start();
    const { options, answer } = engine.last;
    options.onProgress({ evaluated: 10, swept: 250, total: 1000, elapsedSeconds: 2, tally: null });
    expect(found()).toMatchObject({ evaluated: 10, ratePerSecond: 5, elapsedSeconds: 2, estimatedSeconds: 8 });
    expect(found().tally).toBeNull();
    const tally = answer();
    options.onProgress({ evaluated: 20, swept: 500, total: 1000, elapsedSeconds: 3, tally });
    expect(found()).toMatchObject({ status: 'running', tally, bestReport: null });
    await turn();
    expect(found().status).toBe('done');
  });

  it('keeps its results, marked stale, while inputs change, and is fresh again when they come back', async () => {
    control.start();
    await answered();
    state().edit('system', { 'mem1.GBps': 3000 });
    expect(found().stale).toBe(true);
    state().undo();
    expect(found().stale).toBe(false);
    state().edit('strategy', { tensor_par_overlap: 'pipe' });
    expect(found().stale).toBe(false);
    state().edit('strategy', { datatype: 'float32' });
    expect(found().stale).toBe(true);
  });

  it('takes the place of the one that runs', async () => {
    control.start();
    state().editSearch({ objective: 'mfu' });
    control.start();
    expect(engine.asked.map(({ options }) => options.signal.aborted)).toEqual([true, false]);
    await answered();
    expect(found().input?.objective).toBe('mfu');
  });

  it('can be cancelled, and keeps what it found', async () => {
    control.start();
    control.cancel();
    await turn();
    expect(found()).toMatchObject({ status: 'cancelled', error: null });
  });

  it('says what went wrong', async () => {
    control.start();
    engine.last.fail(new Error('It stopped.'));
    await turn();
    expect(found()).toMatchObject({ status: 'error', error: 'It stopped.' });
    control.start();
    await answered();
    expect(found()).toMatchObject({ status: 'done', error: null });
  });

  it('does not start when it cannot', () => {
    state().edit('strategy', { datatype: 'float8' });
    control.start();
    expect(engine.asked).toHaveLength(0);
    expect(found().problems).toEqual([expect.stringContaining('no matrix and vector engine for float8')]);
  });

  it('keeps rows when asked and says when they do not fit', async () => {
    control.start({ rows: true });
    expect(engine.last.options.mostRows).toBeGreaterThan(1e6);
    await answered();
    expect(found().tally?.rows?.count).toBe(found().tally?.feasible);
    expect(found().rowsDropped).toBe(false);
    control.start({ rows: true });
    useSearch.setState({ rowsDropped: false });
    const none = { ...engine.last.answer(), rows: null };
    engine.last.options.onProgress({ evaluated: 1, swept: 1, total: 1, elapsedSeconds: 1, tally: none });
    expect(found().rowsDropped).toBe(false);
  });
});

describe('a found strategy', () => {
  it('becomes the current one in one step, with the batch that was searched', async () => {
    control.start();
    await answered();
    const last = (found().total - 1) / 2;
    expect(control.strategyAt(0)?.num_procs).toBe(8);
    expect([control.strategyAt(-1), control.strategyAt(found().total), control.strategyAt(0.5)]).toEqual([
      null,
      null,
      null,
    ]);
    const { length } = state().history.past;
    control.adopt(Math.floor(last));
    expect(state().strategy.value).toEqual(control.strategyAt(Math.floor(last)));
    expect([state().search.max_batch, state().history.past.length]).toEqual([24, length + 1]);
    expect(found().stale).toBe(false);
    state().undo();
    expect(state().strategy.value).toEqual(SMALL.strategy);
    expect(state().search.max_batch).toBeNull();
  });

  it('is none before the first search', () => {
    control.adopt(0);
    expect(control.strategyAt(0)).toBeNull();
    expect(state().strategy.value).toEqual(SMALL.strategy);
  });
});

describe('a search over a minute', () => {
  beforeEach(() => {
    stop();
    connect(HUGE);
  });

  it('says how long first, and starts when told again', () => {
    control.start();
    expect(engine.asked).toHaveLength(0);
    expect(found()).toMatchObject({ long: true, status: 'idle' });
    expect(found().notice).toMatch(/strategies take about/);
    expect(found().estimatedSeconds).toBeGreaterThan(60);
    control.start({ long: true });
    expect(engine.asked).toHaveLength(1);
    expect(found().notice).toBeNull();
  });

  it('is never live', () => {
    state().editSearch({ live: true });
    expect(engine.asked).toHaveLength(0);
    expect(found().notice).toMatch(/^The search is not live here: [\d,]+ strategies take about/);
    state().edit('strategy', { num_procs: 8, batch_size: 8 });
    expect(engine.asked).toHaveLength(1);
    expect(found().notice).toBeNull();
  });

  it('is announced when its view is looked at', async () => {
    vi.useFakeTimers();
    state().setView({ tab: 'search' });
    await vi.advanceTimersByTimeAsync(500);
    expect(found()).toMatchObject({ long: true, status: 'idle' });
    expect(found().plannedTotal).toBeGreaterThan(1e9);
    state().edit('strategy', { num_procs: 8, batch_size: 8 });
    await vi.advanceTimersByTimeAsync(500);
    expect(found().long).toBe(false);
    expect(engine.asked).toHaveLength(0);
  });

  it('is one that was measured to be slow', async () => {
    stop();
    connect(designOf('gpt3-175b', 'a100-80g', 64, 64));
    control.start();
    engine.last.options.onProgress({ evaluated: 2e6, swept: 2e6, total: 2e6, elapsedSeconds: 200, tally: null });
    await answered();
    const before = engine.asked.length;
    control.start();
    expect(found().long).toBe(true);
    expect(engine.asked).toHaveLength(before);
  });
});

it('the app’s search is the one it was handed', () => {
  provideSearch(control);
  expect(searchControl()).toBe(control);
});
