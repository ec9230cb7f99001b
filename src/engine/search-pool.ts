import type { Design } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import { readSearchRequest, searchProblems } from '../core/search/read-request.js';
import { searchSpace } from '../core/search/space.js';
import type { SearchTally } from '../core/search/tally.js';
import { AwakeClock } from './awake-clock.js';
import type { SearchCounts, StartSearchRunner } from './search-messages.js';
import { SearchRun } from './search-run.js';
import { SeatPool, type PoolSettings } from './seat-pool.js';

/** How far a search is. */
export interface SearchProgress extends SearchCounts {
  /** Strategies in the space. */
  readonly total: number;
  readonly elapsedSeconds: number;
  /** What was found so far, as soon as there is something and then a few times a second; null in between. */
  readonly tally: SearchTally | null;
  /** What each worker has done. */
  readonly byWorker: readonly SearchCounts[];
}

export interface PoolSearchOptions {
  /** How many of the best strategies to keep. */
  readonly top: number;
  /** Keep every feasible row while there are no more than this; 0 for none. */
  readonly mostRows: number;
  readonly signal?: AbortSignal;
  /** At most 20 times a second, and once at the end. */
  readonly onProgress?: (progress: SearchProgress) => void;
}

export interface SearchPool {
  readonly workers: number;
  /**
   * Searches the strategies of a design. A search that runs is given up for it.
   *
   * @throws SupersededError, CancelledError (50 ms after the signal at most), EngineFailedError, or what the core threw.
   */
  readonly search: (design: Design, input: SearchInput, options: PoolSearchOptions) => Promise<SearchTally>;
  /** Starts the workers before there is a search, and has them practise on one that is likely to come. */
  readonly warm: (design: Design, input: SearchInput) => void;
  /** Ends the workers for good; what runs is cancelled. */
  terminate(): void;
}

const PROGRESS_MS = 50;
/** How many of these make a look at what was found. */
const LOOKS = 5;

/** Workers that search; they are started when needed and kept warm between searches. */
export function createSearchPool(start: StartSearchRunner, settings: PoolSettings): SearchPool {
  const pool = new SeatPool(start, settings);

  const search: SearchPool['search'] = (design, input, { top, mostRows, signal, onProgress }) => {
    let progress: ReturnType<typeof setInterval> | undefined;
    return pool.run(
      signal,
      ({ id, seats, finish, fail }) => {
        const [problem] = searchProblems(design, input);
        if (problem !== undefined) throw new Error(problem);
        const clock = new AwakeClock();
        const keep = { top, mostRows };
        const space = searchSpace(readSearchRequest(design, input));

        const tell = (tally: SearchTally | null): void => {
          const { all, byWorker } = run.counts();
          onProgress?.({ ...all, byWorker, total: space.size, elapsedSeconds: clock.seconds, tally });
        };
        let ticks = 0;
        let seen = false;
        const look = (): void => {
          const tally = ++ticks % LOOKS === 0 || !seen ? run.partial() : null;
          seen ||= tally !== null;
          tell(tally);
        };
        const done = (tally: SearchTally): void =>
          finish(() => {
            tell(null);
            // they let go of what they kept of it
            seats.forEach((seat) => seat.release(id));
            return tally;
          });
        const run = new SearchRun({ id, design, input, space, keep }, seats, done, fail);
        // the timers of a page in the background come once a minute, the workers' answers as ever
        run.onAnswer = () => clock.tick();
        progress = setInterval(look, PROGRESS_MS);
        return run;
      },
      () => clearInterval(progress),
    );
  };

  return {
    workers: pool.workers,
    search,
    warm: (design, input) => pool.warm({ design, input }),
    terminate: () => pool.terminate(),
  };
}
