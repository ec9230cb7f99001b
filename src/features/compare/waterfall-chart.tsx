import type { Evaluation } from '../../core/evaluation.js';
import { waterfall, type WaterfallStep } from '../../core/compare/waterfall.js';
import { waterfallFinding } from '../../core/compare/findings.js';
import { columnFormat } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { TIME_PAINT } from '../../ui/palette.js';
import { Swatch } from '../../ui/swatch.js';
import { useWidth } from '../../ui/use-width.js';
import { WaterfallPlot, waterfallHeight } from './waterfall-plot.js';

interface WaterfallChartProps {
  readonly a: Evaluation;
  readonly b: Evaluation;
  readonly letters: readonly [a: string, b: string];
}

const labelOf = ({ id }: WaterfallStep): string => quantity(id).label;

/** How the batch time of one design becomes that of another, part by part; the steps add up. */
export function WaterfallChart({ a, b, letters }: WaterfallChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const steps = waterfall(a, b);
  const [from, to] = [a.time.totalSeconds, b.time.totalSeconds];
  const title = waterfallFinding(steps, from, to, letters);
  const drawn = steps.filter(({ seconds }) => seconds !== 0);
  const { unit, write } = columnFormat(Math.max(from, to), 'seconds');
  const signed = (change: number): string => (change > 0 ? `+${write(change)}` : write(change));
  const valueIn = (evaluation: Evaluation, { id }: WaterfallStep): number => quantity(id).value(evaluation) ?? 0;
  const columns: readonly Column<WaterfallStep>[] = [
    {
      id: 'part',
      header: 'Part',
      cell: (step) => (
        <>
          <Swatch paint={TIME_PAINT[step.id]} />
          {labelOf(step)}
        </>
      ),
    },
    { id: 'a', header: `${letters[0]}, ${unit}`, numeric: true, width: 110, cell: (step) => write(valueIn(a, step)) },
    { id: 'b', header: `${letters[1]}, ${unit}`, numeric: true, width: 110, cell: (step) => write(valueIn(b, step)) },
    { id: 'change', header: `Change, ${unit}`, numeric: true, width: 120, cell: ({ seconds }) => signed(seconds) },
  ];
  return (
    <ChartFrame
      name="waterfall"
      title={title}
      subtitle={`Batch time from ${letters[0]} to ${letters[1]}, the change of each part; together they are all of it`}
      tag={null}
      rows={() => [
        ['part', 'a_s', 'b_s', 'change_s'],
        ...steps.map((step) => [labelOf(step), valueIn(a, step), valueIn(b, step), step.seconds]),
        ['Batch time', from, to, to - from],
      ]}
    >
      <div ref={ref}>
        <svg data-chart role="img" aria-label={title} width={width} height={waterfallHeight(drawn.length)}>
          <WaterfallPlot steps={drawn} from={from} to={to} letters={letters} width={width} />
        </svg>
      </div>
      <DataTable
        caption="Change of each part of the batch time"
        columns={columns}
        rows={steps}
        rowId={({ id }) => id}
        totals={['Batch time', write(from), write(to), signed(to - from)]}
      />
    </ChartFrame>
  );
}
