import { formatQuantity } from '../../core/quantities/format.js';
import type { FitCounts } from '../../state/fit-finding.js';
import { FIT_PAINT, type Paint } from '../../ui/palette.js';

/** Strategies with one answer: they fit, or the first limit they break. */
export interface FitRow {
  readonly id: keyof typeof FIT_PAINT;
  readonly label: string;
  readonly hint: string;
  readonly paint: Paint;
  readonly count: number;
  /** Of those evaluated, 0 to 1. */
  readonly share: number;
}

const LABELS: Readonly<Record<keyof typeof FIT_PAINT, readonly [label: string, hint: string]>> = {
  feasible: ['Feasible', 'Fits the machine and keeps to what was asked'],
  too_slow: ['Too slow', 'Fits, but below the least rate asked for'],
  tier1_capacity: ['HBM overflows', 'Needs more HBM than there is or is allowed'],
  tier2_capacity: ['Offload tier overflows', 'Needs more of the offload tier than there is'],
  offload_needs_blocks: ['Too few blocks to offload', 'Offloads with fewer than three blocks on a stage'],
  network_size: ['Network tier too small', 'A group has more members than its network tier has endpoints'],
  network_not_filled: ['Network tier not filled', 'A tier that has to be filled is not'],
};

/** How many strategies fit and why the others do not, as counts and shares. */
export function fitRows(tally: FitCounts): FitRow[] {
  const counts: Readonly<Record<keyof typeof FIT_PAINT, number>> = {
    feasible: tally.feasible,
    too_slow: tally.tooSlow,
    ...tally.infeasible,
  };
  return (Object.keys(LABELS) as (keyof typeof FIT_PAINT)[]).map((id) => ({
    id,
    label: LABELS[id][0],
    hint: LABELS[id][1],
    paint: FIT_PAINT[id],
    count: counts[id],
    share: tally.evaluated > 0 ? counts[id] / tally.evaluated : 0,
  }));
}

/** "0.42 GiB". */
export const overText = (bytes: number): string => formatQuantity(bytes, 'bytes');
