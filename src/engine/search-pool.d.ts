import type { Design } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import type { SearchTally } from '../core/search/tally.js';
import type { SearchCounts, StartSearchRunner } from './search-messages.js';
/** How far a search is. */
export interface SearchProgress extends SearchCounts {
    /** Strategies in the space. */
    readonly total: number;
    readonly elapsedSeconds: number;
    /** What was found so far, a few times a second; null in between, and in the first quarter of a second. */
    readonly tally: SearchTally | null;
    /** What each worker has done. */
    readonly byWorker: readonly SearchCounts[];
}
export interface PoolSearchOptions {
    /** How many of the best strategies to keep. */
    readonly top: number;
    /** Keep every feasible row while there are no more than this; 0 for none. */
    readonly mostRows: number;
    readonly signal?: AbortSignal;
    /** At most 20 times a second, and once at the end. */
    readonly onProgress?: (progress: SearchProgress) => void;
}
export interface SearchPool {
    readonly workers: number;
    /**
     * Searches the strategies of a design. A search that runs is given up for it.
     *
     * @throws SupersededError, CancelledError (50 ms after the signal at most), EngineFailedError, or what the core threw.
     */
    readonly search: (design: Design, input: SearchInput, options: PoolSearchOptions) => Promise<SearchTally>;
    /** Ends the workers for good; what runs is cancelled. */
    terminate(): void;
}
export interface PoolSettings {
    readonly workers: number;
    /** Workers without work are ended after this long. */
    readonly idleMs?: number;
    /** A worker that sweeps and says nothing for this many seconds is dead; more when it has yet to be fetched. */
    readonly silenceSeconds?: number;
    readonly startSeconds?: number;
}
/** Workers that search; they are started when needed and kept warm between searches. */
export declare function createSearchPool(start: StartSearchRunner, settings: PoolSettings): SearchPool;
