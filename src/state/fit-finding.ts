import { grouped } from '../core/quantities/grouped.js';
import type { SearchTally } from '../core/search/tally.js';

/** How many strategies were tried, how many fit, and the first limit that each of the others breaks. */
export type FitCounts = Pick<SearchTally, 'evaluated' | 'feasible' | 'tooSlow' | 'infeasible'>;

/** Why a strategy is none to use: the first limit it breaks, or the rate it does not reach. */
type Unfit = keyof SearchTally['infeasible'] | 'too_slow';

const SUBJECTS: Readonly<Record<Unfit, string>> = {
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
export function fitFinding({ evaluated, feasible, tooSlow, infeasible }: FitCounts): string {
  if (evaluated === 0) return 'How many strategies fit';
  const counts: Readonly<Record<Unfit, number>> = { too_slow: tooSlow, ...infeasible };
  const worst = (Object.keys(SUBJECTS) as Unfit[]).reduce((most, id) => (counts[id] > counts[most] ? id : most));
  const rest = counts[worst] === 0 ? '' : `; ${percentText(counts[worst] / evaluated)} ${SUBJECTS[worst]}`;
  if (feasible === 0) return `None of ${grouped(evaluated)} fits${rest}`;
  return `${percentText(feasible / evaluated)} of the strategies fit${rest}`;
}
