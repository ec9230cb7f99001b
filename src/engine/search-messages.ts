import type { Design } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import type { KeepOptions } from '../core/search/search.js';
import type { SearchSlice } from '../core/search/slices.js';
import type { SearchTally } from '../core/search/tally.js';
import type { Finding, StudyQuestion } from '../core/studies/question.js';

/** A search of which a worker sweeps some before it is asked for any. */
export interface Practice {
  readonly design: Design;
  readonly input: SearchInput;
}

/** What a worker is told. A new search takes the place of the one before it. */
export type SearchOrder =
  | {
      readonly type: 'begin';
      readonly search: number;
      readonly design: Design;
      readonly input: SearchInput;
      readonly keep: KeepOptions;
    }
  /** One more batch of slices to sweep. */
  | { readonly type: 'sweep'; readonly search: number; readonly batch: number; readonly slices: readonly SearchSlice[] }
  /** Everything is swept: hand over all there is, rows too. */
  | { readonly type: 'collect'; readonly search: number }
  /** Questions of a study, to be answered one after the other; those of another number before are dropped. */
  | {
      readonly type: 'ask';
      readonly search: number;
      readonly questions: readonly (readonly [index: number, question: StudyQuestion])[];
    }
  | { readonly type: 'cancel'; readonly search: number }
  /** There is nothing to do yet, but a search like this may come. */
  | ({ readonly type: 'practise' } & Practice);

/** What a worker has done so far in a search. */
export interface SearchCounts {
  readonly evaluated: number;
  readonly feasible: number;
  /** Strategies counted or skipped: how far the worker is. */
  readonly swept: number;
}

/** What a worker says. Everything is cumulative over the search. */
export type SearchAnswer =
  | { readonly type: 'progress'; readonly search: number; readonly counts: SearchCounts }
  | {
      readonly type: 'snapshot';
      readonly search: number;
      readonly counts: SearchCounts;
      readonly tally: SearchTally;
      /** The batches swept to their end. */
      readonly done: readonly number[];
      /** Nothing of an unfinished batch is in the tally. */
      readonly whole: boolean;
    }
  | { readonly type: 'collected'; readonly search: number; readonly tally: SearchTally }
  /** Answers to a study's questions, and the time they took. */
  | {
      readonly type: 'found';
      readonly search: number;
      readonly findings: readonly (readonly [index: number, finding: Finding])[];
      readonly seconds: number;
    }
  /** A question takes longer. */
  | { readonly type: 'alive'; readonly search: number }
  | { readonly type: 'cancelled'; readonly search: number }
  /** The core threw: it would again, so that nobody need try. */
  | { readonly type: 'failed'; readonly search: number; readonly message: string };

/**
 * One worker that searches, or the same inline. It answers until it is terminated or fails; after a failure it is of
 * no more use.
 */
export interface SearchRunner {
  send(order: SearchOrder): void;
  terminate(): void;
}

/** Starts a runner; `onFailure` is called when it breaks down outside of an answer. */
export type StartSearchRunner = (
  onAnswer: (answer: SearchAnswer) => void,
  onFailure: (error: Error) => void,
) => SearchRunner;
