import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Design, StrategyInput } from '../../core/inputs/design.js';
import { grouped } from '../../core/quantities/grouped.js';
import { strategyChanges } from '../../core/strategy/strategy-changes.js';
import { showHow, showsDesign } from '../../state/how.js';
import { searchControl } from '../../state/search-results.js';
import { useWorkbench } from '../../state/workbench.js';
import { asksHow } from '../../ui/asks-how.js';
import { memoInUnits, useShownByteUnits, writtenIn } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { useVirtualRows } from '../../ui/virtual-rows.js';
import { adopt } from './adopted.js';
import { cellReaders } from './row-cells.js';
import { COLUMN_QUANTITY, rowDesign } from './row-design.js';
import classes from './row-grid.module.css';
import { columnOf, headerOf, isNumeric, type ColumnId, type RowSet } from './table-columns.js';
import { choose, type ViewChoices } from './view-choices.js';

const ROW = 24;
const HEAD = 28;
const RANK = 76;

interface RowGridProps {
  readonly rows: RowSet;
  /** Which rows to show, in which order. */
  readonly order: Uint32Array;
  readonly columns: readonly ColumnId[];
  readonly sort: ViewChoices['sort'];
  readonly design: Design;
  readonly label: string;
}

/** The first press sorts measures from the best, choices from the least; the second turns it round; the third ends it. */
function nextSort(id: ColumnId, sort: ViewChoices['sort']): ViewChoices['sort'] {
  const first = id === 'rate';
  if (sort?.column !== id) return { column: id, descending: first };
  return sort.descending === first ? { column: id, descending: !first } : null;
}

const isSame = (left: StrategyInput, right: StrategyInput | null): boolean =>
  right !== null && strategyChanges(left, right).length === 0;

/** Whether a click asks about a number and does not take its row over. */
const asks = (target: EventTarget): boolean => target instanceof Element && target.closest('[data-how]') !== null;

/**
 * Rows of which only those in sight are in the page. Arrow and page keys move, Enter or a click takes a row over, H asks
 * how its numbers come to be.
 */
export const RowGrid = memoInUnits(function RowGrid({ rows, order, columns, sort, design, label }: RowGridProps) {
  const id = useId();
  // A new order begins at its first row.
  const [active, setActive] = useState({ order, row: 0 });
  const ref = useRef<HTMLDivElement>(null);
  const view = useVirtualRows(ref, { count: order.length, rowHeight: ROW, headHeight: HEAD });
  const units = useShownByteUnits();
  const readers = useMemo(
    () => writtenIn(units, () => cellReaders(rows, columns, design)),
    [rows, columns, design, units],
  );
  const current = useWorkbench((state) => state.strategy.value);
  const at = active.order === order ? active.row : 0;
  const width = RANK + columns.reduce((sum, column) => sum + columnOf(column).width, 0);
  const template = `${RANK}px ${columns.map((column) => `minmax(${columnOf(column).width}px, ${columnOf(column).width}fr)`).join(' ')}`;
  const placeOf = (index: number): number => rows.columns.place[order[index] as number] as number;

  const key = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + view.page,
      PageUp: at - view.page,
      Home: 0,
      End: order.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const to = Math.min(Math.max(0, move), Math.max(0, order.length - 1));
      setActive({ order, row: to });
      view.show(to);
    } else if (event.key === 'Enter' && order.length > 0) {
      event.preventDefault();
      adopt(placeOf(at));
    } else if (asksHow(event) && order.length > 0) {
      event.preventDefault();
      showHow('sample-rate', ref.current, rowDesign(at, design, searchControl().strategyAt(placeOf(at))));
    }
  };

  const shown = Array.from({ length: view.end - view.first }, (_, i) => view.first + i);
  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={order.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={at >= view.first && at < view.end ? `${id}-${at}` : undefined}
      className={classes['grid']}
      onKeyDown={key}
    >
      <div role="rowgroup" className={classes['head']} style={{ minWidth: width }}>
        <div role="row" aria-rowindex={1} className={classes['row']} style={{ gridTemplateColumns: template }}>
          <span role="columnheader" className={classes['rank']}>
            #
          </span>
          {columns.map((column) => (
            <Heading key={column} id={column} sort={sort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ minWidth: width, height: view.height, position: 'relative' }}>
        <div role="presentation" style={{ transform: `translateY(${view.top}px)` }}>
          {shown.map((index) => {
            const place = placeOf(index);
            const strategy = searchControl().strategyAt(place);
            const row = order[index] as number;
            return (
              // The grid has the keyboard: a row is reached with its arrow keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={index}
                id={`${id}-${index}`}
                ref={showsDesign(rowDesign(index, design, strategy))}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isSame(current, strategy)}
                data-active={index === at || undefined}
                className={classes['row']}
                style={{ gridTemplateColumns: template }}
                onClick={(event) => {
                  setActive({ order, row: index });
                  if (!asks(event.target)) adopt(place);
                }}
              >
                <span role="gridcell" className={classes['rank']}>
                  <span className={classes['ask']}>
                    <NumberButton id="sample-rate" hint="How its numbers come to be">
                      <span aria-hidden="true">?</span>
                      <span className="visually-hidden">Explain row {index + 1}</span>
                    </NumberButton>
                  </span>
                  {grouped(index + 1)}
                </span>
                {readers.map(({ id: column, numeric, text }) => (
                  <span key={column} role="gridcell" data-numeric={numeric || undefined}>
                    <CellText how={index === at ? COLUMN_QUANTITY[column] : undefined} text={text(row, strategy)} />
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {order.length === 0 && <p className={classes['none']}>No strategy matches the filter</p>}
    </div>
  );
});

/** Of the row that has the keyboard, the numbers can be asked. */
function CellText({ how, text }: { readonly how: string | undefined; readonly text: string }) {
  return how === undefined ? text : <NumberButton id={how}>{text}</NumberButton>;
}

function Heading({ id, sort }: { readonly id: ColumnId; readonly sort: ViewChoices['sort'] }) {
  const column = columnOf(id);
  const header = headerOf(id);
  const direction = sort?.column !== id ? 'none' : sort.descending ? 'descending' : 'ascending';
  return (
    <span
      role="columnheader"
      aria-sort={id === 'mfu' ? undefined : direction}
      data-numeric={isNumeric(column) || undefined}
    >
      {id === 'mfu' ? (
        <span data-hint={column.hint}>{header}</span>
      ) : (
        <button type="button" data-hint={column.hint} onClick={() => choose({ sort: nextSort(id, sort) })}>
          {header}
          <span aria-hidden="true" className={classes['arrow']}>
            {direction === 'none' ? '' : direction === 'descending' ? '↓' : '↑'}
          </span>
        </button>
      )}
    </span>
  );
}
