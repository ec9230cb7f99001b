import { useMemo } from 'react';
import type { Evaluation } from '../../core/evaluation.js';
import type { Design, StrategyInput } from '../../core/inputs/design.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { grouped } from '../../core/quantities/grouped.js';
import { quantity } from '../../core/quantities/registry.js';
import { showsDesign } from '../../state/how.js';
import { searchControl } from '../../state/search-results.js';
import type { SearchTally } from '../../core/search/tally.js';
import type { SearchSpace } from '../../core/search/space.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { useWidth } from '../../ui/use-width.js';
import { ViewButtons } from '../../ui/view-buttons.js';
import { adopt } from './adopted.js';
import { strategyLine } from '../../state/strategy-line.js';
import { foundDesign } from './row-design.js';
import { tradeOffFinding, tradeOffs, type TradeOff } from './trade-off-points.js';
import { TradeOffPlot } from './trade-off-plot.js';
import classes from './trade-off-chart.module.css';
import { choose, useViewChoice } from './view-choices.js';

const SPEED_LABELS = { rate: 'Sample rate', time: 'Batch time' } as const;

/** A narrow plot is lower, so that it is no taller than what is beside it. */
const heightFor = (width: number): number => (width < 560 ? 276 : 340);
const lineAt = (place: number): string => {
  const strategy: StrategyInput | null = searchControl().strategyAt(place);
  return strategy === null ? '—' : strategyLine(strategy);
};

const COLUMNS: readonly Column<TradeOff>[] = [
  {
    id: 'hbm',
    header: 'HBM',
    cell: (row) => (
      <button type="button" data-hint="Make it the current strategy" onClick={() => adopt(row.place)}>
        {formatQuantity(row.tier1Bytes, 'bytes')}
      </button>
    ),
  },
  {
    id: 'rate',
    header: 'Samples/s',
    numeric: true,
    width: 80,
    cell: (row) => <NumberButton id="sample-rate">{row.rate.toFixed(1)}</NumberButton>,
  },
  { id: 'share', header: 'Of the best', numeric: true, width: 84, cell: (row) => `${(row.share * 100).toFixed(1)} %` },
  {
    id: 'time',
    header: 'Batch time',
    numeric: true,
    width: 84,
    cell: (row) => <NumberButton id="total-time">{formatQuantity(row.batchSeconds, 'seconds')}</NumberButton>,
  },
  {
    id: 'offload',
    header: 'Offload tier',
    numeric: true,
    width: 88,
    cell: (row) => <NumberButton id="tier2-memory">{formatQuantity(row.tier2Bytes, 'bytes')}</NumberButton>,
  },
  { id: 'strategy', header: 'Strategy', width: 560, cell: (row) => lineAt(row.place) },
];

interface TradeOffChartProps {
  readonly tally: SearchTally;
  readonly space: SearchSpace;
  readonly design: Design;
  readonly capacityBytes: number;
  /** The current strategy's, when it has numbers. */
  readonly current: Evaluation | null;
}

/** Rate or batch time against HBM: where all feasible strategies lie, and the front of those nothing beats. */
export const TradeOffChart = memoInUnits(function TradeOffChart({
  tally,
  space,
  design,
  capacityBytes,
  current,
}: TradeOffChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const speed = useViewChoice('speed');
  const front = useMemo(() => tradeOffs(tally.front, space), [tally.front, space]);
  const title = tradeOffFinding(tally.front);
  const { rows } = tally;
  return (
    <ChartFrame
      name="search-rate-against-hbm"
      title={title}
      subtitle={
        rows === null
          ? 'The Pareto front: strategies that no other beats on both. Keep all rows to see where the others lie'
          : `All ${grouped(rows.count)} feasible strategies by density, and those that no other beats on both`
      }
      tag={null}
      rows={() => [
        ['place', 'hbm_bytes', 'offload_tier_bytes', 'samples_per_s', 'batch_time_s', 'strategy'],
        ...front.map((row) => [
          row.place,
          row.tier1Bytes,
          row.tier2Bytes,
          row.rate,
          row.batchSeconds,
          lineAt(row.place),
        ]),
      ]}
      table={
        <div className={classes['table']}>
          <DataTable
            caption="The Pareto front"
            columns={COLUMNS}
            rows={front}
            rowId={(row) => String(row.place)}
            rowProps={({ place }) => ({
              ref: showsDesign(foundDesign('On the front', design, searchControl().strategyAt(place))),
            })}
            minWidth={980}
          />
        </div>
      }
    >
      <ViewButtons
        label="Upright axis"
        views={['rate', 'time']}
        labels={SPEED_LABELS}
        shown={speed}
        onShow={(each) => choose({ speed: each })}
      />
      <div ref={ref}>
        <TradeOffPlot
          width={width}
          height={heightFor(width)}
          title={title}
          front={front}
          rows={rows}
          space={space}
          speed={speed}
          capacityBytes={capacityBytes}
          current={
            current === null
              ? null
              : {
                  bytes: current.memory.tier1Bytes,
                  rate: quantity('sample-rate').value(current) ?? 0,
                  seconds: current.time.totalSeconds,
                }
          }
          onPick={adopt}
        />
      </div>
    </ChartFrame>
  );
});
