/** How fast the whole space is searched: on one thread, by phase, on all workers; and what a search costs by its numbers. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Design, ModelInput, StrategyInput, SystemInput } from '../src/core/inputs/design.js';
import { WHOLE_SEARCH, type SearchInput } from '../src/core/inputs/search-input.js';
import { BlockCache } from '../src/core/search/block-cache.js';
import { readSearchRequest } from '../src/core/search/read-request.js';
import type { SearchRequest } from '../src/core/search/request.js';
import { search } from '../src/core/search/search.js';
import { searchSlices } from '../src/core/search/slices.js';
import { searchSpace } from '../src/core/search/space.js';
import type { SearchTally } from '../src/core/search/tally.js';
import { divisors } from '../src/core/strategy/divisors.js';
import type { SearchAnswer, StartSearchRunner } from '../src/engine/search-messages.js';
import { createSearchPool } from '../src/engine/search-pool.js';
import { print } from './timing.js';

interface Presets<T> {
  readonly presets: readonly { readonly id: string; readonly value: T }[];
}

function preset<T>(root: string, kind: string, id: string): T {
  const list = JSON.parse(readFileSync(`${root}/public/presets/${kind}.json`, 'utf8')) as Presets<T>;
  const found = list.presets.find((each) => each.id === id);
  if (!found) throw new Error(`There is no preset ${id}.`);
  return found.value;
}

const KEEP = { top: 1000, mostRows: 0 };
const ROUNDS = 9;

/** The median of some rounds after two to warm up, in seconds. */
async function timed(work: () => unknown, rounds = ROUNDS): Promise<number> {
  const seconds: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    if (round >= 0) seconds.push((performance.now() - start) / 1000);
  }
  return seconds.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

const milliseconds = (seconds: number): string => `${(seconds * 1000).toFixed(1)} ms`;
const millions = (perSecond: number): string => `${(perSecond / 1e6).toFixed(1)} M/s`;
const grouped = (count: number): string => count.toLocaleString('en-GB');

/** Every block of a search, and nothing else; how many there are. */
function blocksOf(request: SearchRequest, everyTier: boolean): number {
  const space = searchSpace(request);
  let blocks = 0;
  for (const { tensorParallel, recompute, exchange, overlap, fused } of searchSlices(space)) {
    const cache = new BlockCache(request, tensorParallel);
    const seen = new Set<number>();
    for (const group of space.groups) {
      if (group.tensorParallel !== tensorParallel) continue;
      const tiers = new Set(group.tiers.map((tier) => tier.tensorTier));
      for (const microbatch of group.microbatches) {
        for (const tier of everyTier ? tiers : [...tiers].slice(0, 1)) {
          seen.add(microbatch * 64 + tier);
          const block = cache.block(microbatch, recompute, exchange, overlap, fused, tier);
          for (const sharded of group.shardings) cache.withOptimizer(block, overlap, sharded ? group.dataParallel : 1);
        }
      }
    }
    blocks += seen.size;
  }
  return blocks;
}

async function oneThread(request: SearchRequest): Promise<number> {
  const cold = performance.now();
  let tally: SearchTally = search(request, KEEP).tally;
  const first = (performance.now() - cold) / 1000;
  const whole = await timed(() => (tally = search(request, KEEP).tally));
  console.log(
    `\nThe search, GPT-3 175B on 4,096 H100, ${grouped(tally.evaluated)} strategies, ${grouped(tally.feasible)} feasible; median of ${ROUNDS}`,
  );
  const perFeasible = `${((whole / tally.feasible) * 1e9).toFixed(1)} ns a feasible one`;
  print(
    'one thread',
    milliseconds(whole),
    `${millions(tally.evaluated / whole)}; ${perFeasible}; first ${milliseconds(first)}`,
  );
  let blocks = 0;
  const listing = await timed(() => searchSlices(searchSpace(request)));
  const ofBlocks = (await timed(() => (blocks = blocksOf(request, true)))) - listing;
  const firstBlocks = (await timed(() => blocksOf(request, false))) - listing;
  // with no HBM at all nothing is timed: what is left are blocks of one tier, and memory
  const noHbm = { ...request, hbmLimitBytes: 0 };
  const ofMemory = (await timed(() => search(noHbm, KEEP))) - listing - firstBlocks;
  const phase = (name: string, seconds: number, note = ''): void =>
    print(`  ${name}`, milliseconds(seconds), `${Math.round((100 * seconds) / whole)} %${note}`);
  phase('space and slices', listing);
  phase('blocks', ofBlocks, `; ${grouped(blocks)} blocks, ${((ofBlocks / blocks) * 1e6).toFixed(2)} µs each`);
  phase('memory', ofMemory);
  phase('times and results', whole - listing - ofBlocks - ofMemory);
  return whole;
}

