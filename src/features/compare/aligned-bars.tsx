import { formatQuantity } from '../../core/quantities/format.js';
import { showsDesign } from '../../state/how.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { LinearAxis } from '../../ui/linear-axis.js';
import { StackedBar, type Segment } from '../../ui/stacked-bar.js';
import { Swatch } from '../../ui/swatch.js';
import { tickText } from '../../core/quantities/tick-text.js';
import { useWidth } from '../../ui/use-width.js';
import type { BarRow } from './bar-rows.js';
import classes from './compare.module.css';
import { DesignNumber } from './design-number.js';

const NAME = 18;
const BAR = 36;
const GAP = 10;
const ROW = NAME + BAR + GAP;
const AXIS = 20;
/** Room of the figure at the right of a bar's name. */
const FIGURE = 180;

interface AlignedBarsProps {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: 'seconds' | 'bytes';
  readonly bars: readonly BarRow[];
}

/** A stacked bar for each design, all on one scale, with the table of the parts behind them. */
export function AlignedBars({ name, title, subtitle, unit, bars }: AlignedBarsProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const most = Math.max(0, ...bars.map(({ total }) => total ?? 0));
  // A capacity far beyond what is used would leave slivers: it is told in the figure then, not drawn.
  const domain = Math.max(most, ...bars.map(({ limit }) => (limit !== null && limit <= 4 * most ? limit : 0)));
  // Binary sizes have no round ticks; every bar says its size.
  const hasAxis = unit === 'seconds';
  const height = bars.length * ROW + (hasAxis ? AXIS : 0);
  const parts = bars[0]?.segments ?? [];
  const columns: readonly Column<Segment>[] = [
    {
      id: 'part',
      header: 'Part',
      cell: (part) => (
        <>
          <Swatch paint={part.paint} />
          <button type="button" data-quantity={part.id}>
            {part.label}
          </button>
        </>
      ),
    },
    ...bars.map((bar, index): Column<Segment> => ({
      id: String(index),
      header: bar.title,
      numeric: true,
      width: 140,
      cell: (part) => {
        const segment = bar.segments.find(({ id }) => id === part.id);
        const value = bar.total === null ? null : (segment?.value ?? null);
        return (
          <DesignNumber other={bar.other} id={segment?.how ?? part.id}>
            {formatQuantity(value, unit, { precise: true })}
          </DesignNumber>
        );
      },
    })),
  ];
  return (
    <ChartFrame
      name={name}
      title={title}
      subtitle={subtitle}
      tag={null}
      rows={() => [
        ['design', ...parts.map(({ label }) => label), 'total', unit === 'bytes' ? 'capacity' : null],
        ...bars.map((bar) => [
          bar.title,
          ...bar.segments.map(({ value }) => (bar.total === null ? null : value)),
          bar.total,
          bar.limit,
        ]),
      ]}
      legend={parts.map(({ label, paint }) => ({ label, text: '', ...paint }))}
      table={
        <DataTable
          caption={subtitle}
          columns={columns}
          rows={parts}
          rowId={({ id }) => id}
          totals={[
            'Total',
            ...bars.map(({ title: name, other, total, totalId }) => (
              <DesignNumber key={name} other={other} id={totalId}>
                {formatQuantity(total, unit, { precise: true })}
              </DesignNumber>
            )),
          ]}
          minWidth={180 + 140 * bars.length}
        />
      }
    >
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={height}>
          {bars.map((bar, index) => {
            const top = index * ROW + NAME;
            const limitAt = bar.limit !== null && domain > 0 ? (bar.limit / domain) * width : null;
            return (
              // Two designs may have the same name, never the same place.
              <g key={bar.title} ref={showsDesign(bar.other)}>
                <clipPath id={`${name}-name-${index}`}>
                  <rect x={0} y={top - NAME} width={Math.max(0, width - FIGURE)} height={NAME} />
                </clipPath>
                <text x={0} y={top - 6} className={classes['name']} clipPath={`url(#${name}-name-${index})`}>
                  {bar.title}
                </text>
                <text x={width} y={top - 6} textAnchor="end" className={classes['figure']} data-how={bar.totalId}>
                  {bar.text}
                </text>
                <rect x={0} y={top} width={width} height={BAR} className={classes['room']} />
                <StackedBar segments={bar.segments} x={0} y={top} width={width} height={BAR} domain={domain} />
                {limitAt !== null && limitAt <= width && (
                  <line x1={limitAt} x2={limitAt} y1={top - 3} y2={top + BAR + 3} className={classes['limit']} />
                )}
              </g>
            );
          })}
          {hasAxis && (
            <LinearAxis x={0} y={height - AXIS} width={width} domain={domain} tick={(value) => tickText(value, unit)} />
          )}
        </svg>
      </div>
      <ul className={classes['legend']}>
        {parts
          .filter(({ id }) => bars.some(({ segments }) => segments.some((each) => each.id === id && each.value > 0)))
          .map(({ id, label, paint }) => (
            <li key={id}>
              <Swatch paint={paint} />
              {label}
            </li>
          ))}
      </ul>
    </ChartFrame>
  );
}
