import { memo } from 'react';
import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { NumberButton } from '../../ui/number-button.js';
import { useWidth } from '../../ui/use-width.js';
import { bandwidthFinding, bandwidthRows, constructionText, stateText, type BandwidthRow } from './bandwidth-rows.js';
import classes from './communication.module.css';

const ROW = 28;
const BAR = 12;
const AXIS = 20;
const NAME = 132;
const VALUE = 96;
/** The scale ends at twice what there is; what needs more runs off it with an arrow and its number. */
const END = 2;

const rate = (value: number | null): string => formatQuantity(value, 'bytes-per-second', { precise: true });

/** Ids of what there is and of what is exposed, by the id of what is needed. */
const HOW_THERE: Readonly<Record<string, string>> = {
  'tensor-overlap-bandwidth': 'tensor-bandwidth',
  'data-overlap-chunk-bandwidth': 'data-bandwidth',
  'data-overlap-tail-bandwidth': 'data-bandwidth',
  'activation-offload-bandwidth': 'activation-offload-there',
  'weight-offload-bandwidth': 'weight-offload-there',
  'optimizer-offload-bandwidth': 'optimizer-offload-there',
  'offload-bandwidth': 'offload-there',
};
const HOW_EXPOSED: Readonly<Record<string, string>> = {
  'tensor-overlap-bandwidth': 'tensor-overhang',
  'data-overlap-chunk-bandwidth': 'chunk-overhang',
  'data-overlap-tail-bandwidth': 'tail-overhang',
};

const COLUMNS: readonly Column<BandwidthRow>[] = [
  {
    id: 'kind',
    header: 'To hide',
    cell: (row) => (
      <button type="button" data-quantity={row.id}>
        {row.label}
      </button>
    ),
  },
  { id: 'carrier', header: 'Carried by', width: 128, cell: (row) => row.carrier },
  {
    id: 'needed',
    header: 'Needed',
    width: 108,
    numeric: true,
    cell: (row) => <NumberButton id={row.id}>{rate(row.needed)}</NumberButton>,
  },
  {
    id: 'there',
    header: 'There',
    width: 108,
    numeric: true,
    cell: (row) => <NumberButton id={HOW_THERE[row.id] ?? row.id}>{rate(row.there)}</NumberButton>,
  },
  {
    id: 'exposed',
    header: 'Exposed',
    hint: 'Beyond the window; what is exposed by construction not counted',
    width: 84,
    numeric: true,
    cell: (row) => (
      <NumberButton id={HOW_EXPOSED[row.id] ?? 'offload-exposed'}>
        {formatQuantity(row.exposedSeconds, 'seconds')}
      </NumberButton>
    ),
  },
  { id: 'state', header: 'State', width: 112, cell: (row) => <span data-state={row.state}>{stateText(row)}</span> },
];

/** The bandwidth that would hide each overlap and offload, beside what there is. */
export const Bandwidths = memo(function Bandwidths({
  evaluation,
  tag,
}: {
  readonly evaluation: Evaluation | null;
  readonly tag: string | null;
}) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const rows = bandwidthRows(evaluation);
  const title = bandwidthFinding(evaluation, rows);
  const construction = constructionText(evaluation);
  const height = rows.length * ROW + AXIS;
  const room = Math.max(0, width - NAME - VALUE);
  return (
    <ChartFrame
      name="bandwidth-needed"
      title={title}
      subtitle="Bandwidth needed as a share of what there is (the line); pale where the strategy does not ask for it"
      tag={tag}
      rows={() => [
        ['to_hide', 'carried_by', 'needed_bytes_per_s', 'there_bytes_per_s', 'exposed_s', 'state'],
        ...rows.map((row) => [row.label, row.carrier, row.needed, row.there, row.exposedSeconds, row.state]),
      ]}
    >
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={height}>
          {rows.map((row, index) => (
            <BandwidthBar key={row.id} row={row} y={index * ROW} room={room} />
          ))}
          <line x1={NAME + room / END} x2={NAME + room / END} y1={0} y2={height - AXIS} className={classes['there']} />
          {[0, 0.5, 1, 1.5, 2].map((share) => (
            <text
              key={share}
              x={NAME + (share / END) * room}
              y={height - 4}
              textAnchor={share === 0 ? 'start' : 'middle'}
              className={classes['value']}
            >
              {share * 100} %
            </text>
          ))}
        </svg>
      </div>
      <p className={classes['construction']}>
        {construction !== '' && `Exposed whatever the bandwidth: ${construction}.`}
      </p>
      <DataTable
        caption="Bandwidth needed and there"
        columns={COLUMNS}
        rows={rows}
        rowId={(row) => row.id}
        quantityId={(row) => row.id}
        grey={tag !== null}
      />
    </ChartFrame>
  );
});

function BandwidthBar({ row, y, room }: { readonly row: BandwidthRow; readonly y: number; readonly room: number }) {
  const share = row.needed === null || !row.there ? 0 : row.needed / row.there;
  const length = (Math.min(share, END) / END) * room;
  const end = NAME + length;
  return (
    <g
      data-segment
      data-quantity={row.id}
      data-state={row.state}
      data-hint={`${row.label}: ${formatQuantity(row.needed, 'bytes-per-second')} needed, ${formatQuantity(row.there, 'bytes-per-second')} there, ${stateText(row)}`}
      className={classes['need']}
    >
      <text x={0} y={y + 18} className={classes['name']}>
        {row.label}
      </text>
      <rect x={NAME} y={y + 8} width={length} height={BAR} />
      {share > END && (
        <path d={`M${end - 7} ${y + 8}L${end} ${y + 14}L${end - 7} ${y + 20}`} className={classes['beyond']} />
      )}
      <text x={NAME + room + VALUE} y={y + 18} textAnchor="end" className={classes['value']}>
        {row.needed === null || row.needed === 0 ? '—' : formatQuantity(share, 'fraction')}
      </text>
    </g>
  );
}
