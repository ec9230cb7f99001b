import type { SearchSlice } from '../core/search/slices.js';
import type { SearchTally } from '../core/search/tally.js';
import type { SearchAnswer, SearchCounts } from './search-messages.js';

/** A part of a search that a worker sweeps as a whole. */
export interface SearchBatch {
  readonly id: number;
  readonly slices: readonly SearchSlice[];
  /** How often a worker died over it. */
  losses: number;
}

const NO_COUNTS: SearchCounts = { evaluated: 0, feasible: 0, swept: 0 };

/** Adds what several workers did. */
export function addCounts(all: readonly SearchCounts[]): SearchCounts {
  const sum = (of: (counts: SearchCounts) => number): number => all.reduce((total, counts) => total + of(counts), 0);
  return {
    evaluated: sum(({ evaluated }) => evaluated),
    feasible: sum(({ feasible }) => feasible),
    swept: sum(({ swept }) => swept),
  };
}

/** What one worker was given of a search and has done; a worker started in its place begins another. */
export class SearchShare {
  counts = NO_COUNTS;
  /** The newest snapshot. */
  latest: SearchTally | null = null;
  /** The newest snapshot without anything of unfinished batches, and its counts. */
  whole: SearchTally | null = null;
  wholeCounts = NO_COUNTS;
  /** The last of all, with rows. */
  collected: SearchTally | null = null;
  /** Checks in a row that found it silent. */
  silent = 0;
  /** Given, and in no whole snapshot yet; in the order given. */
  private readonly open = new Map<number, SearchBatch>();
  private readonly covered: SearchBatch[] = [];
  private finished = new Set<number>();

  give(batch: SearchBatch): void {
    this.open.set(batch.id, batch);
  }

  /** Batches given and not known to be finished. */
  get waiting(): number {
    return this.open.size;
  }

  /** Takes a snapshot in. */
  see({ counts, tally, done, whole }: Extract<SearchAnswer, { type: 'snapshot' }>): void {
    this.counts = counts;
    this.latest = tally;
    this.finished = new Set(done);
    if (!whole) return;
    this.whole = tally;
    this.wholeCounts = counts;
    for (const id of done) {
      const batch = this.open.get(id);
      if (batch) this.covered.push(batch);
      this.open.delete(id);
    }
  }

  /** What has to be done again when the worker is lost: with rows all, since a snapshot has none. */
  lost(rows: boolean): SearchBatch[] {
    const open = [...this.open.values()];
    // the first that is not finished is what it was at
    const guilty = open.find(({ id }) => !this.finished.has(id));
    if (guilty) guilty.losses += 1;
    return rows ? [...this.covered, ...open] : open;
  }
}
