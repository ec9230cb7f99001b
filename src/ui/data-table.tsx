import type { CSSProperties, ReactNode } from 'react';
import classes from './data-table.module.css';
import { SideScroll } from './side-scroll.js';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** What the column says, shown on hover. */
  readonly hint?: string;
  readonly numeric?: boolean;
  /** In CSS pixels. Fixed, so that nothing moves while numbers change; a column without one, as a rule the first, takes what is left. */
  readonly width?: number;
  readonly cell: (row: Row) => ReactNode;
  /** What to sort by; a column without it cannot be sorted. */
  readonly sortValue?: (row: Row) => number | string;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** The quantity a row shows, for highlighting. */
  readonly quantityId?: (row: Row) => string | undefined;
  /** One cell for each column, under the rows. */
  readonly totals?: readonly ReactNode[];
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort | null) => void;
  /** Attributes of a row, to link it with a chart. */
  readonly rowProps?: (row: Row) => Readonly<Record<string, unknown>>;
  /** Least width in CSS pixels of a table that may scroll sideways. */
  readonly minWidth?: number;
  readonly grey?: boolean;
}

/** A property of its own: on a phone, where columns are as wide as they need, the style sheet takes no notice of it. */
const leastWidth = (width: number): CSSProperties => ({ '--least-width': `${width}px` }) as CSSProperties;

/** Rows in the order of `sort`; ties and no sort keep the given order. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null): readonly Row[] {
  const by = columns.find((column) => column.id === sort?.column)?.sortValue;
  if (sort === null || by === undefined) return rows;
  const sign = sort.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [by(a), by(b)];
    if (typeof left === 'string' || typeof right === 'string') return sign * String(left).localeCompare(String(right));
    return sign * (left - right);
  });
}

/** The first click sorts numbers from the largest, text from A; the second turns it round; the third ends it. */
function nextSort<Row>(column: Column<Row>, sort: Sort | null): Sort | null {
  const first = column.numeric === true;
  if (sort?.column !== column.id) return { column: column.id, descending: first };
  return sort.descending === first ? { column: column.id, descending: !first } : null;
}

const ariaSort = (column: string, sort: Sort | null): 'ascending' | 'descending' | 'none' =>
  sort?.column !== column ? 'none' : sort.descending ? 'descending' : 'ascending';

/** A table whose header and first column stay in sight, sortable by mouse and keyboard. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowId,
  quantityId,
  totals,
  sort = null,
  onSort,
  rowProps,
  minWidth,
  grey = false,
}: DataTableProps<Row>) {
  return (
    <SideScroll>
      <div
        className={classes['scroller']}
        data-grey={grey || undefined}
        {...(minWidth === undefined ? {} : { tabIndex: 0, role: 'region', 'aria-label': caption })}
      >
        <table className={classes['table']} style={minWidth === undefined ? undefined : leastWidth(minWidth)}>
          <caption className="visually-hidden">{caption}</caption>
          <colgroup>
            {columns.map((column) => (
              <col key={column.id} style={column.width === undefined ? undefined : { width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((column) => {
                const sortable = onSort !== undefined && column.sortValue !== undefined;
                return (
                  <th
                    key={column.id}
                    scope="col"
                    data-numeric={column.numeric || undefined}
                    data-hint={column.hint}
                    aria-sort={sortable ? ariaSort(column.id, sort) : undefined}
                  >
                    {sortable ? (
                      <button type="button" onClick={() => onSort(nextSort(column, sort))}>
                        {column.header}
                        <span aria-hidden="true" className={classes['arrow']}>
                          {sort?.column !== column.id ? '' : sort.descending ? '↓' : '↑'}
                        </span>
                      </button>
                    ) : (
                      column.header
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sorted(rows, columns, sort).map((row) => (
              <tr key={rowId(row)} data-quantity={quantityId?.(row)} {...rowProps?.(row)}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.id} scope="row">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} data-numeric={column.numeric || undefined}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
          {totals !== undefined && (
            <tfoot>
              <tr>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.id} scope="row">
                      {totals[index]}
                    </th>
                  ) : (
                    <td key={column.id} data-numeric={column.numeric || undefined}>
                      {totals[index]}
                    </td>
                  ),
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </SideScroll>
  );
}
