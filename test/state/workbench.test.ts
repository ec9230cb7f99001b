import { beforeEach, describe, expect, it } from 'vitest';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { changedPaths, isChanged } from '../../src/state/design-paths.js';
import { HISTORY_LIMIT } from '../../src/state/history.js';
import { provideWorkbench, selectDesign, workbench, type WorkbenchStore } from '../../src/state/workbench.js';
import { deepFrozen, PRESETS } from './preset-files.js';

let store: WorkbenchStore;
const state = () => store.getState();
const changes = () => ({
  model: changedPaths(state().model.base.value, state().model.value),
  system: changedPaths(state().system.base.value, state().system.value),
  strategy: changedPaths(state().strategy.base.value, state().strategy.value),
});

beforeEach(() => {
  store = createWorkbench(deepFrozen(openingState(PRESETS)), PRESETS);
  // whatever the store holds is shared by history, base and screen: writing to it must throw
  store.subscribe((now) =>
    deepFrozen({ model: now.model, system: now.system, strategy: now.strategy, past: now.history.past }),
  );
});

describe('editing', () => {
  it('changes inputs by path and shares the rest', () => {
    const before = state().system.value;
    state().edit('system', { 'mem1.GBps': 4000, 'networks.1.bandwidth': 50 });
    expect(state().system.value.mem1.GBps).toBe(4000);
    expect(state().system.value.matrix).toBe(before.matrix);
    expect(state().system.value.networks[0]).toBe(before.networks[0]);
    expect(changes()).toEqual({ model: [], system: ['mem1.GBps', 'networks.1.bandwidth'], strategy: [] });
    expect(isChanged(state().system.base.value, state().system.value, 'mem1')).toBe(true);
    expect(isChanged(state().system.base.value, state().system.value, 'mem2')).toBe(false);
  });

  it('adds and removes tiers and datatypes', () => {
    const [, second] = state().system.value.networks;
    const engine = { tflops: 600, gflops_efficiency: [[0, 1]] };
    state().edit('system', { 'networks.2': second, 'matrix.float8': engine, 'vector.float8': engine });
    state().edit('system', { 'vector.float16': undefined, 'networks.0': undefined });
    expect(state().system.value.networks).toEqual([second, second]);
    expect(changes().system).toContain('matrix.float8');
    expect(changes().system).toContain('vector.float16');
  });

  it('keeps at least one tier and one datatype of each engine', () => {
    const before = state().system;
    state().edit('system', { networks: [] });
    state().edit('system', { 'matrix.float16': undefined });
    expect(state().system).toBe(before);
  });

  it('takes a tier away with what the strategy says of it, in one step', () => {
    const [first, second] = state().system.value.networks;
    state().edit('system', { 'networks.2': { ...second, size: 7 } });
    state().edit('strategy', { tensor_par_net: 0, pipeline_par_net: 2, data_par_net: 1 });
    const before = { system: state().system, strategy: state().strategy };
    state().removeTier(1);
    expect(state().system.value.networks).toEqual([first, { ...second, size: 7 }]);
    expect(state().strategy.value).toMatchObject({ tensor_par_net: 0, pipeline_par_net: 1, data_par_net: 1 });
    state().undo();
    expect({ system: state().system, strategy: state().strategy }).toEqual(before);
    state().removeTier(2);
    expect(state().strategy.value).toMatchObject({ tensor_par_net: 0, pipeline_par_net: 1, data_par_net: 1 });
    for (const index of [0, 1, 2, -1, 0]) state().removeTier(index);
    expect(state().system.value.networks).toHaveLength(1);
    expect(state().strategy.value).toMatchObject({ tensor_par_net: 0, pipeline_par_net: 0, data_par_net: 0 });
  });

  it('takes no value that a field does not allow, and then none of the edit', () => {
    const before = state().system;
    for (const change of [
      { 'mem1.GBps': 0 },
      { 'mem1.GBps': NaN },
      { 'mem1.GBps': '4' },
      { 'mem1.GBpss': 4 },
      { 'networks.5.latency': 1, mem3: {} },
      { __proto__x: 1 },
      { 'mem1.MB_efficiency': [] },
    ])
      state().edit('system', { 'mem2.GBps': 64, ...change });
    expect(state().system).toBe(before);
    expect(state().canUndo).toBe(false);
  });

  it('replaces a part, its base as before', () => {
    const { base, value } = state().strategy;
    state().replacePart('strategy', { ...value, tensor_par: 4, data_par: 16 });
    expect(state().strategy.base).toBe(base);
    expect(changes().strategy).toEqual(['tensor_par', 'data_par']);
  });

  it('keeps one design object for the same inputs', () => {
    const design = selectDesign(state());
    state().setView({ tab: 'layers' });
    expect(selectDesign(state())).toBe(design);
    state().edit('model', { hidden: 8192 });
    expect(selectDesign(state())).not.toBe(design);
  });
});

