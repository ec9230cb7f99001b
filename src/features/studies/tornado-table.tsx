import type { CsvCell } from '../../core/quantities/csv.js';
import type { Cell, TornadoFigure, TornadoRow } from '../../core/studies/figure.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { csvHeader } from './figure-text.js';
import { PointNumber } from './point-number.js';
import { cellText } from './tornado-words.js';

const text = (cell: Cell | undefined): string => (cell === undefined ? '—' : cellText(cell));

/** Every number, those that count for nothing too. */
export function TornadoTable({ figure }: { readonly figure: TornadoFigure }) {
  const { modes, gain, names } = figure;
  const columns: readonly Column<TornadoRow>[] = [
    { id: 'name', header: names, width: 168, cell: ({ label }) => label },
    { id: 'value', header: 'Now', numeric: true, width: 96, cell: ({ value }) => value },
    ...modes.map(({ id, label }, at): Column<TornadoRow> => ({
      id,
      header: `${label}, % per %`,
      numeric: true,
      width: 108,
      cell: ({ elasticities }) => text(elasticities[at]),
    })),
    ...modes.map(({ id, label }, at): Column<TornadoRow> => ({
      id: `gain ${id}`,
      header: `${gain}, ${label.toLowerCase()}`,
      numeric: true,
      width: 108,
      cell: ({ gains }) => {
        const cell = gains[at];
        if (cell === undefined || cell.key === null || cell.state !== 'value') return text(cell);
        return (
          <PointNumber point={cell.key} quantity={cell.quantity} first={at === 0}>
            {text(cell)}
          </PointNumber>
        );
      },
    })),
    { id: 'note', header: 'Note', width: 240, cell: ({ note }) => note },
  ];
  return (
    <DataTable
      caption={figure.finding}
      columns={columns}
      rows={[...figure.rows, ...figure.nil]}
      rowId={({ id }) => id}
      minWidth={columns.reduce((sum, { width = 130 }) => sum + width, 0)}
      rowProps={({ marked }) => ({ 'data-marked': marked || undefined })}
    />
  );
}

/** A line for each number; elasticities and gains as they are, not as written. */
export const tornadoCsv = ({ modes, names, gain, rows, nil }: TornadoFigure): readonly (readonly CsvCell[])[] => [
  [
    csvHeader(names, 'none'),
    'path',
    'now',
    ...modes.map(({ label }) => `${csvHeader(`elasticity ${label}`, 'none')}_percent_per_percent`),
    ...modes.map(({ label }) => csvHeader(`${gain} ${label}`, 'fraction')),
    'note',
  ],
  ...[...rows, ...nil].map(({ id, label, value, elasticities, gains, note }): CsvCell[] => [
    label,
    id,
    value,
    ...[...elasticities, ...gains].map((cell) => cell.value),
    note,
  ]),
];
