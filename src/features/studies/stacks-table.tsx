import type { CsvCell } from '../../core/quantities/csv.js';
import { quantity } from '../../core/quantities/registry.js';
import type { StackBar, StacksFigure } from '../../core/studies/figure.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { figureText } from './figure-text.js';
import { STATE_WORDS } from './published.js';
import { partsOf, stackSum, type StackKind } from './stack-parts.js';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly unit: 'seconds' | 'bytes';
  /** null where the bar has no numbers. */
  readonly valueOf: (bar: StackBar) => number | null;
}

const sumRow = (kind: StackKind, label: string, unit: Row['unit']): Row => ({
  id: kind,
  label,
  unit,
  valueOf: (bar) => (bar.state === 'value' ? stackSum(bar[kind]) : null),
});

function rowsOf({ bars }: StacksFigure): readonly Row[] {
  const parts = (kind: StackKind, unit: Row['unit']): readonly Row[] =>
    partsOf(bars, kind).map((id) => ({
      id,
      label: quantity(id).label,
      unit,
      valueOf: (bar) => (bar.state === 'value' ? (bar[kind].find(([each]) => each === id)?.[1] ?? 0) : null),
    }));
  return [
    sumRow('time', 'Batch time', 'seconds'),
    ...parts('time', 'seconds'),
    sumRow('memory', 'Memory, tier 1', 'bytes'),
    ...parts('memory', 'bytes'),
  ];
}

const WIDTH = 96;

/** The parts of every bar as a table: a column for each bar. */
export function StacksTable({ figure }: { readonly figure: StacksFigure }) {
  const columns: readonly Column<Row>[] = [
    { id: 'part', header: figure.axis, cell: ({ label }) => label },
    ...figure.bars.map((bar) => ({
      id: bar.label,
      header: bar.label,
      numeric: true,
      width: WIDTH,
      cell: ({ unit, valueOf }: Row) => {
        const value = valueOf(bar);
        return value === null ? (
          <span data-hint={STATE_WORDS[bar.state]}>—</span>
        ) : (
          <span data-hint={figureText(value, unit)}>{figureText(value, unit)}</span>
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
