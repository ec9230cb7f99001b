import type { Bytes } from '../quantities/units.js';

/** One feasible strategy of a search, by its place in the space. */
export interface SearchRow {
  readonly place: number;
  /** Samples per second. */
  readonly rate: number;
  readonly tier1Bytes: Bytes;
  readonly tier2Bytes: Bytes;
}

/** Rates that agree to this many digits are equal: the reference's own differ in their last bits. */
const DIGITS = 12;
/** A rate this much below the worst kept cannot be its equal. */
const CERTAINLY_WORSE = 1 - 1e-11;

const rounded = (rate: number): number => Number(rate.toPrecision(DIGITS));

/** Less memory first, on tier 1 and then on tier 2; then the earlier in the space. */
const compareEquals = (a: SearchRow, b: SearchRow): number =>
  a.tier1Bytes - b.tier1Bytes || a.tier2Bytes - b.tier2Bytes || a.place - b.place;

/** The best `limit` rows seen, sorted: the higher rate first, then less memory, then the earlier in the space. */
export class TopList {
  readonly rows: SearchRow[] = [];
  /** The rows' rates, rounded. */
  private readonly rates: number[] = [];
  /** Rows below this rate need no closer look. */
  private floor = 0;

  constructor(private readonly limit: number) {}

  offer(place: number, rate: number, tier1Bytes: Bytes, tier2Bytes: Bytes): void {
    if (rate < this.floor) return;
    this.insert({ place, rate, tier1Bytes, tier2Bytes });
  }

  merge(rows: readonly SearchRow[]): void {
    for (const row of rows) if (row.rate >= this.floor) this.insert(row);
  }

  private insert(row: SearchRow): void {
    const { rows, rates, limit } = this;
    const rate = rounded(row.rate);
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = rate - (rates[middle] as number) || compareEquals(rows[middle] as SearchRow, row);
      if (order <= 0) low = middle + 1;
      else high = middle;
    }
    if (low >= limit) return;
    rows.splice(low, 0, row);
    rates.splice(low, 0, rate);
    if (rows.length > limit) {
      rows.pop();
      rates.pop();
    }
    if (rows.length === limit) this.floor = (rows[limit - 1] as SearchRow).rate * CERTAINLY_WORSE;
  }
}
