import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportDesign } from '../../src/core/report.js';
import { createEngine } from '../../src/engine/client.js';
import { CancelledError, EngineFailedError, SupersededError } from '../../src/engine/engine-errors.js';
import { startInlineRunner } from '../../src/engine/inline-runner.js';
import { openingState } from '../../src/share/opening-state.js';
import { PRESETS } from '../state/preset-files.js';
import { design, fakeRunners } from './fake-runner.js';

const outcomeOf = (promise: Promise<{ parameters: number }>): Promise<number | string> =>
  promise.then(
    (report) => report.parameters,
    (error: unknown) => (error instanceof Error ? error.name : 'no error'),
  );
const turn = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the engine', () => {
  it('answers as the core does', async () => {
    const { model, system, strategy } = openingState(PRESETS);
    const opening = { model: model.value, system: system.value, strategy: strategy.value };
    const engine = createEngine(startInlineRunner);
    await engine.warmUp(opening);
    expect(await engine.report(opening)).toEqual(reportDesign(opening));
    expect(engine.status).toBe('ready');
    engine.terminate();
  });

  it('asks one at a time and keeps only the newest waiting', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const outcomes = [1, 2, 3, 4].map((blocks) => outcomeOf(engine.report(design(blocks))));
    expect(fake.at(0).questions).toEqual([1]);
    fake.at(0).answer();
    await turn();
    expect(fake.at(0).questions).toEqual([1, 4]);
    fake.at(0).answer();
    expect(await Promise.all(outcomes)).toEqual([1, 'SupersededError', 'SupersededError', 4]);
  });

  it('keeps requests of different kinds apart', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const outcomes = [outcomeOf(engine.report(design(1))), outcomeOf(engine.report(design(2), { kind: 'baseline' }))];
    // out of order
    fake.at(0).asked[1]?.answer();
    await turn();
    fake.at(0).asked[0]?.answer();
    expect(await Promise.all(outcomes)).toEqual([1, 2]);
  });

  it('gives what the core threw, and goes on', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const first = engine.report(design(1));
    fake.at(0).asked[0]?.refuse(new RangeError('beyond'));
    await expect(first).rejects.toThrow(new RangeError('beyond'));
    const second = engine.report(design(2));
    fake.at(0).answer();
    expect((await second).parameters).toBe(2);
    expect(fake.runners).toHaveLength(1);
  });
});

describe('the start', () => {
  it('is at once, not with the first question', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    expect(fake.runners).toHaveLength(1);
    fake.at(0).pong();
    await turn();
    expect(engine.status).toBe('ready');
    void outcomeOf(engine.report(design(1)));
    expect([fake.runners.length, fake.at(0).questions]).toEqual([1, [1]]);
    engine.terminate();
  });
});

describe('cancelling', () => {
  it('rejects at once, and drops an answer under way', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const abort = new AbortController();
    const first = engine.report(design(1), { signal: abort.signal });
    abort.abort();
    await expect(first).rejects.toThrow(CancelledError);
    const second = engine.report(design(2));
    expect(fake.at(0).questions).toEqual([1]);
    fake.at(0).answer();
    await turn();
    fake.at(0).answer();
    expect((await second).parameters).toBe(2);
  });

  it('lets go of the signal with every request that is over', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const { signal } = new AbortController();
    let listening = 0;
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    vi.spyOn(signal, 'addEventListener').mockImplementation((...args: Parameters<typeof add>) => {
      listening += 1;
      add(...args);
    });
    vi.spyOn(signal, 'removeEventListener').mockImplementation((...args: Parameters<typeof remove>) => {
      listening -= 1;
      remove(...args);
    });
    const outcomes = [1, 2, 3].map((blocks) => outcomeOf(engine.report(design(blocks), { signal })));
    expect(listening).toBe(2);
    fake.at(0).answer();
    await turn();
    fake.at(0).asked[1]?.refuse(new Error('beyond'));
    expect(await Promise.all(outcomes)).toEqual([1, 'SupersededError', 'Error']);
    expect(listening).toBe(0);
  });

  it('never asks one that was cancelled before or while it waited', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    await expect(engine.report(design(1), { signal: AbortSignal.abort() })).rejects.toThrow(CancelledError);
    const abort = new AbortController();
    const outcomes = [
      outcomeOf(engine.report(design(2))),
      outcomeOf(engine.report(design(3), { signal: abort.signal })),
    ];
    abort.abort();
    fake.at(0).answer();
    expect(await Promise.all(outcomes)).toEqual([2, 'CancelledError']);
    expect(fake.at(0).questions).toEqual([2]);
  });

  it('ends everything at termination, whose timers do nothing more', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const outcomes = [1, 2].map((blocks) => outcomeOf(engine.report(design(blocks))));
    engine.terminate();
    expect(await Promise.all(outcomes)).toEqual(['CancelledError', 'CancelledError']);
    await expect(engine.report(design(3))).rejects.toThrow(CancelledError);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(fake.runners).toHaveLength(1);
    expect([fake.at(0).terminated, engine.status]).toEqual([true, 'stopped']);
  });
});

