import type { SearchAnswer, SearchOrder } from './search-messages.js';
/** What a host gives: a way to answer, and turns. */
export interface ServantHost {
    send(answer: SearchAnswer, transfer: ArrayBuffer[]): void;
    /** Resolves after the messages that wait have been handled. */
    nextTurn(): Promise<void>;
}
/** The worker's side of a search: sweeps the batches it is given, and tells how far it is. */
export declare class SearchServant {
    private readonly host;
    private work;
    constructor(host: ServantHost);
    take(order: SearchOrder): void;
    private begin;
    private run;
    /** Whether the slice was swept to its end: false when the search is no longer wanted. */
    private sweep;
    private tell;
    private snapshot;
    private collect;
    private fail;
}
