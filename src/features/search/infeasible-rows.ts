import { formatQuantity } from '../../core/quantities/format.js';
import type { SearchTally } from '../../core/search/tally.js';
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

type Counts = Pick<SearchTally, 'evaluated' | 'feasible' | 'tooSlow' | 'infeasible'>;

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
export function fitRows(tally: Counts): FitRow[] {
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

const SUBJECTS: Readonly<Partial<Record<keyof typeof FIT_PAINT, string>>> = {
  too_slow: 'are too slow',
  tier1_capacity: 'need more HBM than they may use',
  tier2_capacity: 'need more of the offload tier than there is',
  offload_needs_blocks: 'have too few blocks on a stage to offload',
  network_size: 'have groups too large for their network tier',
  network_not_filled: 'do not fill a network tier',
};

/** A share in percent with as many digits as it needs: "18 %", "0.02 %". */
export function percentText(share: number): string {
  if (share === 0) return '0 %';
  if (share === 1) return '100 %';
  const percent = share * 100;
  if (percent >= 99.95) return '>99.9 %';
  return formatPercent(percent);
}

function formatPercent(percent: number): string {
  if (percent < 1e-4) return '<0.0001 %';
  return `${percent >= 9.95 ? percent.toFixed(1) : Number(percent.toPrecision(2))} %`;
}

/** How rare a strategy that fits is, and what stops most of the others. */
export function fitFinding(tally: Counts): string {
  if (tally.evaluated === 0) return 'How many strategies fit';
  const worst = fitRows(tally)
    .filter(({ id }) => id !== 'feasible')
    .reduce((most, row) => (row.count > most.count ? row : most));
  const rest = worst.count === 0 ? '' : `; ${percentText(worst.share)} ${SUBJECTS[worst.id] ?? ''}`;
  if (tally.feasible === 0) return `None of ${tally.evaluated.toLocaleString('en')} fits${rest}`;
  return `${percentText(tally.feasible / tally.evaluated)} of the strategies fit${rest}`;
}

/** "0.42 GiB". */
export const overText = (bytes: number): string => formatQuantity(bytes, 'bytes');
