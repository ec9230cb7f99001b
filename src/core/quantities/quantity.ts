import type { Evaluation } from '../evaluation.js';

/** How a quantity is written; see `format.ts`. */
export type QuantityUnit =
  | 'seconds'
  | 'bytes'
  | 'bytes-per-second'
  | 'flop'
  | 'flop-per-second'
  | 'fraction'
  | 'samples-per-second'
  | 'tokens-per-second'
  | 'count'
  | 'flop-per-byte';

export type QuantityGroup =
  | 'headline'
  | 'block time'
  | 'block traffic'
  | 'block memory'
  | 'memory kept in HBM'
  | 'memory'
  | 'batch time'
  | 'bandwidth needed, by the reference'
  | 'capacity'
  | 'efficiency';

/** One number the product reports, declared once: tables, tooltips, CSV headers, charts and docs read this. */
export interface Quantity {
  /** Stable, kebab-case: `total-time`. */
  readonly id: string;
  readonly label: string;
  readonly unit: QuantityUnit;
  readonly group: QuantityGroup;
  /** One sentence: what it is. */
  readonly meaning: string;
  /** Where the formula comes from. */
  readonly source: string;
  /** Its key in Calculon's stats, if it has one. */
  readonly calculon?: string;
  /** The value in SI units; null where it does not exist. */
  readonly value: (evaluation: Evaluation) => number | null;
}

/** Where most formulas come from. */
export const CALCULON = 'Isaev et al., SC’23 (doi 10.1145/3581784.3607102)';
