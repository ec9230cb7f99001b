import { afterEach, describe, expect, it, vi } from 'vitest';
import { CancelledError, EngineFailedError, SupersededError } from '../../src/engine/engine-errors.js';
import { startInlineSearchRunner } from '../../src/engine/search-inline-runner.js';
import type { SearchAnswer, StartSearchRunner } from '../../src/engine/search-messages.js';
import { createSearchPool, type SearchPool, type SearchProgress } from '../../src/engine/search-pool.js';
import type { PoolSettings } from '../../src/engine/seat-pool.js';
import { alone, designOf, input, ordered } from './search-designs.js';
import { spiedRunners } from './spied-runners.js';

const SMALL = designOf('megatron-22b', 'a100-80g', 64, 64);
const LARGE = designOf('gpt3-175b', 'h100-80g-nvl8', 1024, 1536);
/** Fewer rows, which a test can sort. */
const NARROW = input({ allowed: { tensor_par_overlap: ['ring'], fused_activation: ['true'] } });
const KEEP = { top: 100, mostRows: 0 };

let pool: SearchPool | null = null;
function poolOf(start: StartSearchRunner, settings: Partial<PoolSettings> = {}): SearchPool {
  pool = createSearchPool(start, { workers: 3, ...settings });
  return pool;
}
afterEach(() => {
  pool?.terminate();
  vi.useRealTimers();
});

