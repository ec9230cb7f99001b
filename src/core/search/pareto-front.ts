import type { Bytes } from '../quantities/units.js';
import type { SearchRow } from './top-list.js';

/** A row of the front: its score does not matter, its rate and HBM do. */
export type FrontRow = Omit<SearchRow, 'score'>;

/** Among strategies of the same rate and HBM: less of the offload tier, then the earlier in the space. */
const comesFirst = (row: FrontRow, other: FrontRow): boolean =>
  (row.tier2Bytes - other.tier2Bytes || row.place - other.place) < 0;

/** Cells of the coarse map of HBM that turns most rows away at once. */
const CELLS = 512;

/** Strategies that no other beats on both rate and HBM, sorted by rising HBM. */
export class ParetoFront {
  readonly rows: FrontRow[] = [];
  /** The best rate among rows that use less HBM than a cell holds. */
  private readonly bestBelow = new Float64Array(CELLS);
  private readonly cellsPerByte: number;

  /** `capacityBytes`: rows use at most this. */
  constructor(capacityBytes: Bytes) {
    this.cellsPerByte = (CELLS - 1) / Math.max(1, capacityBytes);
  }

  offer(place: number, rate: number, tier1Bytes: Bytes, tier2Bytes: Bytes): void {
    const cell = (tier1Bytes * this.cellsPerByte) | 0;
    if (rate <= (this.bestBelow[cell] as number)) return;
    this.insert({ place, rate, tier1Bytes, tier2Bytes }, cell);
  }

  merge(rows: readonly FrontRow[]): void {
    for (const row of rows) this.offer(row.place, row.rate, row.tier1Bytes, row.tier2Bytes);
  }

  private insert(row: FrontRow, cell: number): void {
    const { rows } = this;
    // First row that uses more HBM.
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle] as FrontRow).tier1Bytes <= row.tier1Bytes) low = middle + 1;
      else high = middle;
    }
    const before = rows[low - 1];
    if (before !== undefined && before.rate >= row.rate) {
      // An exact equal: the same one is kept in whatever order the workers' rows come.
      if (before.rate === row.rate && before.tier1Bytes === row.tier1Bytes && comesFirst(row, before))
        rows[low - 1] = row;
      return;
    }
    const from = before !== undefined && before.tier1Bytes === row.tier1Bytes ? low - 1 : low;
    let to = low;
    while (to < rows.length && (rows[to] as FrontRow).rate <= row.rate) to++;
    rows.splice(from, to - from, row);
    for (let i = cell + 1; i < CELLS && (this.bestBelow[i] as number) < row.rate; i++) this.bestBelow[i] = row.rate;
  }
}
