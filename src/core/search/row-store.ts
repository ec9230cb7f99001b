/** Every feasible strategy of a search, a column each; `place` finds the strategy (`strategyAt`). */
export interface RowColumns {
  readonly count: number;
  readonly place: Float64Array;
  /** Samples per second. */
  readonly rate: Float64Array;
  readonly tier1Bytes: Float64Array;
  readonly tier2Bytes: Float64Array;
}

const NAMES = ['place', 'rate', 'tier1Bytes', 'tier2Bytes'] as const;

/** Columns that grow by doubling, up to a limit. 32 bytes a row. */
export class RowStore {
  private count = 0;
  private place = new Float64Array(1024);
  private rate = new Float64Array(1024);
  private tier1Bytes = new Float64Array(1024);
  private tier2Bytes = new Float64Array(1024);

  constructor(private readonly limit: number) {}

  /** Adds a row; false when there is no room for it. */
  add(place: number, rate: number, tier1Bytes: number, tier2Bytes: number): boolean {
    if (!this.reserve(this.count + 1)) return false;
    const i = this.count++;
    this.place[i] = place;
    this.rate[i] = rate;
    this.tier1Bytes[i] = tier1Bytes;
    this.tier2Bytes[i] = tier2Bytes;
    return true;
  }

  /** Adds another store's rows; false when there is no room for all of them. */
  append(rows: RowColumns): boolean {
    if (!this.reserve(this.count + rows.count)) return false;
    for (const name of NAMES) this[name].set(rows[name].subarray(0, rows.count), this.count);
    this.count += rows.count;
    return true;
  }

  /** A copy of all rows; null when there is no memory for one. */
  columns(): RowColumns | null {
    const { count } = this;
    return withMemory(() => ({
      count,
      place: this.place.slice(0, count),
      rate: this.rate.slice(0, count),
      tier1Bytes: this.tier1Bytes.slice(0, count),
      tier2Bytes: this.tier2Bytes.slice(0, count),
    }));
  }

  private reserve(rows: number): boolean {
    if (rows > this.limit) return false;
    if (rows <= this.place.length) return true;
    const length = Math.min(this.limit, Math.max(rows, 2 * this.place.length));
    const grown = withMemory(() => NAMES.map((name) => ({ name, column: new Float64Array(length) })));
    for (const { name, column } of grown ?? []) {
      column.set(this[name].subarray(0, this.count));
      this[name] = column;
    }
    return grown !== null;
  }
}

/** What was made; null when the memory for it cannot be had, which is told by a RangeError. */
function withMemory<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
