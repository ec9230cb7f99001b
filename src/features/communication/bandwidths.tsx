import { useMemo } from 'react';
import type { Evaluation } from '../../core/evaluation.js';
import { bandwidthFinding, constructionText } from '../../core/findings/bandwidth-finding.js';
import { bandwidthRows, type BandwidthRow } from '../../core/findings/bandwidth-rows.js';
import { neededText, slackText, stateText } from '../../core/findings/bandwidth-words.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { useWidth } from '../../ui/use-width.js';
import { BandwidthDumbbells } from './bandwidth-dumbbells.js';
import classes from './communication.module.css';

const rate = (value: number | null): string => formatQuantity(value, 'bytes-per-second');
const exact = (value: number | null): string => formatQuantity(value, 'bytes-per-second', { precise: true });

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
    width: 140,
    cell: (row) => (
      <button type="button" data-quantity={row.id}>
        {row.label}
      </button>
    ),
  },
  { id: 'state', header: 'State', width: 148, cell: (row) => <span data-state={row.state}>{stateText(row)}</span> },
  {
    id: 'needed',
    header: 'Needed',
    hint: 'The least bandwidth for this traffic that leaves nothing beyond the window, all else as it is; of an offload class, if it were offloaded alone',
    width: 148,
    numeric: true,
    cell: (row) => <span data-hint={neededText(row, true)}>{neededText(row)}</span>,
  },
  {
    id: 'there',
    header: 'There',
    width: 76,
    numeric: true,
    cell: (row) => (
      <NumberButton id={HOW_THERE[row.id] ?? row.id} hint={exact(row.there)}>
        {rate(row.there)}
      </NumberButton>
    ),
  },
  {
    id: 'slack',
    header: 'Slack / missing',
    hint: 'What is there beyond what is needed; at least 0 exactly when nothing is exposed beyond the window; of an offload class, if it were offloaded alone',
    width: 236,
    numeric: true,
    cell: (row) => (
      <span data-short={(row.slack !== null && row.slack < 0) || undefined} data-off={row.state === 'off' || undefined}>
        {slackText(row)}
      </span>
    ),
  },
  {
    id: 'exposed',
    header: 'Exposed',
    hint: 'Beyond the window; what is exposed by construction not counted',
    width: 72,
    numeric: true,
    cell: (row) => (
      <NumberButton id={HOW_EXPOSED[row.id] ?? 'offload-exposed'}>
        {formatQuantity(row.exposedSeconds, 'seconds')}
      </NumberButton>
    ),
  },
  {
    id: 'carrier',
    header: 'Carried by',
    hint: 'For a class that is offloaded, with its share of what passes in a backward pass',
    width: 148,
    cell: (row) => (row.share === null ? row.carrier : `${row.carrier}, ${formatQuantity(row.share, 'fraction')}`),
  },
  {
    id: 'reported',
    header: 'Formula',
    hint: 'What the reference’s formula gives for what is needed, as the headline has it; — where it would speak of another strategy. It leaves out latency, collisions, and which passes there are',
    width: 88,
    numeric: true,
    cell: (row) => (
      <NumberButton id={row.id} hint={exact(row.reported)}>
        {rate(row.reported)}
      </NumberButton>
    ),
  },
];

/** What the table needs to show every column, in CSS pixels; what a wide screen has left they share. */
const TABLE_WIDTH = COLUMNS.reduce((sum, { width = 0 }) => sum + width, 0);

/** The bandwidth that would hide each overlap and offload, beside what there is. */
export const Bandwidths = memoInUnits(function Bandwidths({
  evaluation,
  tag,
}: {
  readonly evaluation: Evaluation | null;
  readonly tag: string | null;
}) {
  const [ref, width] = useWidth<HTMLDivElement>();
  // Some two hundred evaluations: once for each answer.
  const rows = useMemo(() => bandwidthRows(evaluation), [evaluation]);
  const title = bandwidthFinding(evaluation, rows);
  const construction = constructionText(evaluation);
  return (
    <ChartFrame
      name="bandwidth-needed"
      title={title}
      subtitle="Bandwidth needed (ring) and there (upright), log scale; broken line: missing; grey: not asked for"
      tag={tag}
      rows={() => [
        [
          'to_hide',
          'carried_by',
          'share_of_backward_traffic',
          'needed_bytes_per_s',
          'there_bytes_per_s',
          'slack_bytes_per_s',
          'exposed_s',
          'formula_bytes_per_s',
          'state',
        ],
        ...rows.map((row) => [
          row.label,
          row.carrier,
          row.share,
          row.needed,
          row.there,
          row.slack,
          row.exposedSeconds,
          row.reported,
          row.alone && row.state !== 'off' ? `${row.state} alone` : row.state,
        ]),
      ]}
    >
      <div ref={ref}>
        <BandwidthDumbbells rows={rows} width={width} title={title} />
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
        minWidth={TABLE_WIDTH}
        grey={tag !== null}
      />
    </ChartFrame>
  );
});
