/** A newer request of the same kind took this one's place; nobody needs to be told. */
export declare class SupersededError extends Error {
    readonly name = "SupersededError";
    constructor();
}
/** The caller's signal was aborted, or the engine was shut down. */
export declare class CancelledError extends Error {
    readonly name = "CancelledError";
    constructor();
}
/** The core broke down, was started again, and broke down again on the same request. */
export declare class EngineFailedError extends Error {
    readonly name = "EngineFailedError";
    constructor(cause: Error);
}
