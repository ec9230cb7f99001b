import type { Cell, TableColumn, TableFigure } from '../../core/studies/figure.js';
import { PointNumber } from './point-number.js';
import { STATE_WORDS } from './published.js';
import classes from './table-figure.module.css';

interface TableCellProps {
  readonly columns: readonly TableColumn[];
  readonly row: TableFigure['rows'][number];
  readonly at: number;
  readonly onPoint: (key: string | null) => void;
  readonly onAdopt: (key: string) => void;
}

/** The quantity of a number; undefined for text, and for what is no quantity. */
const quantityAt = (cell: Cell, column: TableColumn | undefined): string | undefined =>
  cell.value === null ? undefined : (cell.quantity ?? column?.quantity);

/** A cell of a study's table: the first of a point in its row shows the point and loads it, its numbers are explained. */
export function TableCell({ columns, row, at, onPoint, onAdopt }: TableCellProps) {
  const cell = row.cells[at];
  if (cell === undefined) return null;
  const { key, state, text } = cell;
  const shown = state === 'pending' && text === '' ? '…' : text;
  const hint = state === 'value' ? text : STATE_WORDS[state];
  const quantity = quantityAt(cell, columns[at]);
  const isFirst = key !== null && row.cells.findIndex((each) => each.key === key) === at;
  if (!isFirst) {
    return (
      <span onPointerEnter={() => onPoint(key)} onPointerLeave={() => onPoint(null)}>
        {key === null || quantity === undefined ? (
          <span data-hint={hint}>{shown}</span>
        ) : (
          <PointNumber point={key} quantity={quantity} hint={hint}>
            {shown}
          </PointNumber>
        )}
      </span>
    );
  }
  // Of the name of a point, H asks what the row says first.
  const ofRow = row.cells.flatMap((each, i) => (each.key === key ? (quantityAt(each, columns[i]) ?? []) : []));
  return (
    <button
      type="button"
      className={classes['point']}
      data-point={key}
      data-asks={ofRow[0]}
      data-hint={`${hint}\nPress to load the design; H explains it`}
      onPointerEnter={() => onPoint(key)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(key)}
      onBlur={() => onPoint(null)}
      onClick={() => onAdopt(key)}
    >
      {shown}
    </button>
  );
}