describe('a breakdown', () => {
  it('starts another runner and asks again what was under way', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const seen: string[] = [];
    engine.onStatus((status) => seen.push(status));
    const outcomes = [1, 2].map((blocks) => outcomeOf(engine.report(design(blocks))));
    fake.at(0).pong();
    await turn();
    fake.at(0).fail(new Error('out of memory'));
    expect(fake.at(0).terminated).toBe(true);
    expect(fake.at(1).questions).toEqual([1]);
    fake.at(1).answer();
    await turn();
    fake.at(1).answer();
    expect(await Promise.all(outcomes)).toEqual([1, 2]);
    expect(seen).toEqual(['ready', 'restarting', 'ready']);
  });

  it('gives up on a request after the second, says so, and serves the next', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const first = engine.report(design(1));
    const failure = expect(first).rejects.toThrow(/stopped twice on this design.*out of memory.*reload/);
    fake.at(0).fail(new Error('out of memory'));
    fake.at(1).fail(new Error('out of memory'));
    await failure;
    await expect(first).rejects.toThrow(EngineFailedError);
    expect(engine.status).toBe('failed');
    const second = engine.report(design(2));
    expect(engine.status).toBe('restarting');
    fake.at(2).answer();
    expect((await second).parameters).toBe(2);
    expect(engine.status).toBe('ready');
  });

  it('is noticed when a runner goes quiet', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start, { timeoutMs: 1000, startTimeoutMs: 9000 });
    const first = engine.report(design(1));
    fake.at(0).answer();
    await first;
    const second = outcomeOf(engine.report(design(2)));
    await vi.advanceTimersByTimeAsync(999);
    expect(fake.runners).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fake.at(1).questions).toEqual([2]);
    // a late answer of the one that was given up is not taken
    fake.at(0).answer();
    await turn();
    // the new one has yet to be fetched, and is given time
    await vi.advanceTimersByTimeAsync(8000);
    fake.at(1).answer();
    expect(await second).toBe(2);
  });

  it('while nothing is asked restarts a runner that had worked, but not one that never did', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    await engine.warmUp(design(1));
    fake.at(0).pong();
    await turn();
    fake.at(0).fail(new Error('killed'));
    expect(fake.runners).toHaveLength(2);
    fake.at(1).fail(new Error('cannot be loaded'));
    expect([fake.runners.length, engine.status]).toEqual([2, 'failed']);
  });

  it('of a runner already replaced is no news', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const first = engine.report(design(1));
    fake.at(0).fail(new Error('first'));
    fake.at(0).fail(new Error('again'));
    expect(fake.runners).toHaveLength(2);
    fake.at(1).answer();
    expect((await first).parameters).toBe(1);
  });

  it('that leaves no way to start is an answer too', async () => {
    const engine = createEngine(() => {
      throw new Error('Workers are blocked.');
    });
    await expect(engine.report(design(1))).rejects.toThrow('Workers are blocked.');
    await engine.warmUp(design(1));
    expect(engine.status).toBe('failed');
  });

  it('does not bring back a request that was replaced meanwhile', async () => {
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    const outcomes = [1, 2, 3].map((blocks) => outcomeOf(engine.report(design(blocks))));
    await expect(outcomes[1]).resolves.toBe(SupersededError.name);
    fake.at(0).fail(new Error('crash'));
    fake.at(1).answer();
    await turn();
    expect(fake.at(1).questions).toEqual([1, 3]);
  });
});
