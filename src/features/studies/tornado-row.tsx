import type { Cell, TornadoFigure, TornadoRow } from '../../core/studies/figure.js';
import type { TornadoLayout } from './tornado-layout.js';
import { gridWords, nowText, rowHint, type TornadoColours } from './tornado-words.js';
import classes from './tornado.module.css';
import { memoInUnits } from '../../ui/memo-in-units.js';

interface TornadoRowsProps {
  readonly figure: TornadoFigure;
  readonly layout: TornadoLayout;
  readonly colours: TornadoColours;
  /** The cell that the tab key reaches, as row × columns + column. */
  readonly tabStop: number;
  readonly active: string | null;
}

/** The rows with their bars and gains, each number a cell of the grid. */
export const TornadoRows = memoInUnits(function TornadoRows({
  figure,
  layout,
  colours,
  tabStop,
  active,
}: TornadoRowsProps) {
  const { modes, rows } = figure;
  const across = 2 * modes.length;
  return rows.map((row, down) => {
    const top = layout.top + down * layout.row;
    const cellOf = (column: number) => ({
      role: 'gridcell',
      tabIndex: down * across + column === tabStop ? 0 : -1,
      'aria-label': gridWords(figure, row, column),
      'data-cell': down * across + column,
    });
    return (
      <g key={row.id} role="row" data-row={row.id} data-hint={rowHint(figure, row)} className={classes['row']}>
        <rect
          x={0}
          y={top}
          width={Math.max(0, layout.gains.at(-1) ?? 0)}
          height={layout.row}
          className={classes['back']}
        />
        <Name row={row} top={top} layout={layout} />
        {row.elasticities.map((cell, mode) => (
          <g key={modes[mode]?.id} {...cellOf(mode)} data-state={cell.state} className={classes['cell']}>
            <Bar
              cell={cell}
              mode={mode}
              top={top + layout.nameLine + 6 + mode * layout.bar}
              layout={layout}
              colours={colours}
            />
          </g>
        ))}
        <line
          x1={layout.x(0)}
          x2={layout.x(0)}
          y1={top + layout.nameLine}
          y2={top + layout.row}
          className={classes['zero']}
          pointerEvents="none"
        />
        {row.gains.map((cell, mode) => {
          const isBest = row.marked && mode === modes.length - 1;
          const right = layout.gains[mode] ?? 0;
          return (
            <g
              key={modes[mode]?.id}
              {...cellOf(modes.length + mode)}
              data-state={cell.state}
              data-point={cell.key ?? undefined}
              data-active={(cell.key !== null && cell.key === active) || undefined}
              data-best={isBest || undefined}
              className={classes['gain']}
            >
              <rect
                x={right - layout.gainWidth + 12}
                y={top + layout.nameLine + 3}
                width={layout.gainWidth - 6}
                height={layout.row - layout.nameLine - 6}
                rx={4}
              />
              <text x={right} y={top + (layout.row + layout.nameLine) / 2 + 4} textAnchor="end">
                {isBest && '★ '}
                {cell.state === 'pending' ? '…' : cell.text}
              </text>
            </g>
          );
        })}
      </g>
    );
  });
});

interface NameProps {
  readonly row: TornadoRow;
  readonly top: number;
  readonly layout: TornadoLayout;
}

/** What a row is of and what it is now: beside the bars, or in a line above them. */
function Name({ row, top, layout }: NameProps) {
  const middle = top + layout.row / 2;
  if (layout.nameLine > 0) {
    return (
      <text x={0} y={top + layout.nameLine} className={classes['name']} aria-hidden="true">
        {row.label}
        <tspan dx={8} className={classes['now']}>
          {nowText(row)}
        </tspan>
      </text>
    );
  }
  return (
    <g aria-hidden="true">
      <text x={0} y={middle - 2} className={classes['name']}>
        {row.label}
      </text>
      <text x={0} y={middle + 11} className={classes['now']}>
        {nowText(row)}
      </text>
    </g>
  );
}

interface BarProps {
  readonly cell: Cell;
  readonly mode: number;
  readonly top: number;
  readonly layout: TornadoLayout;
  readonly colours: TornadoColours;
}

/** A bar from zero with its number beyond its end. */
function Bar({ cell, mode, top, layout, colours }: BarProps) {
  const value = cell.value ?? 0;
  const [zero, end] = [layout.x(0), layout.x(value)];
  const isLoss = value < 0;
  const fill = (isLoss ? colours.loss : colours.gain)[mode] ?? '';
  return (
    <>
      <rect
        x={Math.min(zero, end)}
        y={top}
        width={cell.state === 'value' ? Math.max(1, Math.abs(end - zero)) : 0}
        height={layout.bar - 1}
        fill={fill}
        data-bar={isLoss ? 'loss' : 'gain'}
      />
      <text
        x={isLoss ? end - 4 : end + 4}
        y={top + layout.bar / 2 + 3.5}
        textAnchor={isLoss ? 'end' : 'start'}
        className={classes['figure']}
      >
        {cell.state === 'pending' ? '…' : cell.text}
      </text>
    </>
  );
}
