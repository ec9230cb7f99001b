import type { Bytes } from '../quantities/units.js';

/** One feasible strategy of a search, by its place in the space. */
export interface SearchRow {
  readonly place: number;
  /** Samples per second. */
  readonly rate: number;
  /** What the search ranks by. */
  readonly score: number;
  readonly tier1Bytes: Bytes;
  readonly tier2Bytes: Bytes;
}

/** Scores that agree to this many digits are equal: the reference's own rates differ in their last bits. */
const DIGITS = 12;
/** A score this much below the worst kept cannot be its equal. */
const CERTAINLY_WORSE = 1 - 1e-11;

const rounded = (score: number): number => Number(score.toPrecision(DIGITS));

/** Less memory first, on tier 1 and then on tier 2; then the earlier in the space. */
const compareEquals = (a: SearchRow, b: SearchRow): number =>
  a.tier1Bytes - b.tier1Bytes || a.tier2Bytes - b.tier2Bytes || a.place - b.place;

/** The best `limit` rows seen, sorted: the higher score first, then less memory, then the earlier in the space. */
export class TopList {
  readonly rows: SearchRow[] = [];
  /** The rows' scores, rounded. */
  private readonly scores: number[] = [];
  /** Rows below this score need no closer look. */
  private floor = 0;

  constructor(private readonly limit: number) {}

  offer(place: number, rate: number, score: number, tier1Bytes: Bytes, tier2Bytes: Bytes): void {
    if (score < this.floor) return;
    this.insert({ place, rate, score, tier1Bytes, tier2Bytes });
  }

  merge(rows: readonly SearchRow[]): void {
    for (const row of rows) if (row.score >= this.floor) this.insert(row);
  }

  private insert(row: SearchRow): void {
    const { rows, scores, limit } = this;
    const score = rounded(row.score);
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = score - (scores[middle] as number) || compareEquals(rows[middle] as SearchRow, row);
      if (order <= 0) low = middle + 1;
      else high = middle;
    }
    if (low >= limit) return;
    rows.splice(low, 0, row);
    scores.splice(low, 0, score);
    if (rows.length > limit) {
      rows.pop();
      scores.pop();
    }
    if (rows.length === limit) this.floor = (rows[limit - 1] as SearchRow).score * CERTAINLY_WORSE;
  }
}
