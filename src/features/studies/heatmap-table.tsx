import type { CsvCell } from '../../core/quantities/csv.js';
import type { Cell, HeatmapFigure } from '../../core/studies/figure.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { csvHeader, figureText } from './figure-text.js';
import { regionNameOf, viewsOf } from './heatmap-face.js';
import { PointNumber } from './point-number.js';
import { agrees, differenceWords, STATE_WORDS } from './published.js';
import classes from './heatmap.module.css';

interface Row {
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
  readonly region: string;
}

const rowsOf = (figure: HeatmapFigure): Row[] =>
  figure.cells.flatMap((line, down) =>
    line.map((cell, across) => ({
      row: figure.rows.values[down] ?? '',
      column: figure.columns.values[across] ?? '',
      cell,
      region: regionNameOf(figure, down, across),
    })),
  );

interface HeatmapTableProps {
  readonly figure: HeatmapFigure;
  readonly onAdopt: (key: string) => void;
}

/** The same cells as rows: what the map shows to eyes, for reading and for the keyboard. */
export function HeatmapTable({ figure, onAdopt }: HeatmapTableProps) {
  const isPublished = viewsOf(figure).includes('published');
  const columns: Column<Row>[] = [
    {
      id: 'row',
      header: figure.rows.label,
      cell: ({ row, column, cell: { key, state } }) =>
        key === null || state !== 'value' ? (
          row
        ) : (
          <button
            type="button"
            aria-label={`${figure.rows.label} ${row}, ${figure.columns.label} ${column}: make it the current design`}
            data-hint="Make it the current design"
            data-point={key}
            onClick={() => onAdopt(key)}
          >
            {row}
          </button>
        ),
    },
    { id: 'column', header: figure.columns.label, width: 132, cell: ({ column }) => column },
    { id: 'text', header: 'In the cell', numeric: true, width: 80, cell: ({ cell }) => cell.text },
    ...(isPublished
      ? [
          {
            id: 'published',
            header: 'Published',
            numeric: true,
            width: 88,
            cell: ({ cell }: Row) => cell.published?.text ?? '',
          },
          {
            id: 'difference',
            header: 'Difference',
            numeric: true,
            width: 80,
            cell: ({ cell }: Row) => differenceWords(cell.published),
          },
        ]
      : []),
    {
      id: 'value',
      header: figure.scale.label,
      numeric: true,
      width: 144,
      cell: ({ cell: { key, state, value, quantity = figure.scale.quantity } }) => {
        const text = figureText(value, figure.scale.unit);
        if (key === null || state !== 'value') return text;
        return (
          <PointNumber point={key} quantity={quantity}>
            {text}
          </PointNumber>
        );
      },
    },
    { id: 'state', header: 'State', width: 136, cell: ({ cell }) => STATE_WORDS[cell.state] },
    ...(figure.regions === undefined
      ? []
      : [{ id: 'region', header: 'Region', width: 240, cell: ({ region }: Row) => region }]),
  ];
  const width = 112 + columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  return (
    <div className={classes['table']}>
      <DataTable
        caption={figure.finding}
        columns={columns}
        rows={rowsOf(figure)}
        rowId={({ row, column }) => `${row}/${column}`}
        minWidth={width}
      />
    </div>
  );
}

/** One line for each cell, its number in base units. */
export function heatmapCsv(figure: HeatmapFigure): CsvCell[][] {
  return [
    [
      csvHeader(figure.rows.label, 'none'),
      csvHeader(figure.columns.label, 'none'),
      csvHeader(figure.scale.label, figure.scale.unit),
      'text',
      'state',
      'region',
      'published',
      'ours_in_its_digits',
      'agrees',
    ],
    ...rowsOf(figure).map(({ row, column, region, cell: { value, text, state, published } }) => [
      row,
      column,
      value,
      text,
      state,
      region,
      published?.text ?? null,
      published?.ours ?? null,
      published === undefined ? null : agrees(published),
    ]),
  ];
}
