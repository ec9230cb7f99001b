import { readSearchRequest } from '../core/search/read-request.js';
import { newTally } from '../core/search/search.js';
import type { SearchSlice } from '../core/search/slices.js';
import { searchSpace } from '../core/search/space.js';
import { Sweep } from '../core/search/sweep.js';
import type { Tally } from '../core/search/tally.js';
import { failureText } from './engine-errors.js';
import { practise } from './practice.js';
import type { SearchCounts, SearchOrder } from './search-messages.js';
import { TURN_MS, type ServantHost } from './servant-host.js';
import { StudyServant } from './study-servant.js';

const PROGRESS_MS = 45;
/** Snapshots are for the screen, and to lose little when a worker dies. */
const SNAPSHOT_MS = 400;
/** The first comes sooner: somebody has just pressed the button. */
const FIRST_SNAPSHOT_MS = 120;

interface Batch {
  readonly id: number;
  readonly slices: readonly SearchSlice[];
}

/** One search as this worker knows it. */
interface Work {
  readonly search: number;
  readonly sweep: Sweep;
  readonly tally: Tally;
  readonly queue: Batch[];
  readonly done: number[];
  /** Strategies of the slices finished. */
  finished: number;
  running: boolean;
  progressAt: number;
  snapshotAt: number;
}

/** The worker's side of a search: sweeps the batches it is given, and tells how far it is. A study's questions go on to its own side. */
export class SearchServant {
  private work: Work | null = null;
  /** Whatever is ordered ends the practice before it. */
  private newest: SearchOrder | null = null;
  private readonly studies: StudyServant;

  constructor(private readonly host: ServantHost) {
    this.studies = new StudyServant(host);
  }

  take(order: SearchOrder): void {
    this.newest = order;
    if (order.type === 'practise') return void practise(order, this.host, () => this.newest === order);
    const { search } = order;
    if (order.type === 'begin') this.begin(order);
    else if (order.type === 'ask') this.studies.ask(order);
    else if (order.type === 'cancel') {
      if (this.work?.search === search) this.work = null;
      this.studies.cancel(search);
      this.host.send({ type: 'cancelled', search }, []);
    } else if (this.work?.search === search) {
      if (order.type === 'collect') this.guarded(search, this.work);
      else {
        this.work.queue.push({ id: order.batch, slices: order.slices });
        if (!this.work.running) void this.run(this.work);
      }
    }
  }

  private begin({ search, design, input, keep }: Extract<SearchOrder, { type: 'begin' }>): void {
    this.work = null;
    try {
      const request = readSearchRequest(design, input);
      const tally = newTally(request, keep);
      const sweep = new Sweep(searchSpace(request), tally);
      const now = performance.now();
      const snapshotAt = now - SNAPSHOT_MS + FIRST_SNAPSHOT_MS;
      const fresh = { queue: [], done: [], finished: 0, running: false, progressAt: now, snapshotAt };
      this.work = { search, sweep, tally, ...fresh };
    } catch (error) {
      this.fail(search, error);
    }
  }

  private async run(work: Work): Promise<void> {
    work.running = true;
    try {
      for (let batch = work.queue.shift(); batch !== undefined; batch = work.queue.shift()) {
        for (const slice of batch.slices) {
          if (!(await this.sweep(work, slice))) return;
        }
        work.done.push(batch.id);
        if (work.queue.length === 0 || performance.now() - work.snapshotAt >= SNAPSHOT_MS) this.snapshot(work, true);
        else this.tell(work);
      }
    } catch (error) {
      this.fail(work.search, error);
    }
    work.running = false;
  }

  /** Whether the slice was swept to its end: false when the search is no longer wanted. */
  private async sweep(work: Work, slice: SearchSlice): Promise<boolean> {
    let since = performance.now();
    for (const _ of work.sweep.steps(slice)) {
      const now = performance.now();
      if (now - since < TURN_MS) continue;
      if (now - work.snapshotAt >= SNAPSHOT_MS) this.snapshot(work, false);
      else if (now - work.progressAt >= PROGRESS_MS) this.tell(work);
      await this.host.nextTurn();
      if (this.work !== work) return false;
      since = performance.now();
    }
    work.finished += slice.size;
    return true;
  }

  private tell(work: Work): void {
    work.progressAt = performance.now();
    this.host.send({ type: 'progress', search: work.search, counts: countsOf(work) }, []);
  }

  private snapshot(work: Work, whole: boolean): void {
    work.progressAt = work.snapshotAt = performance.now();
    const tally = work.tally.result({ rows: false });
    const { search, done } = work;
    this.host.send({ type: 'snapshot', search, counts: countsOf(work), tally, done: [...done], whole }, [
      tally.bins.buffer as ArrayBuffer,
    ]);
  }

  private guarded(search: number, work: Work): void {
    try {
      this.collect(work);
    } catch (error) {
      this.fail(search, error);
    }
  }

  private collect(work: Work): void {
    const tally = work.tally.result();
    const { rows, bins } = tally;
    const columns = rows === null ? [] : [rows.place, rows.rate, rows.tier1Bytes, rows.tier2Bytes];
    const transfer = [bins, ...columns].map((column) => column.buffer as ArrayBuffer);
    this.host.send({ type: 'collected', search: work.search, tally }, transfer);
  }

  private fail(search: number, error: unknown): void {
    this.work = null;
    this.host.send({ type: 'failed', search, message: failureText(error) }, []);
  }
}

function countsOf({ tally, finished }: Work): SearchCounts {
  const { evaluated, feasible, tooSlow } = tally;
  return { evaluated, feasible: feasible - tooSlow, swept: Math.max(evaluated, finished) };
}
