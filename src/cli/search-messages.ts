import type { SearchOptions, SearchRequest } from '../core/search/request.js';
import type { KeepOptions } from '../core/search/search.js';
import type { SearchSlice } from '../core/search/slices.js';
import type { SearchTally } from '../core/search/tally.js';

/** What a thread of a search is started with. */
export interface ThreadSetup {
  readonly request: SearchRequest;
  readonly keep: KeepOptions;
  /** Rows are handed over compressed. */
  readonly compress: boolean;
  /** How many chunks of rows the thread may hand over before one is taken. */
  readonly chunksAhead: number;
}

/** One task at a time; `taken` comes at any time. */
export type ToThread =
  | { readonly kind: 'sweep'; readonly slices: readonly SearchSlice[] }
  /** What all sweeps of the thread found. */
  | { readonly kind: 'tally' }
  /** The rows of a part of the space: the request with these options. */
  | { readonly kind: 'rows'; readonly options: SearchOptions }
  | { readonly kind: 'taken' };

export interface ChunkMessage {
  readonly kind: 'chunk';
  readonly bytes: Uint8Array;
  readonly rows: number;
}

export type FromThread =
  | { readonly kind: 'swept' }
  | { readonly kind: 'tally'; readonly tally: SearchTally }
  | ChunkMessage
  | { readonly kind: 'rows-done' };