describe('undo and redo', () => {
  it('go back and forth through finished changes', () => {
    state().edit('model', { hidden: 8192 });
    state().loadPreset('system', 'h100-80g-nvl8');
    state().undo();
    expect([state().system.base.presetId, state().model.value.hidden]).toEqual(['a100-80g', 8192]);
    state().undo();
    expect([state().model.value.hidden, state().canUndo, state().canRedo]).toEqual([12288, false, true]);
    state().undo();
    state().redo();
    state().redo();
    state().redo();
    expect([state().system.base.presetId, state().model.value.hidden, state().canRedo]).toEqual([
      'h100-80g-nvl8',
      8192,
      false,
    ]);
  });

  it('forget what was undone when something else is done', () => {
    state().edit('model', { hidden: 8192 });
    state().undo();
    state().edit('model', { seq_size: 4096 });
    expect(state().canRedo).toBe(false);
  });

  it('take a whole drag as one change', () => {
    for (const speed of [2100, 2500, 3000]) state().edit('system', { 'mem1.GBps': speed }, { commit: false });
    expect([state().dragging, state().history.past.length, state().canUndo]).toEqual([true, 0, true]);
    state().commit();
    expect([state().dragging, state().history.past.length]).toEqual([false, 1]);
    state().undo();
    expect(state().system.value.mem1.GBps).toBe(2048);
    state().redo();
    expect(state().system.value.mem1.GBps).toBe(3000);
  });

  it('end a drag that is followed by its final value, by something else, or by undo', () => {
    state().edit('system', { 'mem1.GBps': 2100 }, { commit: false });
    state().edit('system', { 'mem1.GBps': 2200 });
    expect([state().history.past.length, state().dragging]).toEqual([1, false]);
    state().edit('system', { 'mem1.GBps': 2300 }, { commit: false });
    state().edit('strategy', { training: false });
    expect(state().history.past).toHaveLength(3);
    state().undo();
    expect([state().strategy.value.training, state().system.value.mem1.GBps]).toEqual([true, 2300]);
    state().edit('system', { 'mem1.GBps': 2400 }, { commit: false });
    state().undo();
    expect([state().system.value.mem1.GBps, state().dragging]).toEqual([2300, false]);
    state().redo();
    expect(state().system.value.mem1.GBps).toBe(2400);
  });

  it('have nothing to do for a drag that came back, or a change that is none', () => {
    state().edit('model', { hidden: 8192 }, { commit: false });
    state().edit('model', { hidden: 12288 }, { commit: false });
    state().commit();
    state().edit('model', { hidden: 12288 });
    state().resetAll();
    state().loadPreset('model', 'no such preset');
    expect([state().canUndo, state().dragging]).toEqual([false, false]);
  });

  it('go back as far as the limit', () => {
    for (let step = 1; step <= HISTORY_LIMIT + 20; step += 1) state().edit('model', { seq_size: step });
    expect(state().history.past).toHaveLength(HISTORY_LIMIT);
    while (state().canUndo) state().undo();
    expect(state().model.value.seq_size).toBe(20);
  });
});

describe('resetting', () => {
  beforeEach(() => {
    state().edit('system', { 'mem1.GBps': 4000, 'mem1.GiB': 96, 'networks.0.latency': 1e-6 });
    state().edit('strategy', { tensor_par: 4 });
  });

  it('puts back a field, a group, a part, all of it', () => {
    state().resetPaths('system', ['mem1.GBps']);
    expect(changes().system).toEqual(['mem1.GiB', 'networks.0.latency']);
    state().resetPaths('system', ['mem1', 'networks.0.latency']);
    expect(changes().system).toEqual([]);
    expect(state().system.value).toBe(state().system.base.value);
    state().undo();
    state().resetPart('system');
    expect([changes().system, changes().strategy]).toEqual([[], ['tensor_par']]);
    state().resetAll();
    expect(changes()).toEqual({ model: [], system: [], strategy: [] });
  });

  it('puts back tiers and datatypes', () => {
    const added = state().system.value.networks[1];
    state().edit('system', { 'networks.2': added, 'networks.3': added });
    state().edit('system', { 'matrix.float8': { tflops: 600, gflops_efficiency: [[0, 1]] } });
    state().resetPaths('system', changes().system);
    expect(changes().system).toEqual([]);
    state().edit('system', { 'networks.1': undefined });
    expect(changes().system).toEqual(['networks.1']);
    state().resetPaths('system', ['networks.1']);
    expect(changes().system).toEqual([]);
  });

  it('puts back the only degree that differs, and repairs nothing beside it', () => {
    state().resetAll();
    const { base } = state().strategy;
    // interleavings that four blocks a stage do not divide into: the rules are broken at the base
    state().restore({
      ...state(),
      strategy: { base: { ...base, value: { ...base.value, pipeline_interleaving: 7 } }, value: base.value },
    });
    state().resetPaths('strategy', ['pipeline_interleaving']);
    state().edit('strategy', { pipeline_par: 1000 });
    expect(changes().strategy).toEqual(['pipeline_par']);
    state().resetPaths('strategy', changes().strategy);
    expect(state().strategy.value).toBe(state().strategy.base.value);
    expect(state().strategy.value.pipeline_interleaving).toBe(7);
  });
});

it('a baseline stays what it was', () => {
  state().setBaseline();
  state().edit('model', { hidden: 8192 });
  expect(state().baseline?.design.model.hidden).toBe(12288);
  expect(state().baseline?.name).toContain('GPT-3 175B');
  state().dropBaseline();
  expect(state().baseline).toBeNull();
});

it('the app’s store is the one it was handed', () => {
  provideWorkbench(store);
  expect(workbench()).toBe(store);
});