describe('a search over several workers', () => {
  it('finds what one thread finds, in every detail', async () => {
    const tally = await poolOf(startInlineSearchRunner).search(LARGE, input(), KEEP);
    expect(ordered(tally)).toEqual(ordered(alone(LARGE, input())));
  });

  it('keeps every row when asked, and none when they are too many', async () => {
    const { search } = poolOf(startInlineSearchRunner);
    const found = alone(SMALL, NARROW, 1e6);
    expect(found.rows?.count).toBeGreaterThan(10_000);
    expect(ordered(await search(SMALL, NARROW, { top: 100, mostRows: 1e6 }))).toEqual(ordered(found));
    const short = await search(SMALL, NARROW, { top: 100, mostRows: found.feasible - 1 });
    expect([short.rows, short.feasible]).toEqual([null, found.feasible]);
  });

  it('says how far it is, and what each worker did', async () => {
    const told: SearchProgress[] = [];
    const tally = await poolOf(startInlineSearchRunner).search(LARGE, input(), {
      ...KEEP,
      onProgress: (progress) => told.push(progress),
    });
    const last = told.at(-1);
    expect(last).toMatchObject({ evaluated: tally.evaluated, feasible: tally.feasible, swept: last?.total });
    expect(last?.byWorker).toHaveLength(3);
    expect(last?.byWorker.reduce((sum, { evaluated }) => sum + evaluated, 0)).toBe(tally.evaluated);
    const counts = told.map(({ evaluated }) => evaluated);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it('shows what it found long before a batch is swept', async () => {
    const { start, workers } = spiedRunners();
    const endless = designOf('gpt3-175b', 'h100-80g-nvl8', 4096, 735_134_400);
    const stop = new AbortController();
    let first: SearchProgress | null = null;
    const searching = poolOf(start).search(endless, input({ max_batch: 735_134_400 }), {
      ...KEEP,
      signal: stop.signal,
      onProgress: (progress) => {
        if (progress.tally === null) return;
        first ??= progress;
        stop.abort();
      },
    });
    await expect(searching).rejects.toBeInstanceOf(CancelledError);
    expect(first).toMatchObject({ tally: { best: expect.any(Array) as unknown } });
    // on a busy machine a worker may finish its batch before it hears that it is to stop
    const firsts = workers.flatMap(({ answers }) => answers.find(({ type }) => type === 'snapshot') ?? []);
    expect(firsts.some((answer) => answer.type === 'snapshot' && !answer.whole)).toBe(true);
  });

  it('gives a small space to one worker', async () => {
    const { start, workers } = spiedRunners();
    await poolOf(start).search(designOf('megatron-126m', 'a100-80g', 1, 1), input(), KEEP);
    expect(workers).toHaveLength(1);
  });

  it('answers for a space without strategies, and starts no worker', async () => {
    const { start, workers } = spiedRunners();
    const tally = await poolOf(start).search(SMALL, input({ bounds: { tensor_par: [3, 3] } }), KEEP);
    expect([tally.evaluated, tally.best, workers.length]).toEqual([0, [], 0]);
  });

  it('keeps its workers for the next search, and ends them when idle', async () => {
    const { start, workers } = spiedRunners();
    const { search } = poolOf(start, { idleMs: 30 });
    await search(LARGE, input(), KEEP);
    await search(LARGE, input(), KEEP);
    expect(workers).toHaveLength(3);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    await search(SMALL, input(), KEEP);
    expect(workers.length).toBeGreaterThan(3);
  });

  it('finds what it finds after practice too, which nobody hears of and which ends for what is asked', async () => {
    const { start, workers } = spiedRunners();
    const { warm, search } = poolOf(start);
    warm(LARGE, input());
    // a running worker has had its practice
    warm(SMALL, input());
    expect(workers.map(({ orders }) => orders)).toEqual(
      [1, 2, 3].map(() => [{ type: 'practise', design: LARGE, input: input() }]),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(workers.flatMap(({ answers }) => answers)).toEqual([]);
    expect(ordered(await search(SMALL, input(), KEEP))).toEqual(ordered(alone(SMALL, input())));
    expect(workers).toHaveLength(3);
  });

  it('can be made ready for what cannot be searched', async () => {
    const { start, workers } = spiedRunners();
    const { warm, search } = poolOf(start);
    warm({ ...SMALL, strategy: { ...SMALL.strategy, datatype: 'float8' } }, input());
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(workers.flatMap(({ answers }) => answers)).toEqual([]);
    expect((await search(SMALL, input(), KEEP)).feasible).toBeGreaterThan(0);
  });

  it('refuses a datatype the machine lacks, with what to do', async () => {
    const design = { ...SMALL, strategy: { ...SMALL.strategy, datatype: 'float8' as const } };
    await expect(poolOf(startInlineSearchRunner).search(design, input(), KEEP)).rejects.toThrow(/no matrix and vector/);
  });
});

describe('giving up', () => {
  const started = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

  it('is at once, and leaves the workers to the next search', async () => {
    const { start, workers } = spiedRunners();
    const { search } = poolOf(start);
    const stop = new AbortController();
    const searching = search(LARGE, input(), { ...KEEP, signal: stop.signal });
    await started();
    stop.abort();
    await expect(searching).rejects.toBeInstanceOf(CancelledError);
    expect(workers.every(({ orders }) => orders.at(-1)?.type === 'cancel')).toBe(true);
    const tally = await search(SMALL, input(), KEEP);
    expect(ordered(tally)).toEqual(ordered(alone(SMALL, input())));
    expect(workers).toHaveLength(3);
  });

  it('is asked of by the next search', async () => {
    const { search } = poolOf(startInlineSearchRunner);
    const first = expect(search(LARGE, input(), KEEP)).rejects.toBeInstanceOf(SupersededError);
    await started();
    const tally = await search(SMALL, input(), KEEP);
    await first;
    expect(ordered(tally)).toEqual(ordered(alone(SMALL, input())));
  });

  it('ends a worker that does not stop', async () => {
    const { start, workers } = spiedRunners((_, { type }) => (type === 'cancelled' ? 'silence' : 'pass'));
    const { search } = poolOf(start);
    const stop = new AbortController();
    const searching = search(LARGE, input(), { ...KEEP, signal: stop.signal });
    await started();
    vi.useFakeTimers();
    stop.abort();
    const refused = expect(searching).rejects.toBeInstanceOf(CancelledError);
    await vi.advanceTimersByTimeAsync(50);
    await refused;
    expect(workers.some(({ terminated }) => terminated)).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it('happens before anything was begun', async () => {
    const signal = AbortSignal.abort();
    await expect(poolOf(startInlineSearchRunner).search(SMALL, input(), { ...KEEP, signal })).rejects.toBeInstanceOf(
      CancelledError,
    );
  });
});

describe('a worker that dies', () => {
  const dieOnce = (at: SearchAnswer['type'], nth: number) => {
    let seen = 0;
    return spiedRunners((_, { type }) => (type === at && ++seen === nth ? 'die' : 'pass'));
  };

  it.each([
    ['progress', 1],
    ['progress', 9],
    ['snapshot', 1],
    ['snapshot', 3],
  ] as const)('at its %s, number %i: what it had is done again, and nothing twice', async (type, nth) => {
    const { start, workers } = dieOnce(type, nth);
    const tally = await poolOf(start).search(LARGE, input(), KEEP);
    expect(ordered(tally)).toEqual(ordered(alone(LARGE, input())));
    expect(workers.length).toBeGreaterThanOrEqual(3);
  });

  it.each(['progress', 'snapshot', 'collected'] as const)('at its %s, with rows', async (type) => {
    const { start } = dieOnce(type, 2);
    const design = designOf('megatron-22b', 'a100-80g', 256, 256);
    const tally = await poolOf(start).search(design, NARROW, { top: 100, mostRows: 1e6 });
    expect(tally.rows?.count).toBe(tally.feasible);
    expect(ordered(tally)).toEqual(ordered(alone(design, NARROW, 1e6)));
  });

  it('is noticed when it says nothing more', async () => {
    let silent = false;
    const { start, workers } = spiedRunners((worker) => {
      silent ||= worker === 1;
      return worker === 1 && silent ? 'silence' : 'pass';
    });
    const { search } = poolOf(start, { silenceSeconds: 2, startSeconds: 2 });
    const tally = await search(LARGE, input(), KEEP);
    expect(ordered(tally)).toEqual(ordered(alone(LARGE, input())));
    expect(workers[1]?.terminated).toBe(true);
  });

  it('over the same batch again and again ends the search, not the pool', async () => {
    let healthy = false;
    const { start } = spiedRunners(() => (healthy ? 'pass' : 'die'));
    const { search } = poolOf(start);
    await expect(search(LARGE, input(), KEEP)).rejects.toBeInstanceOf(EngineFailedError);
    healthy = true;
    expect((await search(SMALL, input(), KEEP)).feasible).toBe(alone(SMALL, input()).feasible);
  });

  it('or cannot even be started is an error', async () => {
    const start: StartSearchRunner = () => {
      throw new Error('Workers are not allowed here.');
    };
    await expect(poolOf(start).search(SMALL, input(), KEEP)).rejects.toThrow(/Workers are not allowed/);
  });
});

it('passes on what the core throws', async () => {
  const { start } = spiedRunners();
  const broken: StartSearchRunner = (onAnswer, onFailure) => {
    const runner = start(onAnswer, onFailure);
    return {
      ...runner,
      send: (order) =>
        runner.send(order.type === 'begin' ? { ...order, design: { ...order.design, model: null as never } } : order),
    };
  };
  await expect(poolOf(broken).search(SMALL, input(), KEEP)).rejects.toThrow(/hidden|null/);
});
