import type { Finding, StudyQuestion } from '../core/studies/question.js';
import type { StartSearchRunner } from './search-messages.js';
import { SeatPool, type PoolSettings } from './seat-pool.js';
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
  /** Starts the workers before there is a question, and has them practise on one that is likely to come. */
  warm(question: StudyQuestion | null): void;
  /** Ends the workers for good; what runs is cancelled. */
  terminate(): void;
}

/** Workers that answer studies' questions; they are started when needed and kept warm for the next. */
export function createStudyPool(start: StartSearchRunner, settings: PoolSettings): StudyPool {
  const pool = new SeatPool(start, settings);
  return {
    workers: pool.workers,
    ask: (questions, { signal, onFound }) =>
      pool.run<void>(
        signal,
        ({ id, seats, finish, fail }) =>
          new StudyRun(id, questions, seats, onFound, () => finish(() => undefined), fail),
      ),
    warm: (question) => {
      const input = question?.searches[0];
      pool.warm(question === null || input === undefined ? null : { design: question.design, input });
    },
    terminate: () => pool.terminate(),
  };
}
