import { grouped } from '../core/quantities/grouped.js';

/** Worker-seconds for one strategy before anything was measured: a compiler that has yet to warm up. */
const FIRST_COST = 60e-9;
/** Fewer strategies than this say more about starting than about searching. */
const ENOUGH = 1e6;
/** Starting, sending and merging. */
const OVERHEAD_SECONDS = 0.02;

/** A search expected to take longer says so first. */
export const LONG_SECONDS = 60;

/** How long searches take, learnt from those that ran: the cost of one strategy on one worker. */
export class SearchEstimate {
  private cost = FIRST_COST;
  private known = false;

  constructor(private readonly workers: number) {}

  /** Seconds that a search of so many strategies is expected to take. */
  seconds(strategies: number): number {
    return OVERHEAD_SECONDS + (strategies * this.cost) / this.workers;
  }

  /** A search has done so many strategies in so many seconds. */
  learn(strategies: number, seconds: number): void {
    if (strategies < ENOUGH || !(seconds > 0)) return;
    const cost = (seconds * this.workers) / strategies;
    // half of the old, since searches differ: feasible strategies cost most
    this.cost = this.known ? (this.cost + cost) / 2 : cost;
    this.known = true;
  }
}

/** Seconds in words, rounded as one says them: "about 40 s", "about 3 min", "about 2 h". */
export function aboutDuration(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 90 * 60) return `about ${Math.round(seconds / 60)} min`;
  return `about ${grouped(Math.round(seconds / 3600))} h`;
}
