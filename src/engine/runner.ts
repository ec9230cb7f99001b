import type { Design } from '../core/inputs/design.js';
import type { DesignReport } from '../core/report.js';

/**
 * One running core: a worker, or the core itself inline. It answers until it is terminated or fails; after a failure
 * it is of no more use and another one is started.
 */
export interface Runner {
  /** Rejects with what the core threw. A runner that failed need not answer at all. */
  report(design: Design): Promise<DesignReport>;
  /** Resolves once the runner can answer. */
  ping(): Promise<void>;
  /** Runs the core until it is compiled for speed. */
  warmUp(design: Design): Promise<void>;
  terminate(): void;
}

/** Starts a runner; `onFailure` is called at most once, when it breaks down outside of an answer. */
export type StartRunner = (onFailure: (error: Error) => void) => Runner;
