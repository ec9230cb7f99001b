import { create } from 'zustand';
import type { Design, StrategyInput } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import type { DesignReport } from '../core/report.js';
import type { SearchTally } from '../core/search/tally.js';
import type { StrategyChange } from '../core/strategy/strategy-changes.js';
import { placeFor } from './provided.js';

/** The newest search: how far it is and what it found. While another runs, the last results stay until it has its own. */
export interface SearchState {
  /** `cancelled` keeps what was found until then; `idle` when there was no search yet. */
  readonly status: 'idle' | 'running' | 'done' | 'cancelled' | 'error';
  /** What happened and what to do, when status is error. */
  readonly error: string | null;
  /** Why the inputs as they are now cannot be searched; empty when they can. */
  readonly problems: readonly string[];
  /** What the results are for; null before the first. */
  readonly design: Design | null;
  readonly input: SearchInput | null;
  /** The inputs have changed since. */
  readonly stale: boolean;
  /** Strategies in the space of the results. */
  readonly total: number;
  /** Progress of the search that runs, or ran last. */
  readonly evaluated: number;
  /** Strategies a second. */
  readonly ratePerSecond: number;
  readonly elapsedSeconds: number;
  /** How long the search takes as a whole: the one that runs, else the one that `start` would run. */
  readonly estimatedSeconds: number | null;
  /** Strategies of the search that `start` would run. */
  readonly plannedTotal: number;
  /** That search would take over a minute: it starts with `start({ long: true })` only, and never by itself. */
  readonly long: boolean;
  /** Why a search that was wanted did not start, as a sentence; null when there is nothing to say. */
  readonly notice: string | null;
  /** Partial while running, final when done. */
  readonly tally: SearchTally | null;
  /** The best by the objective, and its report; null until there is a feasible one. */
  readonly bestPlace: number | null;
  readonly bestStrategy: StrategyInput | null;
  readonly bestReport: DesignReport | null;
  /** Every feasible row was asked for and there were too many to keep. */
  readonly rowsDropped: boolean;
  /** What changed when the live search last changed the strategy; and how often it has. */
  readonly flips: readonly StrategyChange[];
  readonly flipCount: number;
}

export const NO_SEARCH: SearchState = {
  status: 'idle',
  error: null,
  problems: [],
  design: null,
  input: null,
  stale: false,
  total: 0,
  evaluated: 0,
  ratePerSecond: 0,
  elapsedSeconds: 0,
  estimatedSeconds: null,
  plannedTotal: 0,
  long: false,
  notice: null,
  tally: null,
  bestPlace: null,
  bestStrategy: null,
  bestReport: null,
  rowsDropped: false,
  flips: [],
  flipCount: 0,
};

/** Reads the search in a component; tests put theirs in with `useSearch.setState`. */
export const useSearch = create<SearchState>()(() => NO_SEARCH);

export interface StartOptions {
  /** Keep every feasible row, if they are no more than fit. */
  readonly rows?: boolean;
  /** The person has seen how long it takes. */
  readonly long?: boolean;
}

export interface SearchControl {
  /** Searches the inputs as they are; what runs is cancelled. A search over a minute needs `long` (see `SearchState.long`). */
  start(options?: StartOptions): void;
  cancel(): void;
  /** A search is likely to come: whatever can be made ready for it is. */
  prepare(): void;
  /** The strategy at a place of the results' space becomes the current one: one undo step. */
  adopt(place: number): void;
  /** The strategy at a place of the results' space; null when there is none. */
  strategyAt(place: number): StrategyInput | null;
}

const place = placeFor<SearchControl>('provideSearch', 'the search is used');

/** Hands the app's search to the screens. Called once at the start, and by each test that renders. */
export const provideSearch = place.provide;

/**
 * The app's search.
 *
 * @throws when none was provided yet.
 */
export const searchControl = place.provided;
