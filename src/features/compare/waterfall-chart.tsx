import { waterfall, type WaterfallStep } from '../../core/compare/waterfall.js';
import { waterfallFinding } from '../../core/compare/findings.js';
import { columnFormat } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { TIME_PAINT } from '../../ui/palette.js';
import { Swatch } from '../../ui/swatch.js';
import { useWidth } from '../../ui/use-width.js';
import { DesignName, DesignNumber } from './design-number.js';
import type { Entry, EntryWithNumbers } from './entries.js';
import { WaterfallPlot, waterfallHeight } from './waterfall-plot.js';

interface WaterfallChartProps {
  readonly a: EntryWithNumbers;
  readonly b: EntryWithNumbers;
}

const labelOf = ({ id }: WaterfallStep): string => quantity(id).label;

/** How the batch time of one design becomes that of another, part by part; the steps add up. A change is asked of where it leads. */
export function WaterfallChart({ a, b }: WaterfallChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const letters = [a.letter, b.letter] as const;
  const steps = waterfall(a.evaluation, b.evaluation);
  const [from, to] = [a.evaluation.time.totalSeconds, b.evaluation.time.totalSeconds];
  const title = waterfallFinding(steps, from, to, letters);
  const drawn = steps.filter(({ seconds }) => seconds !== 0);
  const { unit, write } = columnFormat(Math.max(from, to), 'seconds');
  const signed = (change: number): string => (change > 0 ? `+${write(change)}` : write(change));
  const valueIn = ({ evaluation }: EntryWithNumbers, { id }: WaterfallStep): number =>
    quantity(id).value(evaluation) ?? 0;
  const numberOf = ({ letter, other }: Entry, id: string, text: string) => (
    <DesignNumber key={letter} other={other} id={id}>
      {text}
    </DesignNumber>
  );
  const columns: readonly Column<WaterfallStep>[] = [
    {
      id: 'part',
      header: 'Part',
      cell: (step) => (
        <DesignName other={b.other} id={step.id}>
          <Swatch paint={TIME_PAINT[step.id]} />
          {labelOf(step)}
        </DesignName>
      ),
    },
    ...[a, b].map((entry): Column<WaterfallStep> => ({
      id: entry.letter,
      header: `${entry.letter}, ${unit}`,
      numeric: true,
      width: 110,
      cell: (step) => numberOf(entry, step.id, write(valueIn(entry, step))),
    })),
    {
      id: 'change',
      header: `Change, ${unit}`,
      numeric: true,
      width: 120,
      cell: ({ id, seconds }) => numberOf(b, id, signed(seconds)),
    },
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
          <WaterfallPlot steps={drawn} ends={[a, b]} from={from} to={to} width={width} />
        </svg>
      </div>
      <DataTable
        caption="Change of each part of the batch time"
        columns={columns}
        rows={steps}
        rowId={({ id }) => id}
        totals={[
          <DesignName key="name" other={b.other} id="total-time">
            Batch time
          </DesignName>,
          numberOf(a, 'total-time', write(from)),
          numberOf(b, 'total-time', write(to)),
          numberOf({ ...b, letter: 'change' }, 'total-time', signed(to - from)),
        ]}
      />
    </ChartFrame>
  );
}
