import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StudyInputs } from '../../src/core/studies/study.js';
import { NO_STUDY, provideStudies, studyControl, useStudy, type StudyControl } from '../../src/state/study-results.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { connectFakes, fakeStudy, type FakeStudyEngine } from './fake-study.js';

let store: WorkbenchStore;
let engine: FakeStudyEngine;
let control: StudyControl;
let stop = (): void => undefined;
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function connect(runs: 'at-once' | 'when-asked', changes: StudyInputs = {}): void {
  ({ store, engine, control, stop } = connectFakes([fakeStudy('quick', runs)], 'quick', changes));
}
const answered = async (): Promise<void> => {
  engine.last.answer();
  await after(0);
};

beforeEach(() => {
  vi.useFakeTimers();
  useStudy.setState(NO_STUDY, true);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('a point', () => {
  it('becomes the design in one step that can be undone; what is a preset keeps its name', async () => {
    connect('at-once', { model: 'megatron-1t' });
    await answered();
    const before = store.getState();
    control.adopt('n16');
    const { model, system, strategy } = store.getState();
    expect([model.base.presetId, system.base.presetId, strategy.base.presetId]).toEqual([
      'megatron-1t',
      'a100-80g',
      null,
    ]);
    expect(strategy.base.name).toBe('QUICK: 16 processors');
    expect(strategy.value).toEqual(control.designAt('n16')?.strategy);
    store.getState().undo();
    expect(store.getState().model).toEqual(before.model);
    expect(store.getState().strategy).toEqual(before.strategy);
  });

  it('keeps the part that stands there already', async () => {
    connect('at-once', { model: 'current' });
    await answered();
    store.getState().edit('model', { hidden: 4096 });
    await after(500);
    await answered();
    const { model } = store.getState();
    control.adopt('n8');
    expect(store.getState().model).toBe(model);
  });

  it('without an answer changes nothing', () => {
    connect('when-asked');
    const before = store.getState();
    control.adopt('n8');
    control.adopt('nobody');
    expect(control.designAt('n8')).toBeNull();
    expect(store.getState()).toBe(before);
  });
});

it('is provided before it is used', () => {
  expect(() => studyControl()).toThrow('provideStudies');
  connect('at-once');
  provideStudies(control);
  expect(studyControl()).toBe(control);
});
