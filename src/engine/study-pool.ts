import type { Finding, StudyQuestion } from '../core/studies/question.js';
import { CancelledError, SupersededError } from './engine-errors.js';
import type { StartSearchRunner } from './search-messages.js';
import type { PoolSettings } from './search-pool.js';
import { SearchSeat } from './search-seat.js';
import { StudyRun } from './study-run.js';

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Each answer as it comes, by the question's index; about in the order of the questions. */
  readonly onFound: (index: number, finding: Finding) => void;
}

export interface StudyPool {
  readonly workers: number;
  /**
   * Answers a study's questions, the first ones first; resolves with the last answer. Questions that are being asked are
   * given up for these.
   *
   * @throws SupersededError, CancelledError (50 ms after the signal at most), EngineFailedError, or what the core threw.
   */
  ask(questions: readonly StudyQuestion[], options: AskOptions): Promise<void>;
  /** Ends the workers for good; what runs is cancelled. */
  terminate(): void;
}

const CHECK_MS = 1000;
/** A run is cancelled after this long, whether or not its workers have stopped. */
const CANCEL_MS = 50;

/** Workers that answer studies' questions; they are started when needed and kept warm for the next. */
export function createStudyPool(start: StartSearchRunner, settings: PoolSettings): StudyPool {
  const { workers, idleMs = 60_000, silenceSeconds = 10, startSeconds = 30 } = settings;
  const seats = Array.from({ length: workers }, () => new SearchSeat(start));
  let runs = 0;
  let giveUp: ((reason: Error) => void) | null = null;
  let idle: ReturnType<typeof setTimeout> | null = null;
  let terminated = false;

  const rest = (): void => {
    if (idle !== null) clearTimeout(idle);
    idle = setTimeout(() => seats.forEach((seat) => seat.end()), idleMs);
  };

  const ask: StudyPool['ask'] = (questions, { signal, onFound }) =>
    new Promise((resolve, reject) => {
      giveUp?.(new SupersededError());
      if (terminated || signal?.aborted) return reject(new CancelledError());
      const id = ++runs;
      const check = setInterval(() => run.checkSilence(silenceSeconds, startSeconds), CHECK_MS);
      const end = (settle: () => void): void => {
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
      const failed = (error: Error): void => {
        seats.forEach((seat) => void seat.cancel(id));
        end(() => reject(error));
      };
      const run = new StudyRun(id, questions, seats, onFound, () => end(resolve), failed);

      if (idle !== null) clearTimeout(idle);
      giveUp = leave;
      signal?.addEventListener('abort', abort);
      run.start();
    });

  return {
    workers,
    ask,
    terminate: () => {
      terminated = true;
      giveUp?.(new CancelledError());
      if (idle !== null) clearTimeout(idle);
      seats.forEach((seat) => seat.end());
    },
  };
}
