import type { SearchAnswer, SearchOrder, SearchRunner, StartSearchRunner } from './search-messages.js';

/** A worker that does not stop within this long of being told to is ended. */
const CANCEL_PATIENCE_MS = 1000;

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
  private readonly stopping = new Map<number, { readonly timer: ReturnType<typeof setTimeout>; done(): void }>();

  constructor(private readonly start: StartSearchRunner) {}

  /** @throws if no worker can be started. */
  send(order: SearchOrder): void {
    this.runner ??= this.begin();
    this.runner.send(order);
  }

  /** Tells the worker to stop a search; resolves once it has, or is ended because it does not. */
  cancel(search: number): Promise<void> {
    const { runner } = this;
    if (runner === null) return Promise.resolve();
    return new Promise((done) => {
      const timer = setTimeout(() => this.end(), CANCEL_PATIENCE_MS);
      this.stopping.set(search, { timer, done });
      runner.send({ type: 'cancel', search });
    });
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

  private stopped(search: number): void {
    const waiting = this.stopping.get(search);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.stopping.delete(search);
    waiting.done();
  }
}
