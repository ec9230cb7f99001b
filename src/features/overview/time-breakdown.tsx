import type { Evaluation } from '../../core/evaluation.js';
import { columnFormat, formatChange, formatQuantity, type ColumnFormat } from '../../core/quantities/format.js';
import { showsDesign } from '../../state/how.js';
import { useWorkbench } from '../../state/workbench.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { LinearAxis } from '../../ui/linear-axis.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { NumberButton } from '../../ui/number-button.js';
import { StackedBar } from '../../ui/stacked-bar.js';
import { Swatch } from '../../ui/swatch.js';
import { tickText } from '../../core/quantities/tick-text.js';
import { useWidth } from '../../ui/use-width.js';
import { timeFinding } from '../../core/findings/time-finding.js';
import { timeCsv, timeRows, timeSegments, type TimeRow } from './time-rows.js';

const BAR = 48;
const GHOST = 10;
const AXIS = 20;
/** Width from which all five columns have room. */
const ROOMY = 480;

const seconds = (value: number | null): string => formatQuantity(value, 'seconds', { precise: true });

/** One decimal throughout, so that the column can be read down. */
const shareText = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)} %`);

const columnsIn = ({ unit, write }: ColumnFormat): readonly Column<TimeRow>[] => [
  {
    id: 'part',
    header: 'Part',
    cell: (row) => (
      <button type="button" data-quantity={row.id}>
        <Swatch paint={row.paint} />
        {row.label}
      </button>
    ),
  },
  {
    id: 'time',
    header: `Time, ${unit}`,
    numeric: true,
    width: 100,
    hint: 'Exposed: what the batch waits for',
    cell: (row) => (
      <NumberButton id={row.id} hint={seconds(row.seconds)}>
        {write(row.seconds)}
      </NumberButton>
    ),
  },
  {
    id: 'share',
    header: 'Share',
    numeric: true,
    width: 66,
    cell: (row) => <NumberButton id={`${row.id}-share`}>{shareText(row.share)}</NumberButton>,
  },
  {
    id: 'link',
    header: `Link, ${unit}`,
    numeric: true,
    width: 100,
    cell: (row) =>
      row.linkId === null ? (
        ''
      ) : (
        <NumberButton id={row.linkId} hint={seconds(row.linkSeconds)}>
          {write(row.linkSeconds)}
        </NumberButton>
      ),
    hint: 'How long the link is busy, hidden or not',
  },
];

const PINNED: Column<TimeRow> = {
  id: 'baseline',
  header: 'Baseline',
  hint: 'Change against the baseline',
  numeric: true,
  width: 76,
  cell: ({ seconds: now, baselineSeconds }) =>
    now === null || baselineSeconds === null || baselineSeconds === 0 ? '—' : formatChange(now / baselineSeconds - 1),
};

interface TimeBreakdownProps {
  readonly evaluation: Evaluation | null;
  readonly baseline: Evaluation | null;
  readonly tag: string | null;
}

/** The batch time as one bar of its eleven parts, and the legend that is its exact table. */
export const TimeBreakdown = memoInUnits(function TimeBreakdown({ evaluation, baseline, tag }: TimeBreakdownProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const baselineOf = useWorkbench((state) => state.baseline);
  const rows = timeRows(evaluation, baseline);
  const total = evaluation?.time.totalSeconds ?? null;
  const baselineTotal = baseline?.time.totalSeconds ?? null;
  const domain = Math.max(total ?? 0, baselineTotal ?? 0);
  const height = BAR + (baseline === null ? 0 : GHOST + 4) + AXIS;
  const title = timeFinding(evaluation);
  const inUnit = columnFormat(total, 'seconds');
  // In a narrow frame the change takes the place of the link times, which the communication view has as well.
  const isRoomy = baseline === null || width >= ROOMY;
  const columns = columnsIn(inUnit).filter((column) => isRoomy || column.id !== 'link');
  const totals = [
    <button key="total" type="button" data-quantity="total-time">
      Batch time
    </button>,
    <NumberButton key="time" id="total-time">
      {inUnit.write(total)}
    </NumberButton>,
    total === null ? '—' : '100 %',
    ...(isRoomy ? [''] : []),
    ...(baseline === null ? [] : [formatChange(total === null || !baselineTotal ? null : total / baselineTotal - 1)]),
  ];
  return (
    <ChartFrame
      name="batch-time"
      title={title}
      subtitle={
        baseline === null
          ? 'Time of one batch on one processor, by part'
          : `Time of one batch by part; the thin bar is the baseline, ${formatQuantity(baselineTotal, 'seconds')}`
      }
      tag={tag}
      rows={() => timeCsv(rows, total)}
      legend={rows.map((row) => ({ label: row.label, text: seconds(row.seconds), ...row.paint }))}
    >
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={height}>
          <StackedBar segments={timeSegments(rows, 'seconds')} x={0} y={0} width={width} height={BAR} domain={domain} />
          {baseline !== null && (
            <g ref={showsDesign(baselineOf)}>
              <StackedBar
                segments={timeSegments(rows, 'baselineSeconds')}
                x={0}
                y={BAR + 4}
                width={width}
                height={GHOST}
                domain={domain}
                ghost
              />
            </g>
          )}
          <LinearAxis
            x={0}
            y={height - AXIS}
            width={width}
            domain={domain}
            tick={(value) => tickText(value, 'seconds')}
          />
        </svg>
      </div>
      <DataTable
        caption="The eleven parts of the batch time"
        columns={baseline === null ? columns : [...columns, PINNED]}
        rows={rows}
        rowId={(row) => row.id}
        quantityId={(row) => row.id}
        totals={totals}
        grey={tag !== null}
      />
    </ChartFrame>
  );
});
