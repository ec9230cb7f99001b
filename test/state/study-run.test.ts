import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnyStudy, StudyInputs } from '../../src/core/studies/study.js';
import { NO_STUDY, useStudy, type StudyControl } from '../../src/state/study-results.js';
import type { WorkbenchStore } from '../../src/state/workbench.js';
import { connectFakes, fakeStudy, type FakeStudyEngine } from './fake-study.js';

const QUICK = fakeStudy('quick', 'at-once');
const LONG = fakeStudy('long', 'when-asked');
const CURIOUS = fakeStudy('curious', 'at-once', true);

let store: WorkbenchStore;
let engine: FakeStudyEngine;
let control: StudyControl;
let stop = (): void => undefined;
const found = () => useStudy.getState();
/** Lets answers and timers of so many milliseconds come. */
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function connect(open: string, tab: 'studies' | 'overview' = 'studies', changes: StudyInputs = {}): void {
  stop();
  ({ store, engine, control, stop } = connectFakes([QUICK, LONG, CURIOUS], open, changes, tab));
}
/** The workbench knows only the studies there are. */
const change = (patch: StudyInputs, id = store.getState().study.open): void => {
  const { study } = store.getState();
  store.setState({ study: { ...study, changes: { ...study.changes, [id]: { ...study.changes[id], ...patch } } } });
};
const open = (id: string): void => store.setState({ study: { ...store.getState().study, open: id } });
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
  stop = () => undefined;
  vi.useRealTimers();
});

describe('a quick study', () => {
  it('is asked when it is looked at, and not before', async () => {
    connect('quick', 'overview');
    expect(engine.asked).toHaveLength(0);
    store.getState().setView({ tab: 'studies' });
    expect(engine.sizes).toEqual([[8, 16, 32]]);
    expect(found()).toMatchObject({ status: 'running', studyId: 'quick', answered: 0, total: 3 });
    await answered();
    expect(found()).toMatchObject({ status: 'done', answered: 3, evaluated: 30, feasible: 15, stale: false });
    expect(found().report?.answer).toBe('n8 n16 n32');
  });

  it('has its workers started when it is looked at and runs when told', () => {
    connect('long', 'overview');
    expect(engine.warmed).toBe(0);
    connect('long');
    expect([engine.warmed, engine.asked.length]).toEqual([1, 0]);
  });

  it('shows the first answer at once, then looks a few times a second', async () => {
    connect('quick');
    engine.last.answer(1);
    await after(0);
    expect(found()).toMatchObject({ status: 'running', answered: 1 });
    const { findings } = found();
    engine.last.answer(1);
    await after(100);
    expect(found().findings).toBe(findings);
    await after(25);
    expect(found().findings.size).toBe(2);
    expect(findings.size).toBe(1);
  });

  it('follows a change and asks only what it does not know', async () => {
    connect('quick');
    await answered();
    change({ sizes: [8, 64, 32] });
    expect(engine.sizes).toEqual([[8, 16, 32], [64]]);
    await answered();
    expect(found().report?.answer.split(' ').sort()).toEqual(['n32', 'n64', 'n8']);
    change({ sizes: [8, 16, 32] });
    await after(0);
    expect(engine.asked).toHaveLength(2);
    expect(found()).toMatchObject({ status: 'done', answered: 3 });
  });

  it('keeps its figures for a moment while it follows', async () => {
    connect('quick');
    await answered();
    change({ batch: 32 });
    engine.last.answer(1);
    await after(200);
    expect(found()).toMatchObject({ status: 'running', answered: 3, inputs: { batch: 64 } });
    await after(50);
    expect(found()).toMatchObject({ status: 'running', answered: 1, inputs: { batch: 32 } });
  });

  it('lets what was begun end during a drag, but not for long; the newest inputs come at last', async () => {
    connect('quick');
    await answered();
    for (const batch of [1, 2, 3]) change({ batch });
    expect(engine.asked).toHaveLength(2);
    await answered();
    expect(engine.asked).toHaveLength(3);
    expect(engine.last.questions[0]?.design.strategy.batch_size).toBe(8 * 3);
    for (const batch of [4, 5]) change({ batch });
    await after(401);
    expect(engine.asked[2]?.signal.aborted).toBe(true);
    expect(engine.last.questions[0]?.design.strategy.batch_size).toBe(8 * 5);
    await answered();
    expect(found()).toMatchObject({ status: 'done', inputs: { batch: 5 }, stale: false });
  });

  it('says why it cannot be asked, and keeps what it had', async () => {
    connect('quick');
    await answered();
    change({ model: 'nobody' });
    expect(found()).toMatchObject({
      stale: true,
      problems: [{ field: 'model', message: 'There is no model nobody.' }],
    });
    expect(found().findings.size).toBe(3);
    change({ model: 'gpt3-175b' });
    expect(found()).toMatchObject({ stale: false, problems: [] });
    connect('quick', 'studies', { model: 'nobody' });
    expect(found()).toMatchObject({ status: 'idle', total: 0, report: null });
    expect(found().problems).toHaveLength(1);
  });

  it('depends on the left side only as far as it asks for it', async () => {
    connect('quick');
    await answered();
    store.getState().edit('model', { hidden: 4096 });
    await after(500);
    expect(engine.asked).toHaveLength(1);
    change({ model: 'current' });
    expect(engine.asked).toHaveLength(2);
    expect(engine.last.questions[0]?.design.model.hidden).toBe(4096);
    await answered();
    store.getState().edit('system', { 'mem1.GBps': 1000 });
    await after(500);
    expect(engine.asked).toHaveLength(2);
    store.getState().edit('model', { hidden: 8192 });
    expect(engine.last.questions[0]?.design.model.hidden).toBe(8192);
  });

  it('asks what its findings raise, until there is no more', async () => {
    connect('curious');
    await answered();
    expect(engine.sizes).toEqual([[8, 16, 32], [4096]]);
    expect(found()).toMatchObject({ status: 'running' });
    await answered();
    expect(found()).toMatchObject({ status: 'done', answered: 4, total: 4 });
  });
});

