import { useDeferredValue, useMemo } from 'react';
import type { SearchTally } from '../../core/search/tally.js';
import type { SearchSpace } from '../../core/search/space.js';
import type { Design } from '../../core/inputs/design.js';
import { csvText } from '../../core/quantities/csv.js';
import { grouped } from '../../core/quantities/grouped.js';
import { download } from '../../ui/export-download.js';
import { memoInUnits, useShownByteUnits, writtenIn } from '../../ui/memo-in-units.js';
import { SideScroll } from '../../ui/side-scroll.js';
import { ColumnChooser } from './column-chooser.js';
import { orderedRows, rowSetOf } from './ordered-rows.js';
import { RowFilterBox } from './row-filter-box.js';
import { RowGrid } from './row-grid.js';
import { MOST_CSV_ROWS, tableCsv } from './table-csv.js';
import classes from './strategy-table.module.css';
import { useViewChoice } from './view-choices.js';

interface StrategyTableProps {
  readonly tally: SearchTally;
  readonly space: SearchSpace;
  /** What the rows are of. */
  readonly design: Design;
}

/** The strategies found, to sort, filter and take over. */
export const StrategyTable = memoInUnits(function StrategyTable({ tally, space, design }: StrategyTableProps) {
  const sort = useViewChoice('sort');
  const filter = useViewChoice('filter');
  const columns = useViewChoice('columns');
  // Typing and pressing a heading answer at once; a million rows follow when there is time.
  const shownSort = useDeferredValue(sort);
  const shownFilter = useDeferredValue(filter);
  const { rows, best } = tally;
  const set = useMemo(() => rowSetOf({ rows, best }, space), [rows, best, space]);
  // A filter's amounts are in the units that memory is written in.
  const units = useShownByteUnits();
  const order = useMemo(
    () => writtenIn(units, () => orderedRows(set, rows === null, shownSort, shownFilter)),
    [set, rows, shownSort, shownFilter, units],
  );
  const count = set.columns.count;
  const title =
    rows === null
      ? `The best ${grouped(count)} of ${grouped(tally.feasible)} feasible strategies`
      : `All ${grouped(count)} feasible strategies`;
  return (
    <section className={classes['table']} aria-label="Strategies">
      <div className={classes['head']}>
        <h3>{title}</h3>
        <span className={classes['count']} role="status">
          {order.length === count ? '' : `${grouped(order.length)} match`}
        </span>
        <ColumnChooser />
        <button
          type="button"
          data-hint={`Save the rows as they are sorted and filtered, in base units${order.length > MOST_CSV_ROWS ? `; the first ${grouped(MOST_CSV_ROWS)}` : ''}`}
          onClick={() => download('strategies.csv', new Blob([csvText(tableCsv(set, order))], { type: 'text/csv' }))}
        >
          CSV
        </button>
      </div>
      <RowFilterBox />
      <SideScroll>
        <RowGrid rows={set} order={order} columns={columns} sort={sort} design={design} label={title} />
      </SideScroll>
      <p className={classes['note']}>
        Click a row, or move to it with the arrow keys and press Enter, to make it the current strategy; press H for how
        its numbers come to be.
      </p>
    </section>
  );
});
