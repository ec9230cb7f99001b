import { beforeEach, describe, expect, it } from 'vitest';
import { WHOLE_SEARCH } from '../../src/core/inputs/search-input.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { deepFrozen, PRESETS } from './preset-files.js';

const OPENING = deepFrozen(openingState(PRESETS));
let store: WorkbenchStore;
const state = () => store.getState();

beforeEach(() => {
  store = createWorkbench(OPENING, PRESETS);
});

describe('what is asked of a search', () => {
  it('can be changed, undone and reset, and only to what a search takes', () => {
    state().editSearch({ max_batch: 100, bounds: { tensor_par: [1, 8] } });
    state().editSearch({ max_batch: 0 });
    state().editSearch({ bounds: { tensor_par: [8, 1] } });
    expect(state().search).toEqual({ ...WHOLE_SEARCH, max_batch: 100, bounds: { tensor_par: [1, 8] } });
    expect(state().history.past).toHaveLength(1);
    state().editSearch({ live: true });
    state().resetSearch();
    expect(state().search).toEqual({ ...WHOLE_SEARCH, live: true });
    state().undo();
    state().undo();
    state().undo();
    expect(state().search).toEqual(WHOLE_SEARCH);
  });

  it('is one step for a drag', () => {
    for (const GiB of [60, 50, 40]) state().editSearch({ hbm_limit_GiB: GiB }, { commit: false });
    state().commit();
    expect([state().search.hbm_limit_GiB, state().history.past.length]).toEqual([40, 1]);
  });

  it('tells what was changed from what was brought back', () => {
    expect(state().revisited).toBe(true);
    state().editSearch({ live: true });
    expect(state().revisited).toBe(false);
    state().undo();
    expect(state().revisited).toBe(true);
    state().redo();
    expect(state().revisited).toBe(true);
    state().edit('model', { hidden: 8192 }, { commit: false });
    expect(state().revisited).toBe(false);
    state().restore(openingState(PRESETS));
    expect(state().revisited).toBe(true);
  });
});

describe('a strategy that a search found', () => {
  const better = () => ({ ...state().strategy.value, microbatch_size: 2, batch_size: 3000 });

  it('is taken in one step, and keeps the batch that was searched', () => {
    state().takeStrategy(better(), 3072, 'step');
    expect([state().strategy.value, state().search.max_batch]).toEqual([better(), 3072]);
    state().takeStrategy({ ...better(), microbatch_size: 4 }, 3000, 'step');
    expect([state().search.max_batch, state().history.past.length]).toEqual([3072, 2]);
    state().undo();
    state().undo();
    expect([state().strategy.value.batch_size, state().search.max_batch]).toEqual([
      OPENING.strategy.value.batch_size,
      null,
    ]);
  });

  it('goes with the change before it when it follows, and leaves what can be redone', () => {
    state().edit('model', { hidden: 8192 });
    state().takeStrategy(better(), 3072, 'in-place');
    expect(state().history.past).toHaveLength(1);
    state().undo();
    expect(state().strategy.value).toEqual(OPENING.strategy.value);
    state().takeStrategy({ ...better(), microbatch_size: 4 }, 3072, 'in-place');
    state().redo();
    expect([state().model.value.hidden, state().strategy.value]).toEqual([8192, better()]);
  });

  it('is none that no field allows', () => {
    const { strategy } = state();
    state().takeStrategy({ ...better(), microbatch_size: 0 }, 3072, 'step');
    state().takeStrategy({ ...better(), microbatch_size: 0.5 }, 3072, 'in-place');
    expect(state().strategy).toBe(strategy);
  });
});
