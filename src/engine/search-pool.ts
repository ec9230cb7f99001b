import type { Design } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import { readSearchRequest, searchProblems } from '../core/search/read-request.js';
import { searchSpace } from '../core/search/space.js';
import type { SearchTally } from '../core/search/tally.js';
import { AwakeClock } from './awake-clock.js';
import { CancelledError, SupersededError } from './engine-errors.js';
import type { SearchCounts, StartSearchRunner } from './search-messages.js';
import { SearchRun } from './search-run.js';
import { SearchSeat } from './search-seat.js';

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
  /** Ends the workers for good; what runs is cancelled. */
  terminate(): void;
}

export interface PoolSettings {
  readonly workers: number;
  /** Workers without work are ended after this long. */
  readonly idleMs?: number;
  /** A worker that sweeps and says nothing for this many seconds is dead; more when it has yet to be fetched. */
  readonly silenceSeconds?: number;
  readonly startSeconds?: number;
}

const PROGRESS_MS = 50;
/** How many of these make a look at what was found. */
const LOOKS = 5;
const CHECK_MS = 1000;
/** A search is cancelled after this long, whether or not its workers have stopped. */
const CANCEL_MS = 50;

/** Workers that search; they are started when needed and kept warm between searches. */
export function createSearchPool(start: StartSearchRunner, settings: PoolSettings): SearchPool {
  const { workers, idleMs = 60_000, silenceSeconds = 10, startSeconds = 30 } = settings;
  const seats = Array.from({ length: workers }, () => new SearchSeat(start));
  let searches = 0;
  let giveUp: ((reason: Error) => void) | null = null;
  let idle: ReturnType<typeof setTimeout> | null = null;
  let terminated = false;

  const rest = (): void => {
    if (idle !== null) clearTimeout(idle);
    idle = setTimeout(() => seats.forEach((seat) => seat.end()), idleMs);
  };

  const search: SearchPool['search'] = (design, input, { top, mostRows, signal, onProgress }) =>
    new Promise((resolve, reject) => {
      giveUp?.(new SupersededError());
      if (terminated || signal?.aborted) return reject(new CancelledError());
      const [problem] = searchProblems(design, input);
      if (problem !== undefined) return reject(new Error(problem));
      const id = ++searches;
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
      const progress = setInterval(look, PROGRESS_MS);
      const check = setInterval(() => run.checkSilence(silenceSeconds, startSeconds), CHECK_MS);
      const end = (settle: () => void): void => {
        clearInterval(progress);
        clearInterval(check);
        signal?.removeEventListener('abort', abort);
        run.stop();
        if (giveUp === leave) giveUp = null;
        rest();
        settle();
      };
      const leave = (reason: Error): void => {
        const stopped = Promise.all(seats.map((seat) => seat.cancel(id)));
        const late = setTimeout(() => reject(reason), CANCEL_MS);
        end(() => {
          void stopped.then(() => {
            clearTimeout(late);
            reject(reason);
          });
        });
      };
      const abort = (): void => leave(new CancelledError());
      const run = new SearchRun(
        { id, design, input, space, keep },
        seats,
        (tally) =>
          end(() => {
            tell(null);
            // they let go of what they kept of it
            seats.forEach((seat) => seat.release(id));
            resolve(tally);
          }),
        (error) => {
          seats.forEach((seat) => void seat.cancel(id));
          end(() => reject(error));
        },
      );

      // the timers of a page in the background come once a minute, the workers' answers as ever
      run.onAnswer = () => clock.tick();
      if (idle !== null) clearTimeout(idle);
      giveUp = leave;
      signal?.addEventListener('abort', abort);
      run.start();
    });

  return {
    workers,
    search,
    terminate: () => {
      terminated = true;
      giveUp?.(new CancelledError());
      if (idle !== null) clearTimeout(idle);
      seats.forEach((seat) => seat.end());
    },
  };
}
