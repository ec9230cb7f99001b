import { useMemo } from 'react';
import { formatQuantity } from '../../core/quantities/format.js';
import { grouped } from '../../core/quantities/grouped.js';
import type { SearchTally } from '../../core/search/tally.js';
import { percentText } from '../../state/fit-finding.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { PlotAxes, plotBox, type PlotAxis } from '../../ui/plot-axes.js';
import { useWidth } from '../../ui/use-width.js';
import classes from './plots.module.css';
import { bestRate, countWithin, rateBins, rateQuantile, type RateBin } from './rate-bins.js';
import { compactCount, rateTick } from '../../ui/plot-text.js';
import { choose, useViewChoice } from './view-choices.js';

const HEIGHT = 236;
const MOST_BINS = 100;
const rate = (value: number): string => formatQuantity(value, 'samples-per-second');

/** How rare good strategies are. */
export function histogramFinding(tally: Pick<SearchTally, 'bins' | 'binWidth' | 'front' | 'feasible'>): string {
  const best = bestRate(tally);
  if (!(best > 0)) return 'How the sample rates are distributed';
  const near = countWithin(tally, best, 0.1);
  return `Half stay below ${rate(rateQuantile(tally, 0.5))}; ${percentText(near / tally.feasible)} are within 10 % of the best`;
}

const columnsFor = (feasible: number): readonly Column<RateBin>[] => [
  { id: 'bin', header: 'Samples/s', cell: (bin) => `${rateTick(bin.from)} – ${rateTick(bin.to)}` },
  { id: 'count', header: 'Strategies', numeric: true, width: 120, cell: (bin) => grouped(bin.count) },
  {
    id: 'share',
    header: 'Share',
    numeric: true,
    width: 96,
    cell: (bin) => percentText(feasible > 0 ? bin.count / feasible : 0),
  },
];

/** All feasible strategies by sample rate (the paper's Fig. 6a). */
export const RateHistogram = memoInUnits(function RateHistogram({ tally }: { readonly tally: SearchTally }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const count = useViewChoice('bins');
  // millions of rows, where all are kept
  const bins = useMemo(() => rateBins(tally, count), [tally, count]);
  const best = bestRate(tally);
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const x: PlotAxis = { from: 0, to: best || 1, tick: rateTick, label: 'Sample rate, samples/s' };
  const y: PlotAxis = { from: 0, to: most, tick: compactCount, label: 'Feasible strategies' };
  const box = plotBox(width, HEIGHT, x, y);
  const title = histogramFinding(tally);
  const bar = (box.right - box.left) / Math.max(1, bins.length);
  return (
    <ChartFrame
      name="search-rates"
      title={title}
      subtitle={
        tally.rows === null
          ? `Feasible strategies in ${count} bins of sample rate, to within ${rate(tally.binWidth)}`
          : `Feasible strategies in ${count} bins of sample rate, exactly`
      }
      tag={null}
      rows={() => [
        ['from_samples_per_s', 'to_samples_per_s', 'strategies'],
        ...bins.map((bin) => [bin.from, bin.to, bin.count]),
      ]}
      table={
        <DataTable
          caption="Feasible strategies by sample rate"
          columns={columnsFor(tally.feasible)}
          rows={bins}
          rowId={(bin) => String(bin.from)}
        />
      }
    >
      <label className={classes['control']}>
        Bins
        <input
          type="range"
          min={5}
          max={MOST_BINS}
          step={5}
          value={count}
          aria-valuetext={`${count} bins`}
          onChange={(event) => choose({ bins: Number(event.currentTarget.value) })}
        />
        <span className={classes['number']}>{count}</span>
      </label>
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={HEIGHT}>
          <PlotAxes box={box} x={x} y={y}>
            {bins.map((bin, index) => {
              const top = box.y(bin.count);
              const left = box.left + index * bar;
              const share = percentText(tally.feasible > 0 ? bin.count / tally.feasible : 0);
              const hint = `${rateTick(bin.from)} – ${rate(bin.to)}\n${grouped(bin.count)} strategies, ${share}`;
              return (
                <g key={bin.from} data-hint={hint} className={classes['bin']}>
                  <rect x={left} y={box.top} width={bar} height={box.bottom - box.top} className={classes['hover']} />
                  <rect
                    x={left + 0.5}
                    y={bin.count > 0 ? Math.min(top, box.bottom - 1) : box.bottom}
                    width={Math.max(1, bar - 1)}
                    height={bin.count > 0 ? Math.max(1, box.bottom - top) : 0}
                    className={classes['bar']}
                  />
                  {bar >= 44 && (
                    <text
                      x={left + bar / 2}
                      y={Math.min(top, box.bottom - 1) - 4}
                      textAnchor="middle"
                      className={classes['value']}
                    >
                      {compactCount(bin.count)}
                    </text>
                  )}
                </g>
              );
            })}
          </PlotAxes>
        </svg>
      </div>
    </ChartFrame>
  );
});
