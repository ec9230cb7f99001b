import type { SearchTally } from '../../core/search/tally.js';

/** Strategies with `from` ≤ rate < `to`, the last bin including its end. Samples/s. */
export interface RateBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

type Counted = Pick<SearchTally, 'bins' | 'binWidth' | 'front' | 'rows'>;

/** The highest rate found: the fastest strategy is always on the Pareto front. 0 before there is one. */
export const bestRate = ({ front }: Pick<SearchTally, 'front'>): number => front.at(-1)?.rate ?? 0;

/**
 * Feasible strategies by rate, in `count` equal bins from 0 to the best. Exact when every row was kept; else each fine
 * bin of the tally counts where its middle lies.
 */
export function rateBins(tally: Counted, count: number): RateBin[] {
  const best = bestRate(tally);
  if (!(best > 0)) return [];
  const counts = new Float64Array(count);
  const add = (rate: number, strategies: number): void => {
    const bin = Math.min(count - 1, Math.floor((rate / best) * count));
    counts[bin] = (counts[bin] as number) + strategies;
  };
  if (tally.rows !== null) for (let i = 0; i < tally.rows.count; i++) add(tally.rows.rate[i] as number, 1);
  else tally.bins.forEach((strategies, i) => strategies > 0 && add((i + 0.5) * tally.binWidth, strategies));
  return Array.from(counts, (strategies, i) => ({
    from: (i / count) * best,
    to: ((i + 1) / count) * best,
    count: strategies,
  }));
}

/** The rate that a share of all feasible strategies stays below, to within a fine bin. */
export function rateQuantile({ bins, binWidth }: Pick<Counted, 'bins' | 'binWidth'>, share: number): number {
  const total = bins.reduce((sum, strategies) => sum + strategies, 0);
  let below = 0;
  for (let i = 0; i < bins.length; i++) {
    below += bins[i] as number;
    if (below >= share * total && below > 0) return (i + 0.5) * binWidth;
  }
  return 0;
}

/** How many strategies are within `share` of the best rate, to within a fine bin. */
export function countWithin(
  { bins, binWidth }: Pick<Counted, 'bins' | 'binWidth'>,
  best: number,
  share: number,
): number {
  let count = 0;
  bins.forEach((strategies, i) => {
    if ((i + 1) * binWidth > best * (1 - share)) count += strategies;
  });
  return count;
}

/** A point of the distribution of the best: how many of them are at least this fast. */
export interface RankedRate {
  readonly rank: number;
  readonly rate: number;
  /** Of the best rate, 0 to 1. */
  readonly share: number;
}

/** The best strategies by falling rate. */
export function rankedRates(rates: readonly number[]): RankedRate[] {
  const sorted = rates.toSorted((a, b) => b - a);
  const best = sorted[0] ?? 0;
  return sorted.map((rate, i) => ({ rank: i + 1, rate, share: best > 0 ? rate / best : 0 }));
}
