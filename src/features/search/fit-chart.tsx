import type { Design } from '../../core/inputs/design.js';
import { grouped } from '../../core/quantities/grouped.js';
import type { SearchTally } from '../../core/search/tally.js';
import { fitFinding, percentText } from '../../state/fit-finding.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { StackedBar } from '../../ui/stacked-bar.js';
import { Swatch } from '../../ui/swatch.js';
import { useWidth } from '../../ui/use-width.js';
import { adopt } from './adopted.js';
import classes from './fit-chart.module.css';
import { fitRows, type FitRow } from './infeasible-rows.js';
import { MissingMemory } from './missing-memory.js';

const BAR = 40;

const COLUMNS: readonly Column<FitRow>[] = [
  {
    id: 'answer',
    header: 'Answer',
    cell: (row) => (
      <span data-hint={row.hint}>
        <Swatch paint={row.paint} />
        {row.label}
      </span>
    ),
  },
  { id: 'count', header: 'Strategies', numeric: true, width: 120, cell: (row) => grouped(row.count) },
  { id: 'share', header: 'Share', numeric: true, width: 80, cell: (row) => percentText(row.share) },
];

interface FitChartProps {
  readonly tally: SearchTally;
  /** What was searched. */
  readonly design: Design;
}

/** How many strategies fit, why the others do not, and how near the nearest miss was. */
export const FitChart = memoInUnits(function FitChart({ tally, design }: FitChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const rows = fitRows(tally);
  const title = fitFinding(tally);
  const miss = tally.nearestMiss;
  return (
    <ChartFrame
      name="search-fit"
      title={title}
      subtitle="Strategies by the answer, or by the first limit they break"
      tag={null}
      rows={() => [['answer', 'strategies', 'share'], ...rows.map((row) => [row.label, row.count, row.share])]}
      legend={rows.map((row) => ({ label: row.label, text: grouped(row.count), ...row.paint }))}
    >
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={BAR}>
          <StackedBar
            segments={rows.map((row) => ({
              id: row.id,
              label: row.label,
              value: row.count,
              text: percentText(row.share),
              paint: row.paint,
            }))}
            x={0}
            y={0}
            width={width}
            height={BAR}
            domain={tally.evaluated}
          />
        </svg>
      </div>
      <DataTable
        caption="Strategies by the answer"
        columns={COLUMNS}
        rows={rows}
        rowId={(row) => row.id}
        totals={['Tried', grouped(tally.evaluated), tally.evaluated > 0 ? '100 %' : '—']}
      />
      <p className={classes['miss']}>
        {miss === null ? (
          'No strategy misses by HBM alone'
        ) : (
          <>
            Nearest miss: <MissingMemory miss={miss} design={design} /> of HBM too much
            <button
              type="button"
              onClick={() => adopt(miss.place)}
              data-hint="Make it the current strategy, to see what it would take"
            >
              Load it
            </button>
          </>
        )}
      </p>
    </ChartFrame>
  );
});
