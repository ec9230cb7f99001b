import type { CsvCell } from '../../core/quantities/csv.js';
import { quantity } from '../../core/quantities/registry.js';
import type { StackBar, StacksFigure } from '../../core/studies/figure.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { figureText } from './figure-text.js';
import { PointNumber } from './point-number.js';
import { STATE_WORDS } from './published.js';
import { partQuantity, partsOf, stackSum, sumQuantity, type StackKind } from './stack-parts.js';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly unit: 'seconds' | 'bytes';
  /** The quantity that its numbers are. */
  readonly quantity: string;
  /** null where the bar has no numbers. */
  readonly valueOf: (bar: StackBar) => number | null;
}

const sumRow = (kind: StackKind, label: string, unit: Row['unit']): Row => ({
  id: kind,
  label,
  unit,
  quantity: sumQuantity(kind),
  valueOf: (bar) => (bar.state === 'value' ? stackSum(bar[kind]) : null),
});

function rowsOf({ bars }: StacksFigure): readonly Row[] {
  const parts = (kind: StackKind, unit: Row['unit']): readonly Row[] =>
    partsOf(bars, kind).map((id) => ({
      id,
      label: quantity(id).label,
      unit,
      quantity: partQuantity(kind, id),
      valueOf: (bar) => (bar.state === 'value' ? (bar[kind].find(([each]) => each === id)?.[1] ?? 0) : null),
    }));
  return [
    sumRow('time', 'Batch time', 'seconds'),
    ...parts('time', 'seconds'),
    sumRow('memory', 'HBM used', 'bytes'),
    ...parts('memory', 'bytes'),
  ];
}

const WIDTH = 96;

/** The parts of every bar as a table: a column for each bar. */
export function StacksTable({ figure }: { readonly figure: StacksFigure }) {
  const columns: readonly Column<Row>[] = [
    { id: 'part', header: figure.axis, cell: ({ label }) => label },
    ...figure.bars.map((bar, at) => ({
      id: bar.label,
      header: bar.label,
      numeric: true,
      width: WIDTH,
      cell: ({ unit, quantity: shown, valueOf }: Row) => {
        const value = valueOf(bar);
        if (value === null) return <span data-hint={STATE_WORDS[bar.state]}>—</span>;
        const text = figureText(value, unit);
        if (bar.key === null) return <span data-hint={text}>{text}</span>;
        return (
          <PointNumber point={bar.key} quantity={shown} hint={text} first={at === 0}>
            {text}
          </PointNumber>
        );
      },
    })),
  ];
  return (
    <DataTable
      caption={figure.finding}
      columns={columns}
      rows={rowsOf(figure)}
      rowId={({ id }) => id}
      minWidth={180 + figure.bars.length * WIDTH}
    />
  );
}

/** A line for each bar, seconds and bytes in full. */
export function stacksCsv(figure: StacksFigure): readonly (readonly CsvCell[])[] {
  const rows = rowsOf(figure);
  return [
    [figure.axis, 'state', ...rows.map(({ id, unit }) => `${id}_${unit === 'seconds' ? 's' : 'bytes'}`)],
    ...figure.bars.map((bar) => [bar.label, bar.state, ...rows.map(({ valueOf }) => valueOf(bar))]),
  ];
}
