import type { SearchAnswer, SearchOrder, StartSearchRunner } from './search-messages.js';
/** Who is told of what a worker says or does. */
export interface SeatListener {
    answered(seat: SearchSeat, answer: SearchAnswer): void;
    died(seat: SearchSeat, error: Error): void;
}
/** A place for one worker: it is started when needed, and again after it died. */
export declare class SearchSeat {
    private readonly start;
    listener: SeatListener | null;
    /** The worker has said something since this was last set to false. */
    heard: boolean;
    /** The worker has answered at least once: it is not still being fetched. */
    proven: boolean;
    private runner;
    private readonly stopping;
    constructor(start: StartSearchRunner);
    /** @throws if no worker can be started. */
    send(order: SearchOrder): void;
    /** Tells the worker to stop a search; resolves once it has, or is ended because it does not. */
    cancel(search: number): Promise<void>;
    /** Ends the worker; the next order starts another. */
    end(): void;
    private begin;
    private hear;
    private stopped;
}
