import type { Evaluation } from '../../core/evaluation.js';
import { columnFormat, formatQuantity, type ColumnFormat } from '../../core/quantities/format.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { LinearAxis } from '../../ui/linear-axis.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { tickText } from '../../core/quantities/tick-text.js';
import { useWidth } from '../../ui/use-width.js';
import classes from './communication.module.css';
import { carrierText, trafficFinding, trafficRows, type TrafficRow } from './traffic-rows.js';

const BAR = 16;
const AXIS = 20;
const VALUE = 84;
/** From this width on names stand left of their bars, narrower above them. */
const ROOMY = 480;

interface Layout {
  /** The height of a kind of traffic with both its bars. */
  readonly row: number;
  /** Where its first bar begins, from its own top. */
  readonly top: number;
  /** Where bars begin, from the left. */
  readonly from: number;
  /** Where the carrier is written; at the end of the line of the name where it stands above the bars. */
  readonly carrier: { readonly x: number; readonly y: number; readonly textAnchor: 'start' | 'end' };
}

const layoutIn = (width: number): Layout =>
  width >= ROOMY
    ? { row: 48, top: 4, from: 188, carrier: { x: 0, y: 34, textAnchor: 'start' } }
    : { row: 66, top: 22, from: 0, carrier: { x: width, y: 16, textAnchor: 'end' } };

const seconds = (value: number | null): string => formatQuantity(value, 'seconds', { precise: true });

const columnsIn = ({ unit, write }: ColumnFormat): readonly Column<TrafficRow>[] => [
  {
    id: 'kind',
    header: 'Traffic',
    cell: (row) => (
      <button type="button" data-quantity={row.id}>
        {row.label}
      </button>
    ),
  },
  {
    id: 'tier',
    header: 'Network',
    width: 128,
    cell: (row) => <NumberButton id={row.how.tier}>{row.tier ?? '—'}</NumberButton>,
  },
  {
    id: 'members',
    header: 'Members',
    width: 72,
    numeric: true,
    cell: (row) => <NumberButton id={row.how.members}>{formatQuantity(row.members, 'count')}</NumberButton>,
  },
  {
    id: 'bandwidth',
    header: 'Bandwidth',
    width: 92,
    numeric: true,
    hint: 'What messages reach: bandwidth × efficiency',
    cell: (row) => (
      <NumberButton id={row.how.bandwidth}>{formatQuantity(row.bytesPerSecond, 'bytes-per-second')}</NumberButton>
    ),
  },
  {
    id: 'latency',
    header: 'Latency',
    width: 76,
    numeric: true,
    cell: (row) => <NumberButton id={row.how.latency}>{formatQuantity(row.latencySeconds, 'seconds')}</NumberButton>,
  },
  {
    id: 'link',
    header: `Link, ${unit}`,
    width: 88,
    numeric: true,
    cell: (row) => (
      <span data-quantity={row.linkId}>
        <NumberButton id={row.linkId} hint={seconds(row.linkSeconds)}>
          {write(row.linkSeconds)}
        </NumberButton>
      </span>
    ),
  },
  {
    id: 'exposed',
    header: `Exposed, ${unit}`,
    width: 92,
    numeric: true,
    cell: (row) => (
      <NumberButton id={row.id} hint={seconds(row.exposedSeconds)}>
        {write(row.exposedSeconds)}
      </NumberButton>
    ),
  },
];

/** What the table needs to show every column, in CSS pixels. */
const TABLE_WIDTH = 680;

