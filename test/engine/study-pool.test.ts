import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../core/studies/ask.js';
import type { Finding, StudyQuestion } from '../../src/core/studies/question.js';
import { CancelledError, EngineFailedError, SupersededError } from '../../src/engine/engine-errors.js';
import { startInlineSearchRunner } from '../../src/engine/search-inline-runner.js';
import type { StartSearchRunner } from '../../src/engine/search-messages.js';
import type { PoolSettings } from '../../src/engine/seat-pool.js';
import { createStudyPool, type StudyPool } from '../../src/engine/study-pool.js';
import { designOf, input } from './search-designs.js';
import { spiedRunners } from './spied-runners.js';

const question = (processors: number, batch = processors): StudyQuestion => ({
  design: designOf('megatron-22b', 'a100-80g', processors, batch),
  searches: [input({ max_batch: batch, allowed: { tensor_par_overlap: ['ring'], fused_activation: ['true'] } })],
});
/** One strategy each: answered in microseconds. */
const quick = Array.from({ length: 300 }, (_, i): StudyQuestion => ({ ...question(8, 8 * (i + 1)), searches: [] }));
/** A search each: tens of thousands of strategies. */
const SLOW = Array.from({ length: 12 }, (_, i) => question(8 * (i + 1)));
const SLOW_FOUND = SLOW.map((question) => ask(question));
/** Hundreds of millions of strategies: a minute of work. */
const ENDLESS: StudyQuestion = {
  design: designOf('gpt3-175b', 'h100-80g-nvl8', 4096, 735_134_400),
  searches: [input({ max_batch: 735_134_400 })],
};

let pool: StudyPool | null = null;
function poolOf(start: StartSearchRunner, settings: Partial<PoolSettings> = {}): StudyPool {
  pool = createStudyPool(start, { workers: 3, ...settings });
  return pool;
}
afterEach(() => {
  pool?.terminate();
  vi.useRealTimers();
});

/** Asks, and gives the answers by index in the order in which they came. */
async function answers(of: StudyPool, questions: readonly StudyQuestion[]): Promise<Map<number, Finding>> {
  const found = new Map<number, Finding>();
  await of.ask(questions, {
    onFound: (index, finding) => {
      expect(found.has(index)).toBe(false);
      found.set(index, finding);
    },
  });
  return found;
}
const inOrder = (found: ReadonlyMap<number, Finding>): Finding[] =>
  [...found].sort(([left], [right]) => left - right).map(([, finding]) => finding);
const started = (ms = 30): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('questions over several workers', () => {
  it('have the answers of one thread, each once', async () => {
    const all = [...SLOW.slice(0, 5), ...quick.slice(0, 40), ...SLOW.slice(5)];
    const found = await answers(poolOf(startInlineSearchRunner), all);
    expect(inOrder(found)).toEqual(all.map((question) => ask(question)));
  });

  it('are answered in their order, give or take what the workers have in hand', async () => {
    const found = [...(await answers(poolOf(startInlineSearchRunner), SLOW)).keys()];
    found.forEach((index, at) => expect(Math.abs(index - at)).toBeLessThanOrEqual(6));
  });

  it('go out two at a time at first, and many at a time once they prove quick', async () => {
    const { start, workers } = spiedRunners();
    await answers(poolOf(start), quick);
    const sent = workers.map(({ orders }) =>
      orders.map((order) => (order.type === 'ask' ? order.questions.length : 0)),
    );
    expect(sent.map(([first]) => first)).toEqual([2, 2, 2]);
    expect(Math.max(...sent.flat())).toBeGreaterThan(10);
    // answers go together too
    expect(workers.flatMap((worker) => worker.answers).length).toBeLessThan(quick.length / 2);
  });

  it('of which there are few start few workers, and none start none', async () => {
    const { start, workers } = spiedRunners();
    await answers(poolOf(start), []);
    expect(workers).toHaveLength(0);
    await answers(poolOf(start), quick.slice(0, 2));
    expect(workers).toHaveLength(1);
  });

  it('find workers that were started before them, which end when none come', async () => {
    const { start, workers } = spiedRunners();
    const warm = poolOf(start, { idleMs: 20 });
    warm.warm(SLOW[0] ?? null);
    expect(workers.map(({ orders }) => orders.map(({ type }) => type))).toEqual([
      ['practise'],
      ['practise'],
      ['practise'],
    ]);
    await answers(warm, SLOW.slice(0, 3));
    expect(workers).toHaveLength(3);
    await started(60);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true, true]);
    warm.warm(null);
    expect(workers).toHaveLength(6);
    expect(workers.slice(3).flatMap(({ orders }) => orders)).toEqual([]);
  });

  it('share workers with those that come later; idle ones are ended', async () => {
    const { start, workers } = spiedRunners();
    const mine = poolOf(start, { idleMs: 30 });
    await answers(mine, quick);
    await answers(mine, quick);
    expect(workers).toHaveLength(3);
    await started(60);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    expect((await answers(mine, quick)).size).toBe(quick.length);
  });
});

