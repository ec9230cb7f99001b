import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportDesign } from '../../src/core/report.js';
import { openingState } from '../../src/share/opening-state.js';
import { connectSearch } from '../../src/state/connect-search.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { NO_SEARCH, useSearch, type SearchControl } from '../../src/state/search-results.js';
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
const DESIGN = designOf('megatron-22b', 'a100-80g', 8, 25);
const reports = { report: async () => reportDesign(DESIGN) };
const drag = (GBps: number): void => state().edit('system', { 'mem1.GBps': GBps }, { commit: false });
const answered = async (): Promise<void> => {
  engine.last.answer();
  await turn();
};
const best = () => found().bestStrategy;

beforeEach(async () => {
  useSearch.setState(NO_SEARCH, true);
  store = createWorkbench(openingState(PRESETS), PRESETS);
  state().loadDesign('test', DESIGN);
  engine = new FakeSearch();
  ({ control, stop } = connectSearch(store, engine, reports));
  state().editSearch({ live: true });
  await answered();
});
afterEach(() => stop());

describe('the live optimum', () => {
  it('follows the best as soon as it is switched on, says what flipped, and does not search for its own change', () => {
    expect(state().strategy.value).toEqual(best());
    expect(found().flips.map(({ path }) => path)).toContain('tensor_par');
    expect(found().flipCount).toBe(1);
    expect(engine.asked).toHaveLength(1);
  });

  it('goes on searching with the batch it began with, though the best strategy uses less', async () => {
    expect(state().search.max_batch).toBe(25);
    for (const GBps of [100, 10_000, 2039]) {
      state().edit('system', { 'mem1.GBps': GBps });
      expect(engine.last.input.max_batch).toBe(25);
      await answered();
    }
  });

  it('is one undo step with the switch', () => {
    state().undo();
    expect(state().search.live).toBe(false);
    expect(state().search.max_batch).toBeNull();
    expect(state().strategy.value).toEqual(DESIGN.strategy);
    expect(engine.asked).toHaveLength(1);
  });

  it('searches one at a time while dragging, then the newest, and is one undo step with the drag', async () => {
    const before = state();
    const steps = before.history.past.length;
    [3000, 400, 30].forEach(drag);
    expect(engine.asked.map(({ design }) => design.system.mem1.GBps).slice(1)).toEqual([3000]);
    await answered();
    expect(engine.asked.map(({ design }) => design.system.mem1.GBps).slice(1)).toEqual([3000, 30]);
    expect(state().strategy.value).toEqual(best());
    await answered();
    drag(20);
    await answered();
    state().commit();
    expect(state().strategy.value).toEqual(best());
    expect(state().history.past).toHaveLength(steps + 1);
    state().undo();
    expect(state().system).toBe(before.system);
    expect(state().strategy).toBe(before.strategy);
  });

  it('joins the drag that has ended before its answer came', async () => {
    const before = state();
    drag(30);
    state().commit();
    const steps = state().history.past.length;
    await answered();
    expect(state().history.past).toHaveLength(steps);
    state().undo();
    expect(state().strategy).toBe(before.strategy);
  });

  it('leaves what undo and redo bring back as it was, and what was undone can be redone', async () => {
    const manual = control.strategyAt(0);
    control.adopt(0);
    expect(engine.asked).toHaveLength(1);
    state().edit('system', { 'mem1.GBps': 30 });
    await answered();
    const after = state().strategy;
    expect(after.value).not.toEqual(manual);
    state().undo();
    await answered();
    expect(state().strategy.value).toEqual(manual);
    expect(found().design?.system.mem1.GBps).toBe(DESIGN.system.mem1.GBps);
    expect(state().canRedo).toBe(true);
    state().redo();
    await answered();
    expect(state().strategy).toBe(after);
  });

  it('follows N, and the model, only with an answer for them', async () => {
    state().edit('system', { 'mem1.GBps': 30 });
    state().edit('strategy', { num_procs: 16, data_par: 16, tensor_par: 1, pipeline_par: 1, batch_size: 16 });
    await answered();
    expect(state().strategy.value.num_procs).toBe(16);
    expect(state().strategy.value.pipeline_par).toBe(1);
    await answered();
    expect(state().strategy.value).toEqual(best());
    expect(best()?.num_procs).toBe(16);
  });

  it('leaves a strategy chosen by hand until the next change', async () => {
    control.adopt(5);
    state().edit('strategy', { data_par_overlap: false });
    expect(engine.asked).toHaveLength(1);
    state().edit('system', { 'mem1.GBps': 30 });
    await answered();
    expect(state().strategy.value).toEqual(best());
  });

  it('searches no more when it is switched off, and then changes nothing', async () => {
    state().edit('system', { 'mem1.GBps': 30 });
    state().editSearch({ live: false });
    const { strategy } = state();
    await answered();
    expect(state().strategy).toBe(strategy);
    state().edit('system', { 'mem1.GBps': 20 });
    expect(engine.asked).toHaveLength(2);
  });

  it('keeps the strategy when nothing fits', async () => {
    const { strategy } = state();
    state().edit('system', { 'mem1.GiB': 0.001, 'mem2.GiB': 0 });
    await answered();
    expect([found().bestStrategy, found().tally?.feasible]).toEqual([null, 0]);
    expect(state().strategy).toBe(strategy);
  });

  it('of a link searches, and leaves the strategy that came with it', async () => {
    stop();
    useSearch.setState(NO_SEARCH, true);
    const opening = openingState(PRESETS);
    const part = <T>(value: T) => ({ base: { presetId: null, revision: 1, name: 'test', value }, value });
    store = createWorkbench(
      {
        ...opening,
        model: part(DESIGN.model),
        system: part(DESIGN.system),
        strategy: part(DESIGN.strategy),
        search: { ...opening.search, live: true },
      },
      PRESETS,
    );
    engine = new FakeSearch();
    ({ control, stop } = connectSearch(store, engine, reports));
    await answered();
    expect(found().status).toBe('done');
    expect(state().strategy.value).toEqual(DESIGN.strategy);
    state().edit('system', { 'mem1.GBps': 30 });
    await answered();
    expect(state().strategy.value).toEqual(best());
  });
});