describe('a study that takes long', () => {
  it('waits to be told', async () => {
    connect('long');
    expect(found()).toMatchObject({ status: 'idle', studyId: 'long', total: 3, answered: 0 });
    control.run();
    expect(found().status).toBe('running');
    await answered();
    expect(found()).toMatchObject({ status: 'done', answered: 3 });
  });

  it('is stale after a change, keeps its results, and is fresh again when the change is taken back', async () => {
    connect('long');
    control.run();
    await answered();
    change({ batch: 1 });
    expect(found()).toMatchObject({ stale: true, answered: 3, inputs: { batch: 64 } });
    await after(200);
    expect(found()).toMatchObject({ stale: true, answered: 3 });
    change({ batch: 64 });
    await after(200);
    expect(found()).toMatchObject({ stale: false, status: 'done' });
    expect(engine.asked).toHaveLength(1);
  });

  it('shows at once what it knows of other inputs', async () => {
    connect('long');
    control.run();
    await answered();
    change({ batch: 1 });
    control.run();
    await answered();
    change({ batch: 64 });
    await after(200);
    expect(found()).toMatchObject({ status: 'done', stale: false, inputs: { batch: 64 }, answered: 3 });
    expect(engine.asked).toHaveLength(2);
  });

  it('goes on while another view is looked at, and while its inputs change', async () => {
    connect('long');
    control.run();
    store.getState().setView({ tab: 'overview' });
    change({ batch: 1 });
    await after(200);
    await answered();
    expect(found()).toMatchObject({ status: 'done', stale: true, inputs: { batch: 64 } });
  });

  it('keeps what it found when it is cancelled, and does not ask it again', async () => {
    connect('long');
    control.run();
    engine.last.answer(2);
    control.cancel();
    await after(0);
    expect(found()).toMatchObject({ status: 'cancelled', answered: 2, error: null });
    control.run();
    expect(engine.sizes).toEqual([[8, 16, 32], [32]]);
    await answered();
    expect(found()).toMatchObject({ status: 'done', answered: 3 });
  });

  it('is given up for another study, and shows what it knows when one comes back', async () => {
    connect('long');
    control.run();
    engine.last.answer(2);
    open('quick');
    expect(engine.asked[0]?.signal.aborted).toBe(true);
    await answered();
    expect(found().studyId).toBe('quick');
    open('long');
    // the same questions as those of the other
    expect(found()).toMatchObject({ studyId: 'long', status: 'done', answered: 3 });
  });

  it('says how fast it is', async () => {
    connect('long');
    control.run();
    await after(2000);
    engine.last.answer(2);
    await after(0);
    expect(found()).toMatchObject({ evaluated: 20, ratePerSecond: 10, elapsedSeconds: 2 });
  });
});

describe('faults', () => {
  it('of the engine are told, and the next run is another try', async () => {
    connect('long');
    control.run();
    engine.last.fail(new Error('It stopped.'));
    await after(0);
    expect(found()).toMatchObject({ status: 'error', error: 'It stopped.' });
    control.run();
    await answered();
    expect(found()).toMatchObject({ status: 'done', error: null });
  });

  it.each(['points', 'more', 'report'] as const)('of a study’s %s are told, and stop nothing else', async (which) => {
    const broken: AnyStudy = {
      ...QUICK,
      id: 'broken',
      [which]: () => {
        throw new Error('A fault.');
      },
    };
    ({ store, engine, control, stop } = connectFakes([broken, QUICK], 'broken', {}));
    engine.asked.at(-1)?.answer();
    await after(0);
    expect(found()).toMatchObject({ status: 'error', error: 'A fault.' });
    open('quick');
    engine.asked.at(-1)?.answer();
    await after(0);
    expect(found()).toMatchObject({ status: 'done', error: null, studyId: 'quick' });
  });
});
