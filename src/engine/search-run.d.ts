import type { Design } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import { type KeepOptions } from '../core/search/search.js';
import type { SearchSpace } from '../core/search/space.js';
import type { SearchTally } from '../core/search/tally.js';
import type { SearchAnswer, SearchCounts } from './search-messages.js';
import type { SearchSeat } from './search-seat.js';
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
export declare class SearchRun {
    private readonly form;
    private readonly seats;
    private readonly onDone;
    private readonly onError;
    /** What is in no worker's hand. */
    private readonly pending;
    private readonly shares;
    /** Whole snapshots of workers that died since. */
    private readonly rescued;
    private collecting;
    private over;
    /** There are snapshots that no partial tally has seen. */
    private news;
    constructor(form: SearchOrderForm, seats: readonly SearchSeat[], onDone: (tally: SearchTally) => void, onError: (error: Error) => void);
    start(): void;
    /** Nothing that comes from now on matters. */
    stop(): void;
    /** What each worker, and those that died, have done so far. */
    counts(): {
        readonly all: SearchCounts;
        readonly byWorker: readonly SearchCounts[];
    };
    /** All snapshots together, when there are new ones; null else. */
    partial(): SearchTally | null;
    /** To be called every second or so: a worker silent for too many checks is as good as dead. */
    checkSilence(mostChecks: number, mostChecksAtStart: number): void;
    answered(seat: SearchSeat, answer: SearchAnswer): void;
    died(seat: SearchSeat, error: Error): void;
    private get keepsRows();
    /** Sees to it that a worker has `inHand` batches, if there are so many. */
    private give;
    private finishIfDone;
    private merged;
    private guarded;
}
