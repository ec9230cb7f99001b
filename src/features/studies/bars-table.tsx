import type { CsvCell } from '../../core/quantities/csv.js';
import type { BarsFigure, Cell } from '../../core/studies/figure.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { axisName, csvHeader } from './figure-text.js';
import { PointNumber } from './point-number.js';
import { agrees, STATE_WORDS } from './published.js';
import { PublishedText } from './published-text.js';

interface Row {
  readonly name: string;
  /** One for each series. */
  readonly cells: readonly (Cell | undefined)[];
}

const rowsOf = ({ x, series }: BarsFigure): readonly Row[] =>
  x.values.map((name, index) => ({ name, cells: series.map(({ cells }) => cells[index]) }));

/** The bars as rows. */
export function BarsTable({ figure }: { readonly figure: BarsFigure }) {
  const columns: readonly Column<Row>[] = [
    { id: 'name', header: figure.x.label, cell: ({ name }) => name },
    ...figure.series.flatMap(({ id, label, unit, quantity, cells }, at): Column<Row>[] => [
      {
        id,
        header: axisName(label, unit),
        numeric: true,
        width: 150,
        cell: (row) => {
          const cell = row.cells[at];
          if (cell === undefined) return '—';
          if (cell.state !== 'value') return STATE_WORDS[cell.state];
          if (cell.key === null) return cell.text;
          return (
            <PointNumber point={cell.key} quantity={cell.quantity ?? quantity} first={at === 0}>
              {cell.text}
            </PointNumber>
          );
        },
      },
      ...(cells.some(({ published }) => published !== undefined)
        ? [
            {
              id: `${id} published`,
              header: 'Published',
              numeric: true,
              width: 110,
              cell: (row: Row) => <PublishedText published={row.cells[at]?.published} />,
            },
          ]
        : []),
    ]),
  ];
  const width = columns.reduce((sum, column) => sum + (column.width ?? 130), 0);
  return (
    <DataTable
      caption={figure.finding}
      columns={columns}
      rows={rowsOf(figure)}
      rowId={({ name }) => name}
      minWidth={width}
    />
  );
}

/** A line for each bar, in base units. */
export const barsCsv = (figure: BarsFigure): readonly (readonly CsvCell[])[] => [
  [
    csvHeader(figure.x.label, 'none'),
    ...figure.series.flatMap(({ label, unit }) => [csvHeader(label, unit), `${label} text`, 'published', 'agrees']),
  ],
  ...rowsOf(figure).map(({ name, cells }) => [
    name,
    ...cells.flatMap((cell): CsvCell[] => [
      cell?.value ?? null,
      cell?.text ?? null,
      cell?.published?.text ?? null,
      cell?.published === undefined ? null : agrees(cell.published),
    ]),
  ]),
];
