import type { Design } from '../../core/inputs/design.js';
import { formatQuantity } from '../../core/quantities/format.js';
import type { SearchRow } from '../../core/search/top-list.js';
import { showsDesign } from '../../state/how.js';
import { searchControl } from '../../state/search-results.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { PlotAxes, plotBox, type PlotAxis } from '../../ui/plot-axes.js';
import { useWidth } from '../../ui/use-width.js';
import { rateTick } from '../../ui/plot-text.js';
import classes from './plots.module.css';
import { rankedRates, type RankedRate } from './rate-bins.js';
import { foundDesign } from './row-design.js';

const HEIGHT = 260;
const NEAR = 0.1;

const COLUMNS: readonly Column<RankedRate>[] = [
  {
    id: 'rank',
    header: 'Rank',
    cell: ({ rank }) => (
      <button type="button" data-how="sample-rate">
        {rank}
      </button>
    ),
  },
  {
    id: 'rate',
    header: 'Samples/s',
    numeric: true,
    width: 120,
    cell: ({ rate }) => (
      <NumberButton id="sample-rate">
        {rate.toLocaleString('en', { maximumFractionDigits: 3, minimumFractionDigits: 3 })}
      </NumberButton>
    ),
  },
  {
    id: 'share',
    header: 'Of the best',
    numeric: true,
    width: 96,
    cell: ({ share }) => `${(share * 100).toFixed(2)} %`,
  },
];

/** How quickly the best strategies fall off. */
export function distributionFinding(ranked: readonly RankedRate[]): string {
  if (ranked.length === 0) return 'How the best strategies compare';
  const near = ranked.filter(({ share }) => share >= 1 - NEAR).length;
  const count = ranked.length;
  if (near === count && count > 1) return `All of the best ${count} are within 10 % of the best`;
  return `${near} of the best ${count} ${near === 1 ? 'is' : 'are'} within 10 % of the best`;
}

interface BestDistributionProps {
  readonly best: readonly SearchRow[];
  /** What was searched. */
  readonly design: Design;
}

/** The cumulative distribution of the best strategies' rates (the paper's Fig. 6b). */
export const BestDistribution = memoInUnits(function BestDistribution({ best, design }: BestDistributionProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const ranked = rankedRates(best.map((row) => row.rate));
  // By rate, whatever they were searched for.
  const places = best.toSorted((a, b) => b.rate - a.rate).map(({ place }) => place);
  const found = ({ rank }: RankedRate) =>
    foundDesign(`Rank ${rank} of the search`, design, searchControl().strategyAt(places[rank - 1] ?? 0));
  const fastest = ranked[0]?.rate ?? 1;
  const slowest = ranked.at(-1)?.rate ?? 0;
  const count = ranked.length;
  const from = Math.min(slowest, fastest * (1 - NEAR) * 0.98);
  const x: PlotAxis = { from, to: fastest, tick: rateTick, label: 'Sample rate, samples/s' };
  const y: PlotAxis = {
    from: 0,
    to: 100,
    tick: (value) => `${value} %`,
    label: `Share of the best ${count} that are at most as fast`,
  };
  const box = plotBox(width, HEIGHT, x, y);
  const title = distributionFinding(ranked);
  // Rising rates: each step of the line is one strategy.
  const steps = ranked
    .toReversed()
    .map(({ rate }, index) => `H${box.x(rate)}V${box.y(((index + 1) / count) * 100)}`)
    .join('');
  return (
    <ChartFrame
      name="search-best-rates"
      title={title}
      subtitle={`Cumulative distribution of the sample rate of the best ${count}; dashed: 10 % below the best`}
      tag={null}
      rows={() => [
        ['rank', 'samples_per_s', 'share_of_best'],
        ...ranked.map(({ rank, rate, share }) => [rank, rate, share]),
      ]}
      table={
        <DataTable
          caption="Rates of the best strategies"
          columns={COLUMNS}
          rows={ranked}
          rowId={({ rank }) => String(rank)}
          rowProps={(row) => ({ ref: showsDesign(found(row)) })}
        />
      }
    >
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={HEIGHT}>
          <PlotAxes box={box} x={x} y={y}>
            <line
              x1={box.x(fastest * (1 - NEAR))}
              x2={box.x(fastest * (1 - NEAR))}
              y1={box.top}
              y2={box.bottom}
              className={classes['near']}
            />
            {count > 0 && <path d={`M${box.left} ${box.bottom}${steps}`} className={classes['line']} />}
            {ranked.map(({ rank, rate, share }) => (
              <circle
                key={rank}
                cx={box.x(rate)}
                cy={box.y(((count - rank + 1) / count) * 100)}
                r={3}
                className={classes['dot']}
                data-hint={`Rank ${rank}: ${formatQuantity(rate, 'samples-per-second')}, ${(share * 100).toFixed(1)} % of the best`}
              />
            ))}
          </PlotAxes>
        </svg>
      </div>
    </ChartFrame>
  );
});
