import type { SearchTally } from '../../core/search/tally.js';
import type { SearchSpace } from '../../core/search/space.js';
import { filteredRows, parseFilter } from './row-filter.js';
import { sortedOrder } from './row-order.js';
import { columnReader, type RowSet } from './table-columns.js';
import type { ViewChoices } from './view-choices.js';

/** The tally's rows: all of them when kept, else the best, in columns either way. */
export function rowSetOf(tally: Pick<SearchTally, 'rows' | 'best'>, space: SearchSpace): RowSet {
  const { rows, best } = tally;
  if (rows !== null) return { columns: rows, space };
  return {
    space,
    columns: {
      count: best.length,
      place: Float64Array.from(best, (row) => row.place),
      rate: Float64Array.from(best, (row) => row.rate),
      tier1Bytes: Float64Array.from(best, (row) => row.tier1Bytes),
      tier2Bytes: Float64Array.from(best, (row) => row.tier2Bytes),
    },
  };
}

/** The rows that a filter lets through, in the order of a sort; without one, by falling rate if all rows are kept. */
export function orderedRows(rows: RowSet, isRanked: boolean, sort: ViewChoices['sort'], filter: string): Uint32Array {
  const kept = filteredRows(rows, parseFilter(filter)) ?? Uint32Array.from({ length: rows.columns.count }, (_, i) => i);
  const by = sort ?? (isRanked ? null : { column: 'rate' as const, descending: true });
  if (by === null || by.column === 'mfu') return kept;
  const read = columnReader(rows, by.column);
  const keys = new Float64Array(kept.length);
  for (let i = 0; i < kept.length; i++) keys[i] = read(kept[i] as number);
  return sortedOrder(keys, by.descending).map((at) => kept[at] as number);
}
