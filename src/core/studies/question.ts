import type { Design, StrategyInput } from '../inputs/design.js';
import type { SearchInput } from '../inputs/search-input.js';
import type { Bytes } from '../quantities/units.js';
import type { InfeasibleCounts } from '../search/tally.js';

/**
 * One question of a study: which strategy is the best of some searches over a design, or how one strategy fares. Plain
 * data: it crosses to a worker.
 */
export interface StudyQuestion {
  /** Model and system; of the strategy, processors and datatype, and all of it where there is no search. */
  readonly design: Design;
  /** The best over all of these together; none asks for the design's own strategy. */
  readonly searches: readonly SearchInput[];
  /** How many of the best rates to report, and how many equal bins of the feasible by rate; 0 for none. */
  readonly topRates?: number;
  readonly bins?: number;
}

/** The best strategy of a question. */
export interface FoundStrategy {
  readonly strategy: StrategyInput;
  /** Samples/s. */
  readonly rate: number;
  readonly tier1Bytes: Bytes;
  readonly tier2Bytes: Bytes;
}

/** What a question's searches found. Plain data, small: thousands of them are kept. */
export interface Finding {
  readonly evaluated: number;
  readonly feasible: number;
  /** Why the others are not, each counted under the first limit it breaks. */
  readonly infeasible: InfeasibleCounts;
  readonly best: FoundStrategy | null;
  /** The strategy that misses tier 1 by the least, where none is feasible. */
  readonly nearestMiss: { readonly strategy: StrategyInput; readonly overBytes: Bytes } | null;
  /** Samples/s of the best strategies, highest first. */
  readonly topRates: readonly number[];
  /** Feasible strategies by rate, from 0 to the best in equal bins. */
  readonly bins: readonly number[];
}
