import { formatQuantity } from '../../core/quantities/format.js';
import type { FrontRow } from '../../core/search/pareto-front.js';
import { fieldReader } from '../../core/search/field-reader.js';
import type { SearchSpace } from '../../core/search/space.js';

/** A strategy that no other beats on both rate and HBM. */
export interface TradeOff extends FrontRow {
  readonly batchSeconds: number;
  /** Of the best rate, 0 to 1. */
  readonly share: number;
}

/** The Pareto front by rising HBM, with batch times. */
export function tradeOffs(front: readonly FrontRow[], space: SearchSpace): TradeOff[] {
  const batch = fieldReader(space, 'batch_size');
  const best = front.at(-1)?.rate ?? 0;
  return front.map((row) => ({
    ...row,
    batchSeconds: batch(row.place) / row.rate,
    share: best > 0 ? row.rate / best : 0,
  }));
}

/** What less memory costs: the leanest strategy close to the best, against the best. */
export function tradeOffFinding(front: readonly FrontRow[]): string {
  const best = front.at(-1);
  if (best === undefined) return 'What rate a strategy reaches with how much HBM';
  const bytes = (value: number): string => formatQuantity(value, 'bytes');
  const lean = front.find((row) => row.rate >= 0.95 * best.rate) ?? best;
  if (lean === best)
    return `The best needs ${bytes(best.tier1Bytes)} of HBM, and no strategy within 5 % of it needs less`;
  return `${bytes(lean.tier1Bytes)} of HBM are enough for ${Math.floor((lean.rate / best.rate) * 1000) / 10} % of the best rate; the best needs ${bytes(best.tier1Bytes)}`;
}
