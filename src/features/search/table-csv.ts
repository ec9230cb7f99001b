import type { CsvCell } from '../../core/quantities/csv.js';
import { FIELD_OPTIONS, type VariedField } from '../../core/search/field-reader.js';
import { columnReader, TABLE_COLUMNS, type ColumnId, type RowSet } from './table-columns.js';

/** More would make a file too large to build in a page; the command line writes any number. */
export const MOST_CSV_ROWS = 100_000;

const NAMES: Readonly<Partial<Record<ColumnId, string>>> = {
  rate: 'samples_per_s',
  time: 'batch_time_s',
  tier1: 'hbm_bytes',
  tier2: 'offload_tier_bytes',
};

/** Rows in base units, with Calculon's names and values for every choice. */
export function tableCsv(rows: RowSet, order: Uint32Array): CsvCell[][] {
  const columns = TABLE_COLUMNS.filter((column) => column.id !== 'mfu').map((column) => ({
    ...column,
    read: columnReader(rows, column.id as Exclude<ColumnId, 'mfu'>),
    options: FIELD_OPTIONS[column.id as VariedField],
  }));
  const lines: CsvCell[][] = [columns.map((column) => NAMES[column.id] ?? column.id)];
  for (const row of order.subarray(0, MOST_CSV_ROWS)) {
    lines.push(
      columns.map(({ read, kind, options }) => {
        const value = read(row);
        return kind === 'switch' ? value === 1 : (options?.[value] ?? value);
      }),
    );
  }
  return lines;
}
