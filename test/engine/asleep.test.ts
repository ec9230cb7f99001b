import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AwakeClock } from '../../src/engine/awake-clock.js';
import { createEngine } from '../../src/engine/client.js';
import { createSearchPool, type SearchProgress } from '../../src/engine/search-pool.js';
import { design, fakeRunners } from './fake-runner.js';
import { designOf, input } from './search-designs.js';
import { spiedRunners } from './spied-runners.js';

const HOUR_MS = 3_600_000;
let now = 0;

beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a tab that slept for an hour', () => {
  it('counts the time it was awake, even were the clock to go back', () => {
    const clock = new AwakeClock();
    for (let step = 0; step < 20; step += 1) {
      now += 100;
      clock.tick();
    }
    expect(clock.seconds).toBeCloseTo(2, 9);
    now += HOUR_MS;
    expect(clock.seconds).toBeLessThanOrEqual(4);
    const awake = clock.seconds;
    now -= HOUR_MS;
    expect(clock.seconds).toBe(awake);
    now += 500;
    expect(clock.seconds).toBeCloseTo(awake + 0.5, 9);
  });

  it('still has the answer of a worker that it was waiting for when it fell asleep', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const fake = fakeRunners();
    const engine = createEngine(fake.start);
    fake.at(0).pong();
    await vi.advanceTimersByTimeAsync(0);
    const report = engine.report(design(1));
    // on waking, the timer that was pending comes due before the answer that is already there
    vi.advanceTimersToNextTimer();
    fake.at(0).answer();
    expect((await report).parameters).toBe(1);
    expect(fake.runners).toHaveLength(1);
    expect(fake.at(0).terminated).toBe(false);
    engine.terminate();
  });

  it('does not make a search of a moment one of an hour', async () => {
    const told: SearchProgress[] = [];
    let slept = false;
    const { start, workers } = spiedRunners(() => {
      if (!slept) now += HOUR_MS;
      slept = true;
      now += 10;
      return 'pass';
    });
    const pool = createSearchPool(start, { workers: 2 });
    const tally = await pool.search(
      designOf('megatron-22b', 'a100-80g', 64, 64),
      input({ allowed: { tensor_par_overlap: ['ring'], fused_activation: ['true'] } }),
      { top: 10, mostRows: 0, onProgress: (progress) => told.push(progress) },
    );
    expect(tally.feasible).toBeGreaterThan(0);
    expect(told.at(-1)?.elapsedSeconds).toBeLessThan(60);
    expect(told.at(-1)?.evaluated).toBe(tally.evaluated);
    // nobody was taken for dead
    expect(workers).toHaveLength(2);
    pool.terminate();
  });
});
