import { capacityUnit } from '../../core/quantities/byte-units.js';
import { formatQuantity } from '../../core/quantities/format.js';
import type { RowColumns } from '../../core/search/row-store.js';
import type { SearchSpace } from '../../core/search/space.js';
import { PlotAxes, plotBox, type PlotAxis } from '../../ui/plot-axes.js';
import { DensityLayer } from './density-layer.js';
import { rateTick } from '../../ui/plot-text.js';
import classes from './plots.module.css';
import type { TradeOff } from './trade-off-points.js';

interface TradeOffPlotProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly front: readonly TradeOff[];
  readonly rows: RowColumns | null;
  readonly space: SearchSpace;
  readonly speed: 'rate' | 'time';
  readonly capacityBytes: number;
  readonly current: { readonly bytes: number; readonly rate: number; readonly seconds: number } | null;
  readonly onPick: (place: number) => void;
}

/** The slowest rows stretch a time axis out of all use: it ends between these multiples of the best. */
const LEAST_SPAN = 4;
const MOST_SPAN = 8;

/** The drawing alone: density, front, the current strategy and the limit. */
export function TradeOffPlot(props: TradeOffPlotProps) {
  const { width, height, title, front, rows, space, speed, capacityBytes, current, onPick } = props;
  const best = front.at(-1);
  const { bytes: unit, name: unitName } = capacityUnit();
  const mostBytes = Number.isFinite(capacityBytes) ? capacityBytes : (best?.tier1Bytes ?? unit) * 1.1;
  const fastest = best?.batchSeconds ?? 1;
  const slowest = Math.max(
    fastest * LEAST_SPAN,
    ...front.map((row) => row.batchSeconds),
    current === null || !Number.isFinite(current.seconds) ? 0 : current.seconds,
  );
  const x: PlotAxis = {
    from: 0,
    to:
      Math.min(mostBytes, Math.max(...(rows === null ? front.map((row) => row.tier1Bytes * 1.1) : [mostBytes]), 1)) /
      unit,
    tick: (value) => value.toLocaleString('en', { maximumFractionDigits: 2 }),
    label: `HBM of one processor, ${unitName}`,
  };
  const y: PlotAxis =
    speed === 'rate'
      ? { from: 0, to: (best?.rate ?? 1) * 1.04, tick: rateTick, label: 'Sample rate, samples/s' }
      : { from: 0, to: Math.min(slowest, fastest * MOST_SPAN) * 1.04, tick: rateTick, label: 'Batch time, s' };
  const box = plotBox(width, height, x, y);
  const speedOf = (row: { rate: number; seconds: number }): number => (speed === 'rate' ? row.rate : row.seconds);
  const marks = front.map((row) => ({
    row,
    cx: box.x(row.tier1Bytes / unit),
    cy: box.y(speedOf({ rate: row.rate, seconds: row.batchSeconds })),
  }));
  const inside = marks.filter(({ cy }) => cy >= box.top - 1);
  const path = inside.map(({ cx, cy }, index) => `${index === 0 ? 'M' : 'L'}${cx} ${cy}`).join('');
  const last = marks.at(-1);
  const isBest = current !== null && current.rate === best?.rate && current.bytes === best.tier1Bytes;
  return (
    <svg data-chart role="img" aria-label={title} width={width} height={height}>
      <PlotAxes box={box} x={x} y={y}>
        {rows !== null && <DensityLayer rows={rows} space={space} speed={speed} box={box} most={[x.to * unit, y.to]} />}
        {path !== '' && <path d={path} className={classes['halo']} />}
        {path !== '' && <path d={path} className={classes['front']} />}
        {inside.map(({ row, cx, cy }) => (
          <g
            key={row.place}
            data-place={row.place}
            className={classes['point']}
            data-hint={`${formatQuantity(row.rate, 'samples-per-second')}, ${formatQuantity(row.batchSeconds, 'seconds')} a batch\n${formatQuantity(row.tier1Bytes, 'bytes')} of HBM\nClick to make it the current strategy`}
            onClick={() => onPick(row.place)}
          >
            <circle cx={cx} cy={cy} r={4.5} />
          </g>
        ))}
        {last !== undefined && (
          <text
            x={last.cx > box.right - 60 ? last.cx - 9 : last.cx + 9}
            y={last.cx > box.right - 60 ? last.cy - 9 : last.cy + 4}
            textAnchor={last.cx > box.right - 60 ? 'end' : 'start'}
            className={classes['name']}
          >
            {isBest ? 'current, the best' : 'best'}
          </text>
        )}
        {current !== null && current.bytes / unit <= x.to && speedOf(current) <= y.to && (
          <CurrentMark
            cx={box.x(current.bytes / unit)}
            cy={box.y(speedOf(current))}
            right={box.right}
            named={!isBest}
          />
        )}
      </PlotAxes>
    </svg>
  );
}

interface CurrentMarkProps {
  readonly cx: number;
  readonly cy: number;
  readonly right: number;
  readonly named: boolean;
}

function CurrentMark({ cx, cy, right, named }: CurrentMarkProps) {
  const isLeft = cx > right - 80;
  return (
    <g pointerEvents="none">
      <path d={`M${cx - 6} ${cy}h12M${cx} ${cy - 6}v12`} className={classes['mark']} />
      {named && (
        <text x={isLeft ? cx - 9 : cx + 9} y={cy - 8} textAnchor={isLeft ? 'end' : 'start'} className={classes['name']}>
          current
        </text>
      )}
    </g>
  );
}
