import { beforeEach, describe, expect, it } from 'vitest';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { changedPaths } from '../../src/state/design-paths.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
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

describe('loading', () => {
  it('a preset keeps nothing of the part, and leaves the others alone', () => {
    state().edit('model', { hidden: 8192 });
    const { strategy } = state();
    state().loadPreset('model', 'megatron-1t');
    expect([state().model.base.presetId, state().model.value]).toEqual(['megatron-1t', state().model.base.value]);
    expect(state().strategy).toBe(strategy);
  });

  it('a file makes it the base', () => {
    state().loadFile('model', 'my\nmodel', { ...state().model.value, hidden: 8192 });
    expect(state().model.base).toMatchObject({ presetId: null, revision: 1, name: 'mymodel' });
    expect(changes().model).toEqual([]);
  });

  it('a design is one step, with names of its own where it has them', () => {
    const { model, system, strategy } = openingState(PRESETS);
    const networks = system.value.networks.slice(0, 1);
    const design = { model: model.value, system: { ...system.value, networks }, strategy: strategy.value };
    state().loadDesign('Study', design, { model: 'M', system: 'S', strategy: 'T' });
    expect([state().model.base.name, state().system.base.name, state().history.past.length]).toEqual(['M', 'S', 1]);
    state().loadDesign('Study', design);
    expect(state().strategy.base.name).toBe('Study');
  });

  it('a link can be undone', () => {
    const opening = openingState(PRESETS);
    state().edit('model', { hidden: 8192 });
    state().restore({ ...opening, view: { tab: 'layers', stage: 'wgrad', sort: null } });
    expect([state().model.value.hidden, state().view.tab]).toEqual([12288, 'layers']);
    state().undo();
    expect([state().model.value.hidden, state().view.tab]).toEqual([8192, 'layers']);
  });
});
