import { beforeEach, expect, it } from 'vitest';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { designName, partName } from '../../src/state/design-name.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { PRESETS } from './preset-files.js';

let store: WorkbenchStore;
const state = () => store.getState();
const presetName = (): string => state().strategy.base.name;

beforeEach(() => {
  store = createWorkbench(openingState(PRESETS), PRESETS);
});

it('names a strategy as it came by what it came from', () => {
  expect(designName(state())).toBe(`GPT-3 175B · A100 80 GiB · ${presetName()}`);
});

it('names a strategy that was edited by what it is, until it is put back', () => {
  state().edit('strategy', { tensor_par: 4, pipeline_par: 64, data_par: 16 });
  expect(designName(state())).toBe('GPT-3 175B · A100 80 GiB · ×4,096 · t4 p64 d16');
  state().edit('strategy', { tensor_par: 8, data_par: 8, microbatch_size: 2 });
  expect(designName(state())).toBe('GPT-3 175B · A100 80 GiB · ×4,096 · t8 p64 d8');
  state().resetPart('strategy');
  expect(designName(state())).toContain(presetName());
});

it('says of a model or a machine that it was changed', () => {
  state().edit('model', { hidden: 8192 });
  state().edit('system', { 'mem1.GBps': 4000 });
  expect(partName(state().model)).toBe('GPT-3 175B (changed)');
  expect(designName(state())).toBe(`GPT-3 175B (changed) · A100 80 GiB (changed) · ${presetName()}`);
});

it('is what a baseline and a pinned design are called', () => {
  state().edit('strategy', { tensor_par: 4, data_par: 16 });
  state().setBaseline();
  state().compare(' ');
  const name = 'GPT-3 175B · A100 80 GiB · ×4,096 · t4 p64 d16';
  expect(state().baseline?.name).toBe(name);
  expect(state().compared.map((each) => each.name)).toEqual([name]);
});