/** Threads of Node that search. */
const startThread =
  (module: string): StartSearchRunner =>
  (onAnswer, onFailure) => {
    const thread = new Worker(module);
    thread.on('message', (answer: SearchAnswer) => onAnswer(answer));
    thread.on('error', onFailure);
    return { send: (order) => thread.postMessage(order), terminate: () => void thread.terminate() };
  };

async function allWorkers(design: Design, input: SearchInput, thread: string, alone: number): Promise<void> {
  const workers = Math.min(8, availableParallelism());
  const pool = createSearchPool(startThread(thread), { workers });
  let shares: readonly number[] = [];
  const whole = await timed(() =>
    pool.search(design, input, {
      ...KEEP,
      onProgress: ({ byWorker }) => (shares = byWorker.map(({ evaluated }) => evaluated)),
    }),
  );
  const all = shares.reduce((sum, share) => sum + share, 0);
  const percent = shares.map((share) => `${((100 * share) / all).toFixed(1)} %`).join(', ');
  print(`${workers} workers`, milliseconds(whole), `${(alone / whole).toFixed(2)} times one thread; shares ${percent}`);
  const stop = new AbortController();
  const big = { ...input, max_batch: 735_134_400 };
  const searching = pool.search(design, big, { ...KEEP, signal: stop.signal }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 700));
  const start = performance.now();
  stop.abort();
  await searching;
  print('cancel a search of 403,648,768', milliseconds((performance.now() - start) / 1000));
  pool.terminate();
}

async function costModel(design: Design): Promise<void> {
  console.log('\nWhat a search costs, one thread, median of 3');
  const line = async (name: string, changed: Design, max_batch: number): Promise<void> => {
    const request = readSearchRequest(changed, { ...WHOLE_SEARCH, max_batch });
    let tally: SearchTally | null = null;
    const seconds = await timed(() => (tally = search(request, KEEP).tally), 3);
    const { evaluated, feasible } = tally ?? { evaluated: 0, feasible: 0 };
    print(
      name,
      milliseconds(seconds),
      `${grouped(evaluated)} strategies, ${((100 * feasible) / evaluated).toFixed(0)} % feasible; ${((seconds / evaluated) * 1e9).toFixed(1)} ns each`,
    );
  };
  for (const num_procs of [1024, 4096, 16384, 1536, 3840, 5040]) {
    const changed = { ...design, strategy: { ...design.strategy, num_procs } };
    await line(`N = ${num_procs} (${divisors(num_procs).length} divisors)`, changed, 2340);
  }
  for (const num_blocks of [64, 97, 96, 120, 128]) {
    const changed = { ...design, model: { ...design.model, num_blocks } };
    await line(`L = ${num_blocks} (${divisors(num_blocks).length} divisors)`, changed, 2340);
  }
  for (const batch of [585, 1170, 2340, 4680, 5040, 16384]) {
    await line(`batch ≤ ${batch}`, design, batch);
  }
}

/**
 * @param root folder of the repository
 * @param thread module of bench/search-thread.ts
 */
export async function run(root: string, thread: string): Promise<void> {
  const design: Design = {
    model: preset<ModelInput>(root, 'models', 'gpt3-175b'),
    system: preset<SystemInput>(root, 'systems', 'h100-80g-nvl8'),
    strategy: { ...preset<StrategyInput>(root, 'strategies', 'fig3'), num_procs: 4096 },
  };
  const input = { ...WHOLE_SEARCH, max_batch: 2340 };
  const alone = await oneThread(readSearchRequest(design, input));
  await allWorkers(design, input, thread, alone);
  await costModel(design);
}
