import type { TableFigure } from '../../core/studies/figure.js';
import { STATE_WORDS } from './published.js';
import classes from './table-figure.module.css';

interface TableCellProps {
  readonly row: TableFigure['rows'][number];
  readonly at: number;
  readonly onPoint: (key: string | null) => void;
  readonly onAdopt: (key: string) => void;
}

/** A cell of a study's table; the first of a point in its row shows the point and loads it. */
export function TableCell({ row, at, onPoint, onAdopt }: TableCellProps) {
  const cell = row.cells[at];
  if (cell === undefined) return null;
  const { key, state, text } = cell;
  const shown = state === 'pending' && text === '' ? '…' : text;
  const hint = state === 'value' ? text : STATE_WORDS[state];
  const isFirst = key !== null && row.cells.findIndex((each) => each.key === key) === at;
  if (!isFirst) {
    return (
      <span data-hint={hint} onPointerEnter={() => onPoint(key)} onPointerLeave={() => onPoint(null)}>
        {shown}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={classes['point']}
      data-point={key}
      data-hint={`${hint}\nPress to load the design`}
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