/** Link time beside exposed time for each kind of traffic over one batch. */
export const Traffic = memoInUnits(function Traffic({
  evaluation,
  tag,
}: {
  readonly evaluation: Evaluation | null;
  readonly tag: string | null;
}) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const rows = trafficRows(evaluation);
  const title = trafficFinding(evaluation, rows);
  const domain = Math.max(0, ...rows.map((row) => Math.max(row.linkSeconds ?? 0, row.exposedSeconds ?? 0)));
  const layout = layoutIn(width);
  const height = rows.length * layout.row + AXIS;
  const room = Math.max(0, width - layout.from - VALUE);
  const sum = (of: 'linkSeconds' | 'exposedSeconds'): number | null =>
    evaluation === null ? null : rows.reduce((total, row) => total + (row[of] ?? 0), 0);
  const inUnit = columnFormat(sum('linkSeconds'), 'seconds');
  return (
    <ChartFrame
      name="traffic"
      title={title}
      subtitle="Time of one batch: how long the links are busy (pale), and what of it is exposed (full)"
      tag={tag}
      rows={() => [
        ['traffic', 'network', 'members', 'bandwidth_bytes_per_s', 'latency_s', 'link_s', 'exposed_s'],
        ...rows.map((row) => [
          row.label,
          row.tier,
          row.members,
          row.bytesPerSecond,
          row.latencySeconds,
          row.linkSeconds,
          row.exposedSeconds,
        ]),
      ]}
    >
      <div className={classes['traffic']}>
        <div ref={ref}>
          <svg data-chart role="img" aria-label={title} width={width} height={height}>
            {rows.map((row, index) => (
              <TrafficBars key={row.id} row={row} y={index * layout.row} layout={layout} room={room} domain={domain} />
            ))}
            <LinearAxis
              x={layout.from}
              y={height - AXIS}
              width={room}
              domain={domain}
              tick={(value) => tickText(value, 'seconds')}
            />
          </svg>
        </div>
        <DataTable
          caption="Link and exposed time by kind of traffic"
          columns={columnsIn(inUnit)}
          rows={rows}
          rowId={(row) => row.id}
          quantityId={(row) => row.id}
          minWidth={TABLE_WIDTH}
          totals={[
            'All',
            '',
            '',
            '',
            '',
            <NumberButton key="link" id="network-link">
              {inUnit.write(sum('linkSeconds'))}
            </NumberButton>,
            <NumberButton key="exposed" id="network-exposed">
              {inUnit.write(sum('exposedSeconds'))}
            </NumberButton>,
          ]}
          grey={tag !== null}
        />
      </div>
    </ChartFrame>
  );
});

interface TrafficBarsProps {
  readonly row: TrafficRow;
  readonly y: number;
  readonly layout: Layout;
  readonly room: number;
  readonly domain: number;
}

function TrafficBars({ row, y, layout, room, domain }: TrafficBarsProps) {
  const { from, carrier } = layout;
  const length = (value: number | null): number => (domain > 0 ? ((value ?? 0) / domain) * room : 0);
  const pair = [
    { id: row.linkId, value: row.linkSeconds, what: 'link', top: y + layout.top },
    { id: row.id, value: row.exposedSeconds, what: 'exposed', top: y + layout.top + BAR + 2 },
  ] as const;
  return (
    <g>
      <text x={0} y={y + 16} className={classes['name']}>
        {row.label}
      </text>
      <text {...carrier} y={y + carrier.y} className={classes['carrier']}>
        {carrierText(row)}
      </text>
      {pair.map(({ id, value, what, top }) => (
        <g
          key={id}
          data-segment
          data-quantity={id}
          data-hint={`${row.label}, ${what}: ${formatQuantity(value, 'seconds')}`}
          className={classes['bar']}
        >
          {what === 'exposed' ? (
            <rect
              x={from + 0.5}
              y={top + 0.5}
              width={Math.max(0, length(value) - 1)}
              height={BAR - 1}
              fill={row.paint.fill}
              className={classes['edge']}
            />
          ) : (
            <rect
              x={from + 0.5}
              y={top + 0.5}
              width={Math.max(0, length(value) - 1)}
              height={BAR - 1}
              fill={row.paint.fill}
              fillOpacity={0.25}
              className={classes['edge']}
            />
          )}
          <text x={from + length(value) + 6} y={top + 12} className={classes['value']}>
            {formatQuantity(value, 'seconds')}
          </text>
        </g>
      ))}
    </g>
  );
}
