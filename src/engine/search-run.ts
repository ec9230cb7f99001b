import type { Design } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import { newTally, type KeepOptions } from '../core/search/search.js';
import { sliceBatches } from '../core/search/slices.js';
import type { SearchSpace } from '../core/search/space.js';
import type { SearchTally } from '../core/search/tally.js';
import { EngineFailedError, failureText } from './engine-errors.js';
import type { SearchAnswer, SearchCounts } from './search-messages.js';
import type { SeatRun } from './seat-pool.js';
import type { SearchSeat } from './search-seat.js';
import { addCounts, SearchShare, type SearchBatch } from './search-share.js';

/** Parts a worker's share is cut into, so that all end at about the same time. */
const BATCHES_PER_WORKER = 16;
/** More of a large space, so that a worker's death loses little. */
const BATCHES_PER_WORKER_LARGE = 64;
const LARGE = 1e8;
/** A smaller space than this for each worker is not worth another worker. */
const LEAST_PER_WORKER = 50_000;
/** How often a batch may cost a worker its life before the search is given up. */
const MOST_LOSSES = 2;

export interface SearchOrderForm {
  readonly id: number;
  readonly design: Design;
  readonly input: SearchInput;
  readonly space: SearchSpace;
  readonly keep: KeepOptions;
}

/**
 * One search over several workers. Each has half of its share in hand at once and asks for the rest batch by batch; what
 * a worker that died had in hand, the others do.
 */
export class SearchRun implements SeatRun {
  /** What is in no worker's hand. */
  private readonly pending: SearchBatch[];
  private readonly shares = new Map<SearchSeat, SearchShare>();
  /** Whole snapshots of workers that died since. */
  private readonly rescued: { readonly tally: SearchTally; readonly counts: SearchCounts }[] = [];
  /** Called with each answer of a worker. */
  onAnswer: () => void = () => undefined;
  private collecting = false;
  private over = false;
  /** There are snapshots that no partial tally has seen. */
  private news = false;

  constructor(
    private readonly form: SearchOrderForm,
    private readonly seats: readonly SearchSeat[],
    private readonly onDone: (tally: SearchTally) => void,
    private readonly onError: (error: Error) => void,
  ) {
    const { space } = form;
    const workers = Math.max(1, Math.min(seats.length, Math.ceil(space.size / LEAST_PER_WORKER)));
    const perWorker = space.size > LARGE ? BATCHES_PER_WORKER_LARGE : BATCHES_PER_WORKER;
    const batches = sliceBatches(space, workers * perWorker);
    // the last are taken first
    this.pending = batches.map((slices, id) => ({ id, slices, losses: 0 })).reverse();
    this.seats = seats.slice(0, workers);
  }

  start(): void {
    for (const seat of this.seats) seat.listener = this;
    const inHand = Math.max(1, Math.floor(this.pending.length / this.seats.length / 2));
    for (const seat of this.seats) this.guarded(seat, () => this.give(seat, inHand));
    this.finishIfDone();
  }

  stop(): void {
    this.over = true;
    for (const seat of this.seats) if (seat.listener === this) seat.listener = null;
  }

  /** What each worker, and those that died, have done so far. */
  counts(): { readonly all: SearchCounts; readonly byWorker: readonly SearchCounts[] } {
    const byWorker = [...this.shares.values()].map(({ counts }) => counts);
    return { all: addCounts([...byWorker, ...this.rescued.map(({ counts }) => counts)]), byWorker };
  }

  /** All snapshots together, when there are new ones; null else. */
  partial(): SearchTally | null {
    if (!this.news) return null;
    this.news = false;
    try {
      return this.merged((share) => share.latest);
    } catch {
      // short of memory: there will be another look
      return null;
    }
  }

