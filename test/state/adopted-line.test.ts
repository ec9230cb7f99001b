import { beforeEach, expect, it } from 'vitest';
import { adoptedLine } from '../../src/state/adopted-line.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { selectDesign, type WorkbenchStore } from '../../src/state/workbench.js';
import { PRESETS } from './preset-files.js';

let store: WorkbenchStore;
const state = () => store.getState();

beforeEach(() => {
  store = createWorkbench(openingState(PRESETS), PRESETS);
});

it('is the strategy alone where model and machine stay', () => {
  const before = state();
  state().edit('strategy', { tensor_par: 4, data_par: 16 });
  expect(adoptedLine(before, state())).toMatch(/^t4 p64 d16 v\d+ b\d+, recompute /);
});

it('says which model and which machine took the place of others, and the degrees once', () => {
  const before = state();
  state().loadPreset('model', 'megatron-1t');
  expect(adoptedLine(before, state())).toMatch(/^Megatron 1T, t8 p64 d8 /);
  state().loadPreset('system', 'h100-80g-nvl8');
  const both = adoptedLine(before, state());
  expect(both).toMatch(/^Megatron 1T on .*H100.* ×4,096, t8 p64 d8 /);
  expect(both.match(/t ?8/g)).toHaveLength(1);
});

it('counts the processors where they are others, and says that a machine is a changed one', () => {
  const before = state();
  state().edit('strategy', { num_procs: 2048, data_par: 4 });
  expect(adoptedLine(before, state())).toMatch(/^A100 80 GiB ×2,048, t8 p64 d4 /);
  state().edit('system', { 'mem1.GBps': 4000 });
  expect(adoptedLine(before, state())).toMatch(/^A100 80 GiB \(changed\) ×2,048, t8/);
});

it('takes the same values for the same, whatever they are called', () => {
  const before = state();
  state().loadDesign('A file', selectDesign(state()));
  expect(adoptedLine(before, state())).toMatch(/^t8 p64 d8 /);
});
