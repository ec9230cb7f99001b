import { CancelledError, SupersededError } from './engine-errors.js';
import type { Practice, StartSearchRunner } from './search-messages.js';
import { SearchSeat } from './search-seat.js';

export interface PoolSettings {
  readonly workers: number;
  /** Workers without work are ended after this long. */
  readonly idleMs?: number;
  /** A worker that works and says nothing for this many seconds is dead; more when it has yet to be fetched. */
  readonly silenceSeconds?: number;
  readonly startSeconds?: number;
}

/** What the seats of a pool work for: a search, or the questions of a study. */
export interface SeatRun {
  start(): void;
  /** Nothing that comes from now on matters. */
  stop(): void;
  /** To be called every second or so: a worker silent for too many checks is as good as dead. */
  checkSilence(mostChecks: number, mostChecksAtStart: number): void;
}

/** What a run is made of; how it ends is told by one of the two. */
export interface RunForm<T> {
  readonly id: number;
  readonly seats: readonly SearchSeat[];
  /** It is over; `settle` is called when nothing more can come, and gives the result. */
  readonly finish: (settle: () => T) => void;
  readonly fail: (error: Error) => void;
}

const CHECK_MS = 1000;
/** A run is cancelled after this long, whether or not its workers have stopped. */
const CANCEL_MS = 50;

/** Workers that are started when needed and kept warm for the next run; one run at a time, the newest. */
export class SeatPool {
  readonly workers: number;
  private readonly seats: readonly SearchSeat[];
  private readonly idleMs: number;
  private readonly mostSilence: readonly [seconds: number, atStart: number];
  private runs = 0;
  private giveUp: ((reason: Error) => void) | null = null;
  private idle: ReturnType<typeof setTimeout> | null = null;
  private terminated = false;

  constructor(start: StartSearchRunner, settings: PoolSettings) {
    const { workers, idleMs = 60_000, silenceSeconds = 10, startSeconds = 30 } = settings;
    this.workers = workers;
    this.seats = Array.from({ length: workers }, () => new SearchSeat(start));
    this.idleMs = idleMs;
    this.mostSilence = [silenceSeconds, startSeconds];
  }

  /**
   * Gives up what runs for a run that `make` makes. `onEnd` is called once, however it ends.
   *
   * @throws SupersededError, CancelledError (50 ms after the signal at most), or what the run failed with, or `make` threw.
   */
  run<T>(signal: AbortSignal | undefined, make: (form: RunForm<T>) => SeatRun, onEnd?: () => void): Promise<T> {
    return new Promise((resolve, reject) => {
      this.giveUp?.(new SupersededError());
      if (this.terminated || signal?.aborted) return reject(new CancelledError());
      const id = ++this.runs;
      const { seats } = this;
      const cancelled = (): Promise<unknown> => Promise.all(seats.map((seat) => seat.cancel(id)));
      const end = (settle: () => void): void => {
        clearInterval(check);
        onEnd?.();
        signal?.removeEventListener('abort', abort);
        run.stop();
        if (this.giveUp === leave) this.giveUp = null;
        this.rest();
        settle();
      };
      const leave = (reason: Error): void => {
        const stopped = cancelled();
        const late = setTimeout(() => reject(reason), CANCEL_MS);
        end(() => {
          void stopped.then(() => {
            clearTimeout(late);
            reject(reason);
          });
        });
      };
      const abort = (): void => leave(new CancelledError());
      const run = make({
        id,
        seats,
        finish: (settle) => end(() => resolve(settle())),
        fail: (error) => {
          void cancelled();
          end(() => reject(error));
        },
      });
      const check = setInterval(() => run.checkSilence(...this.mostSilence), CHECK_MS);

      if (this.idle !== null) clearTimeout(this.idle);
      this.giveUp = leave;
      signal?.addEventListener('abort', abort);
      run.start();
    });
  }

  /** Starts the workers and has them practise, so that the next run need not wait for either. They end again when nothing comes. */
  warm(practice: Practice | null): void {
    if (this.terminated || this.giveUp !== null) return;
    this.seats.forEach((seat) => seat.warm(practice));
    this.rest();
  }

  /** Ends the workers for good; what runs is cancelled. */
  terminate(): void {
    this.terminated = true;
    this.giveUp?.(new CancelledError());
    if (this.idle !== null) clearTimeout(this.idle);
    this.seats.forEach((seat) => seat.end());
  }

  private rest(): void {
    if (this.idle !== null) clearTimeout(this.idle);
    this.idle = setTimeout(() => this.seats.forEach((seat) => seat.end()), this.idleMs);
  }
}
