import { availableParallelism } from 'node:os';
import type { SearchRequest } from '../core/search/request.js';
import { newTally } from '../core/search/search.js';
import { sliceBatches } from '../core/search/slices.js';
import type { SearchSpace } from '../core/search/space.js';
import { searchSpace } from '../core/search/space.js';
import type { SearchTally } from '../core/search/tally.js';
import { CommandError, EXIT } from './exit.js';
import { OutputFile } from './output-file.js';
import { CHUNK_BYTES } from './part-rows.js';
import { Progress } from './progress.js';
import { SearchThreads } from './search-threads.js';

/** What rows waiting for the disk may take altogether. */
const AHEAD_BYTES = 2 ** 27;

/** More threads than this wait for the disk, and take memory. */
const MOST_BY_DEFAULT = 32;

/** Fewer strategies than this a thread does before another has started. */
const WORTH_A_THREAD = 250_000;

/** About this many strategies a batch: a fraction of a second. */
const BATCH_SIZE = 5_000_000;

export interface SearchSettings {
  readonly request: SearchRequest;
  readonly output: string;
  /** How many of the best strategies to find. */
  readonly top: number;
  /** Threads asked for; null for one for each processor. */
  readonly threads: number | null;
  /** Every feasible strategy will be written: work for threads even in a small space. */
  readonly writesRows: boolean;
  /** Finding nothing feasible is no failure. */
  readonly noneIsFine: boolean;
}

/** A search whose strategies have been counted, and its threads, ready for more. */
export interface CountedSearch {
  readonly space: SearchSpace;
  readonly tally: SearchTally;
  readonly threads: SearchThreads;
  readonly output: OutputFile;
  readonly signal: AbortSignal;
  /** Seconds since the threads were started. */
  readonly elapsedSeconds: () => number;
}

function threadCount({ threads, writesRows }: SearchSettings, space: SearchSpace): number {
  const wanted = threads ?? Math.min(availableParallelism(), MOST_BY_DEFAULT);
  const worthIt = Math.ceil(space.size / (writesRows ? WORTH_A_THREAD / 50 : WORTH_A_THREAD));
  return Math.max(1, Math.min(wanted, worthIt));
}

/** What is thrown where the run was interrupted, whatever it was waiting for. */
function interrupted(output: string, signal: 'SIGINT' | 'SIGTERM'): CommandError {
  const code = signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
  return new CommandError(`Interrupted. ${output} was not written.`, code);
}

/**
 * Counts a search on worker threads, then hands it over to write its output. Whatever happens on the way, an interruption too,
 * threads are stopped, and the output is there whole or not at all.
 * @param module path of the built `search-thread.ts`
 * @throws {CommandError} if the output cannot be written, or the run is interrupted
 */
export async function runSearch(
  settings: SearchSettings,
  module: string,
  write: (search: CountedSearch) => Promise<void>,
): Promise<void> {
  const { request, output: path, top } = settings;
  const output = new OutputFile(path);
  const abort = new AbortController();
  const space = searchSpace(request);
  const count = threadCount(settings, space);
  const start = performance.now();
  const threads = new SearchThreads(
    module,
    {
      request,
      keep: { top, mostRows: 0 },
      compress: path.endsWith('.gz'),
      chunksAhead: Math.max(2, Math.floor(AHEAD_BYTES / CHUNK_BYTES / count)),
    },
    count,
  );
  const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
    abort.abort(interrupted(path, signal));
    void threads.stop();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const tally = await countAll(space, threads, top, count);
    const elapsedSeconds = (): number => (performance.now() - start) / 1000;
    await write({ space, tally, threads, output, signal: abort.signal, elapsedSeconds });
  } catch (error) {
    throw abort.signal.aborted ? abort.signal.reason : error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    output.discard();
    await threads.stop();
  }
}

async function countAll(space: SearchSpace, threads: SearchThreads, top: number, count: number): Promise<SearchTally> {
  const progress = new Progress(space.size, 'strategies');
  try {
    const batches = sliceBatches(space, Math.max(8 * count, Math.ceil(space.size / BATCH_SIZE)));
    const tallies = await threads.sweep(batches, (strategies) => progress.add(strategies));
    const tally = newTally(space.request, { top, mostRows: 0 });
    for (const each of tallies) tally.merge(each);
    return tally.result();
  } finally {
    progress.clear();
  }
}
