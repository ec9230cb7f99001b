import { beforeEach, expect, it } from 'vitest';
import { STUDIES } from '../../src/core/studies/studies.js';
import { ask } from '../core/studies/ask.js';
import { studyInputs } from '../../src/core/studies/study.js';
import { isWholePart } from '../../src/share/part-check.js';
import { openingState } from '../../src/share/opening-state.js';
import { DESIGN_PARTS } from '../../src/share/shared-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { watchedWorld } from '../../src/state/study-world.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { deepFrozen, PRESETS } from './preset-files.js';

let store: WorkbenchStore;
const state = () => store.getState();
beforeEach(() => {
  store = createWorkbench(deepFrozen(openingState(PRESETS)), PRESETS);
});

it('opens with the first study', () => {
  expect(state().study).toEqual({ open: STUDIES[0]?.id, changes: {} });
});

it('which study is open is no step for undo', () => {
  state().openStudy('offloading');
  state().openStudy('nobody');
  expect(state().study.open).toBe('offloading');
  expect(state().canUndo).toBe(false);
  state().editStudy('offloading', { tier2GBps: 50 });
  state().openStudy('time-memory-maps');
  state().undo();
  expect(state().study).toEqual({ open: 'time-memory-maps', changes: {} });
  state().redo();
  expect(state().study).toEqual({ open: 'time-memory-maps', changes: { offloading: { tier2GBps: 50 } } });
});

it('takes what the fields take and nothing else, and keeps only what differs', () => {
  const edit = (patch: Record<string, unknown>) => state().editStudy('offloading', patch as never);
  edit({ tier2GBps: 50, model: 'gpt3-175b' });
  expect(state().study.changes['offloading']).toMatchObject({ tier2GBps: 50 });
  const before = state().study;
  for (const patch of [
    { tier2GBps: 'much' },
    { tier2GBps: -1 },
    { tier2GBps: Number.NaN },
    { nothing: 1 },
    { __proto__x: 1 },
    { constructor: 1 },
    { model: 'a b' },
    { tier2GBps: 60, model: '' },
  ])
    edit(patch);
  state().editStudy('nobody', { tier2GBps: 1 });
  expect(state().study).toBe(before);
  const initial = STUDIES.find(({ id }) => id === 'offloading')?.fields['tier2GBps']?.initial;
  edit({ tier2GBps: initial, model: STUDIES.find(({ id }) => id === 'offloading')?.fields['model']?.initial });
  expect(state().study.changes).toEqual({});
});

it('a drag is one step, and a reset another', () => {
  for (const tier2GBps of [20, 30, 40]) state().editStudy('offloading', { tier2GBps }, { commit: false });
  expect(state().dragging).toBe(true);
  state().commit();
  state().resetStudy('offloading');
  expect(state().study.changes).toEqual({});
  state().undo();
  expect(state().study.changes).toEqual({ offloading: { tier2GBps: 40 } });
  state().undo();
  expect(state().study.changes).toEqual({});
  expect(state().canUndo).toBe(false);
});

it('a link brings the study that is open', () => {
  state().restore({
    ...openingState(PRESETS),
    study: { open: 'offloading', changes: { offloading: { tier2GBps: 50 } } },
  });
  expect(state().study.open).toBe('offloading');
  state().undo();
  expect(state().study).toEqual({ open: 'offloading', changes: {} });
});

it('the world has presets, and the left side by the name it has there', () => {
  state().edit('model', { hidden: 4096 });
  const { world, used, isAsWith } = watchedWorld(state(), PRESETS);
  expect(world.model('gpt3-175b')?.value.hidden).toBe(12288);
  expect([world.model('nobody'), world.system('gpt3-175b')]).toEqual([null, null]);
  expect(used.size).toBe(0);
  expect(world.model('current')).toMatchObject({ name: 'GPT-3 175B (changed)', value: { hidden: 4096 } });
  expect([...used]).toEqual(['model']);
  state().edit('system', { 'mem1.GBps': 1000 });
  expect(isAsWith(state())).toBe(true);
  expect({ ...world.current }.strategy).toEqual(state().strategy.value);
  expect(used.size).toBe(3);
  expect(isAsWith(state())).toBe(false);
  expect(structuredClone(world.current).model.hidden).toBe(4096);
});

it.each(STUDIES.map((study) => [study.id, study] as const))(
  '%s asks of designs that can become the current one',
  (_, study) => {
    const { world } = watchedWorld(state(), PRESETS);
    const inputs = studyInputs(study, {});
    expect(study.problems(inputs, world)).toEqual([]);
    const points = study.points(inputs, world);
    expect(points.length).toBeGreaterThan(0);
    expect(new Set(points.map(({ key }) => key)).size).toBe(points.length);
    for (const { question } of points)
      for (const part of DESIGN_PARTS) expect(isWholePart(part, question.design[part])).toBe(true);
    const own = points.find(({ question }) => question.searches.length === 0);
    if (own) expect(() => ask(own.question)).not.toThrow();
  },
);
