import type { Practice, SearchAnswer, SearchOrder, SearchRunner, StartSearchRunner } from './search-messages.js';

/** A worker that has not stopped after so many looks is ended. One look would do it wrong after this thread was busy. */
const CANCEL_LOOKS = 2;
const CANCEL_LOOK_MS = 500;

/** Who is told of what a worker says or does. */
export interface SeatListener {
  answered(seat: SearchSeat, answer: SearchAnswer): void;
  died(seat: SearchSeat, error: Error): void;
}

/** A place for one worker: it is started when needed, and again after it died. */
export class SearchSeat {
  listener: SeatListener | null = null;
  /** The worker has said something since this was last set to false. */
  heard = false;
  /** The worker has answered at least once: it is not still being fetched. */
  proven = false;
  private runner: SearchRunner | null = null;
  private readonly stopping = new Map<number, { timer: ReturnType<typeof setTimeout>; readonly done: () => void }>();

  constructor(private readonly start: StartSearchRunner) {}

  /** @throws if no worker can be started. */
  send(order: SearchOrder): void {
    this.runner ??= this.begin();
    this.runner.send(order);
  }

  /**
   * Starts the worker before there is work for it, and has it practise on what may come. One that runs has had its practice.
   * Where none can be started, the first order tells.
   */
  warm(practice: Practice | null): void {
    if (this.runner !== null) return;
    try {
      this.runner = this.begin();
      if (practice !== null) this.runner.send({ type: 'practise', ...practice });
    } catch {
      this.runner = null;
    }
  }

  /** Tells the worker to stop a search; resolves once it has, or is ended because it does not. */
  cancel(search: number): Promise<void> {
    const { runner } = this;
    if (runner === null) return Promise.resolve();
    return new Promise((done) => {
      this.stopping.set(search, { timer: this.look(search, CANCEL_LOOKS), done });
      runner.send({ type: 'cancel', search });
    });
  }

  /** Lets the worker let go of a search that is over. */
  release(search: number): void {
    this.runner?.send({ type: 'cancel', search });
  }

  /** Ends the worker; the next order starts another. */
  end(): void {
    const { runner } = this;
    this.runner = null;
    this.proven = false;
    runner?.terminate();
    for (const search of this.stopping.keys()) this.stopped(search);
  }

  private begin(): SearchRunner {
    this.proven = false;
    let started: SearchRunner | null = null;
    // what a worker says after it was replaced is no news
    const isCurrent = (): boolean => started !== null && started === this.runner;
    started = this.start(
      (answer) => {
        if (isCurrent()) this.hear(answer);
      },
      (error) => {
        if (!isCurrent()) return;
        this.end();
        this.listener?.died(this, error);
      },
    );
    return started;
  }

  private hear(answer: SearchAnswer): void {
    this.heard = true;
    this.proven = true;
    if (answer.type === 'cancelled') this.stopped(answer.search);
    else this.listener?.answered(this, answer);
  }

  private look(search: number, looks: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      const waiting = this.stopping.get(search);
      if (waiting && looks > 1) waiting.timer = this.look(search, looks - 1);
      else if (waiting) {
        this.end();
        // whoever has given it work since needs another
        this.listener?.died(this, new Error('a worker did not stop'));
      }
    }, CANCEL_LOOK_MS);
  }

  private stopped(search: number): void {
    const waiting = this.stopping.get(search);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.stopping.delete(search);
    waiting.done();
  }
}
