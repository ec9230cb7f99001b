import { afterEach, expect, it, vi } from 'vitest';
import { RowStore } from '../../src/core/search/row-store.js';
import { failureText } from '../../src/engine/engine-errors.js';
import { startInlineSearchRunner } from '../../src/engine/search-inline-runner.js';
import type { SearchAnswer } from '../../src/engine/search-messages.js';
import { createSearchPool, type SearchPool } from '../../src/engine/search-pool.js';
import { alone, designOf, input, ordered } from './search-designs.js';

const SMALL = designOf('megatron-22b', 'a100-80g', 64, 64);
const NARROW = input({ allowed: { tensor_par_overlap: ['ring'], fused_activation: ['true'] } });
const NO_MEMORY = 'Array buffer allocation failed';

let pool: SearchPool | null = null;
afterEach(() => {
  pool?.terminate();
  vi.unstubAllGlobals();
});

/** A browser that gives no array of more numbers than these. */
function shortOfMemory(most: number): void {
  const Original = Float64Array;
  class Short extends Original {
    constructor(length: number) {
      if (typeof length === 'number' && length > most) throw new RangeError(NO_MEMORY);
      super(length);
    }
  }
  vi.stubGlobal('Float64Array', Short);
}

it('rows that find no memory are let go, and what was found stays whole', async () => {
  const whole = alone(SMALL, NARROW, 1e6);
  expect(whole.rows?.count).toBeGreaterThan(10_000);
  shortOfMemory(8192);
  pool = createSearchPool(startInlineSearchRunner, { workers: 2 });
  const short = await pool.search(SMALL, NARROW, { top: 100, mostRows: 1e6 });
  expect(ordered(short)).toEqual(ordered({ ...whole, rows: null }));
});

it('a store of rows that cannot grow stays as it was', () => {
  const store = new RowStore(1e6);
  for (let place = 0; place < 1024; place += 1) expect(store.add(place, 1, 2, 3)).toBe(true);
  shortOfMemory(1024);
  expect(store.add(1024, 1, 2, 3)).toBe(false);
  vi.unstubAllGlobals();
  expect(store.columns()?.count).toBe(1024);
  expect([...(store.columns()?.place.slice(0, 3) ?? [])]).toEqual([0, 1, 2]);
});

it('a search whose worker has no memory ends with words that help, and the next one runs', async () => {
  let isShort = true;
  pool = createSearchPool(
    (onAnswer, onFailure) =>
      startInlineSearchRunner((answer) => {
        const failed: SearchAnswer = {
          type: 'failed',
          search: answer.search,
          message: failureText(new RangeError(NO_MEMORY)),
        };
        onAnswer(isShort && answer.type !== 'cancelled' ? failed : answer);
      }, onFailure),
    { workers: 2 },
  );
  await expect(pool.search(SMALL, NARROW, { top: 100, mostRows: 0 })).rejects.toThrow(
    /too little memory.*Ask for less at once, or close other tabs/,
  );
  isShort = false;
  expect((await pool.search(SMALL, NARROW, { top: 100, mostRows: 0 })).feasible).toBeGreaterThan(0);
});

it('a search that this side cannot put together ends instead of running for ever', async () => {
  pool = createSearchPool(
    (onAnswer, onFailure) =>
      startInlineSearchRunner((answer) => {
        if (answer.type === 'snapshot')
          Object.defineProperty(answer.tally, 'bins', {
            get: () => {
              throw new RangeError(NO_MEMORY);
            },
          });
        onAnswer(answer);
      }, onFailure),
    { workers: 2 },
  );
  await expect(pool.search(SMALL, NARROW, { top: 100, mostRows: 0 })).rejects.toThrow(/too little memory/);
});

it('other errors are told as they are', () => {
  expect(failureText(new RangeError('Maximum call stack size exceeded'))).toBe('Maximum call stack size exceeded');
  expect(failureText(new Error('no strategy'))).toBe('no strategy');
  expect(failureText('odd')).toBe('odd');
});