describe('giving up', () => {
  it('is at once, in the middle of a question too, and leaves the workers to the next', async () => {
    const { start, workers } = spiedRunners();
    const mine = poolOf(start);
    const stop = new AbortController();
    const onFound = vi.fn();
    const asking = mine.ask([ENDLESS, ENDLESS, ENDLESS], { signal: stop.signal, onFound });
    await started();
    stop.abort();
    await expect(asking).rejects.toBeInstanceOf(CancelledError);
    expect(workers.every(({ orders }) => orders.at(-1)?.type === 'cancel')).toBe(true);
    expect(inOrder(await answers(mine, SLOW))).toEqual(SLOW_FOUND);
    expect(onFound).not.toHaveBeenCalled();
    expect(workers.some(({ terminated }) => terminated)).toBe(false);
  });

  it('is asked of by the next: the latest wins', async () => {
    const mine = poolOf(startInlineSearchRunner);
    const stale = vi.fn();
    const first = expect(mine.ask([ENDLESS, ...SLOW], { onFound: stale })).rejects.toBeInstanceOf(SupersededError);
    await started();
    const before = stale.mock.calls.length;
    expect(inOrder(await answers(mine, SLOW))).toEqual(SLOW_FOUND);
    await first;
    expect(stale.mock.calls.length).toBe(before);
  });

  it('ends a worker that does not stop, and asks again what it was given since', async () => {
    const { start, workers } = spiedRunners((worker) => (worker < 3 ? 'silence' : 'pass'));
    const mine = poolOf(start);
    const stop = new AbortController();
    const refused = expect(mine.ask(SLOW, { signal: stop.signal, onFound: vi.fn() })).rejects.toBeInstanceOf(
      CancelledError,
    );
    await started();
    stop.abort();
    await refused;
    expect(inOrder(await answers(mine, SLOW))).toEqual(SLOW_FOUND);
    expect(workers.slice(0, 3).every(({ terminated }) => terminated)).toBe(true);
  });

  it('happens before anything was begun', async () => {
    const signal = AbortSignal.abort();
    const asking = poolOf(startInlineSearchRunner).ask(quick, { signal, onFound: vi.fn() });
    await expect(asking).rejects.toBeInstanceOf(CancelledError);
  });

  it('ends with the pool', async () => {
    const mine = poolOf(startInlineSearchRunner);
    const refused = expect(mine.ask(SLOW, { onFound: vi.fn() })).rejects.toBeInstanceOf(CancelledError);
    mine.terminate();
    await refused;
  });
});

describe('a worker that dies', () => {
  it.each([1, 2, 4])('at its answer number %i: what it had is asked again', async (nth) => {
    let seen = 0;
    const { start } = spiedRunners((_, { type }) => (type === 'found' && ++seen === nth ? 'die' : 'pass'));
    expect(inOrder(await answers(poolOf(start), SLOW))).toEqual(SLOW_FOUND);
  });

  it('twice over the same question is forgiven', async () => {
    const { start, workers } = spiedRunners((worker) => (worker < 2 ? 'die' : 'pass'));
    expect(inOrder(await answers(poolOf(start, { workers: 1 }), SLOW))).toEqual(SLOW_FOUND);
    expect(workers).toHaveLength(3);
  });

  it('again and again ends the run, not the pool', async () => {
    let healthy = false;
    const { start } = spiedRunners(() => (healthy ? 'pass' : 'die'));
    const mine = poolOf(start);
    await expect(answers(mine, SLOW)).rejects.toBeInstanceOf(EngineFailedError);
    healthy = true;
    expect((await answers(mine, quick)).size).toBe(quick.length);
  });

  it('is noticed when it says nothing more', async () => {
    const { start, workers } = spiedRunners((worker) => (worker === 1 ? 'silence' : 'pass'));
    const found = await answers(poolOf(start, { silenceSeconds: 2, startSeconds: 2 }), SLOW);
    expect(inOrder(found)).toEqual(SLOW_FOUND);
    expect(workers[1]?.terminated).toBe(true);
  });

  it('or cannot even be started is an error', async () => {
    const start: StartSearchRunner = () => {
      throw new Error('Workers are not allowed here.');
    };
    await expect(answers(poolOf(start), SLOW)).rejects.toThrow(/Workers are not allowed/);
  });
});

it('a long question gives signs of life', async () => {
  const { start, workers } = spiedRunners();
  const stop = new AbortController();
  const asking = poolOf(start).ask([ENDLESS], { signal: stop.signal, onFound: vi.fn() });
  await vi.waitFor(() => expect(workers[0]?.answers.map(({ type }) => type)).toContain('alive'), { timeout: 10_000 });
  stop.abort();
  await expect(asking).rejects.toBeInstanceOf(CancelledError);
});

it('passes on what the core throws', async () => {
  const broken = { ...question(8), design: { ...question(8).design, model: null as never } };
  await expect(answers(poolOf(startInlineSearchRunner), [question(8), broken])).rejects.toThrow(/hidden|null/);
});
