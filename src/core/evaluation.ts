import type { BatchMemory, BatchTime, Efficiency, OffloadBandwidth } from './batch/batch-cost.js';
import type { BlockCost } from './block/block-cost.js';
import type { InfeasibleCode, InvalidCode, Reason } from './strategy/reasons.js';
import type { Strategy } from './strategy/strategy.js';
import type { System } from './system/system.js';
import type { Transformer } from './model/transformer.js';

/** Every number of one evaluation, and the inputs (in SI units) it came from. Plain data: it crosses a worker. */
export interface Evaluation {
  readonly model: Transformer;
  readonly system: System;
  readonly strategy: Strategy;
  readonly block: Readonly<BlockCost>;
  readonly time: Readonly<BatchTime>;
  readonly memory: Readonly<BatchMemory>;
  readonly offload: Readonly<OffloadBandwidth>;
  readonly efficiency: Readonly<Efficiency>;
}

/**
 * The answer to one design. Infeasible is an answer: its numbers are there, with every limit it breaks.
 * Invalid has no numbers: the request has no meaning.
 */
export type Outcome =
  | { readonly kind: 'feasible'; readonly evaluation: Evaluation }
  | {
      readonly kind: 'infeasible';
      readonly evaluation: Evaluation;
      readonly reasons: readonly Reason<InfeasibleCode>[];
    }
  | { readonly kind: 'invalid'; readonly reasons: readonly Reason<InvalidCode>[] };