  checkSilence(mostChecks: number, mostChecksAtStart: number): void {
    for (const [seat, share] of this.shares) {
      share.silent = seat.heard || share.waiting === 0 ? 0 : share.silent + 1;
      seat.heard = false;
      if (share.silent < (seat.proven ? mostChecks : mostChecksAtStart)) continue;
      seat.end();
      this.died(seat, new Error('a worker gave no sign of life'));
    }
  }

  answered(seat: SearchSeat, answer: SearchAnswer): void {
    this.onAnswer();
    try {
      this.take(seat, answer);
    } catch (error) {
      // what several workers found is put together here, which takes memory too: else the search would never end
      this.over = true;
      this.onError(new Error(failureText(error)));
    }
  }

  private take(seat: SearchSeat, answer: SearchAnswer): void {
    const share = this.shares.get(seat);
    if (this.over || !share || answer.search !== this.form.id) return;
    if (answer.type === 'failed') this.onError(new Error(answer.message));
    else if (answer.type === 'progress') share.counts = answer.counts;
    else if (answer.type === 'snapshot') {
      share.see(answer);
      this.news = true;
    } else if (answer.type === 'collected') share.collected = answer.tally;
    this.guarded(seat, () => this.give(seat, 2));
    this.finishIfDone();
  }

  died(seat: SearchSeat, error: Error): void {
    const share = this.shares.get(seat);
    if (this.over || !share) return;
    const rows = this.keepsRows;
    if (!rows && share.whole) this.rescued.push({ tally: share.whole, counts: share.wholeCounts });
    this.shares.delete(seat);
    const again = share.lost(rows);
    if (again.some(({ losses }) => losses >= MOST_LOSSES)) return this.onError(new EngineFailedError(error));
    this.pending.push(...again);
    // what was collected lacks what is yet to be done
    this.collecting = false;
    for (const other of this.shares.values()) other.collected = null;
    // the others first: this one has yet to be started
    const others = this.seats.filter((other) => other !== seat);
    for (const other of [...others, seat]) this.guarded(other, () => this.give(other, 2));
    this.finishIfDone();
  }

  private get keepsRows(): boolean {
    return this.form.keep.mostRows > 0;
  }

  /** Sees to it that a worker has `inHand` batches, if there are so many. */
  private give(seat: SearchSeat, inHand: number): void {
    const { id, design, input, keep } = this.form;
    while (this.pending.length > 0) {
      let share = this.shares.get(seat);
      if (share !== undefined && share.waiting >= inHand) return;
      if (share === undefined) {
        seat.heard = true;
        seat.send({ type: 'begin', search: id, design, input, keep });
        share = new SearchShare();
        this.shares.set(seat, share);
      }
      const batch = this.pending.pop() as SearchBatch;
      share.give(batch);
      seat.send({ type: 'sweep', search: id, batch: batch.id, slices: batch.slices });
    }
  }

  private finishIfDone(): void {
    if (this.over || this.pending.length > 0) return;
    const shares = [...this.shares];
    if (shares.some(([, share]) => share.waiting > 0)) return;
    if (this.keepsRows && !this.collecting) {
      this.collecting = true;
      for (const [seat] of shares) this.guarded(seat, () => seat.send({ type: 'collect', search: this.form.id }));
    }
    if (this.keepsRows && shares.some(([, share]) => share.collected === null)) return;
    this.over = true;
    this.onDone(this.merged((share) => share.collected ?? share.whole));
  }

  private merged(of: (share: SearchShare) => SearchTally | null): SearchTally {
    const sum = newTally(this.form.space.request, this.form.keep);
    for (const share of this.shares.values()) {
      const tally = of(share);
      if (tally) sum.merge(tally);
    }
    for (const { tally } of this.rescued) sum.merge(tally);
    return sum.result();
  }

  private guarded(seat: SearchSeat, act: () => void): void {
    try {
      if (!this.over) act();
    } catch (error) {
      // no worker can be started here
      const why = error instanceof Error ? error : new Error(String(error));
      if (this.shares.has(seat)) this.died(seat, why);
      else this.onError(new EngineFailedError(why));
    }
  }
}
