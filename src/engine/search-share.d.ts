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
/** Adds what several workers did. */
export declare function addCounts(all: readonly SearchCounts[]): SearchCounts;
/** What one worker was given of a search and has done; a worker started in its place begins another. */
export declare class SearchShare {
    counts: SearchCounts;
    /** The newest snapshot. */
    latest: SearchTally | null;
    /** The newest snapshot without anything of unfinished batches, and its counts. */
    whole: SearchTally | null;
    wholeCounts: SearchCounts;
    /** The last of all, with rows. */
    collected: SearchTally | null;
    /** Checks in a row that found it silent. */
    silent: number;
    /** Given, and in no whole snapshot yet; in the order given. */
    private readonly open;
    private readonly covered;
    private finished;
    give(batch: SearchBatch): void;
    /** Batches given and not known to be finished. */
    get waiting(): number;
    /** Takes a snapshot in. */
    see({ counts, tally, done, whole }: Extract<SearchAnswer, {
        type: 'snapshot';
    }>): void;
    /** What has to be done again when the worker is lost: with rows all, since a snapshot has none. */
    lost(rows: boolean): SearchBatch[];
}
