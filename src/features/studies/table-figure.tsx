import { useState } from 'react';
import type { Cell, TableColumn, TableFigure } from '../../core/studies/figure.js';
import type { CsvCell } from '../../core/quantities/csv.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { SmallSwitch } from '../../ui/small-switch.js';
import { csvHeader } from './figure-text.js';
import { FigureFrame } from './figure-frame.js';
import type { FigureProps } from './figure-props.js';
import { agrees, differenceText } from './published.js';
import { PublishedText } from './published-text.js';
import { TableCell } from './table-cell.js';
import classes from './table-figure.module.css';

type Row = TableFigure['rows'][number];

/** A wide sans at 12 px; a column's room is that of its longest text. */
const CHARACTER = 7.6;
/** A longer name may be cut, rather than a number pushed out of sight. */
const NAME = 112;
const widthOf = (texts: readonly string[]): number =>
  Math.min(460, Math.max(56, ...texts.map((text) => text.length * CHARACTER + 18)));

/** The longest word of the heading, which breaks between words, or the longest text. */
const numbersWidth = ({ label }: TableColumn, cells: readonly Cell[]): number =>
  widthOf([...label.split(' '), ...cells.map(({ text }) => text)]);

const cellsOf = (figure: TableFigure, at: number): readonly Cell[] =>
  figure.rows.flatMap(({ cells }) => cells[at] ?? []);

/** Text stands left, numbers right. */
const isNumeric = ({ unit }: TableColumn, cells: readonly Cell[]): boolean =>
  unit !== 'none' || (cells.length > 0 && cells.every(({ value }) => value !== null));

/** The counts of agreement: "9 of 9 published numbers agree". */
function agreement(figure: TableFigure): string | null {
  const published = figure.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.published ?? []));
  if (published.length === 0) return null;
  return `${published.filter(agrees).length} of ${published.length} published numbers agree`;
}

/** A table that is a figure of its own, with the paper's numbers beside ours. */
export function TableOfStudy({ figure, isPartial = false, active, onPoint, onAdopt }: FigureProps<TableFigure>) {
  const [isShown, setShown] = useState(true);
  const summary = agreement(figure);
  const name = widthOf([figure.columns[0]?.label ?? '', ...cellsOf(figure, 0).map(({ text }) => text)]);
  const columns = figure.columns.flatMap((column, at): Column<Row>[] => {
    const cells = cellsOf(figure, at);
    const published = cells.flatMap((cell) => cell.published ?? []);
    const own: Column<Row> = {
      id: column.id,
      header: column.label,
      numeric: at > 0 && isNumeric(column, cells),
      // long names take the room that is left; short ones share it with the numbers
      ...(at > 0 || name <= NAME ? { width: at === 0 ? name : numbersWidth(column, cells) } : {}),
      cell: (row) => <TableCell columns={figure.columns} row={row} at={at} onPoint={onPoint} onAdopt={onAdopt} />,
    };
    if (!isShown || published.length === 0) return [own];
    return [
      own,
      {
        id: `${column.id} published`,
        header: 'Paper',
        hint: `${column.label} as the paper prints it`,
        numeric: true,
        width: widthOf(['Paper', ...published.map((each) => `${each.text} ${differenceText(each)} `)]),
        cell: (row) => <PublishedText published={row.cells[at]?.published} isPartial={isPartial} />,
      },
    ];
  });
  const isOneOfMany = new Set(figure.rows.flatMap(({ cells }) => cells.flatMap(({ key }) => key ?? []))).size > 1;
  const width = columns.reduce((sum, column) => sum + (column.width ?? NAME), 0);
  return (
    <FigureFrame figure={figure} drawn={false} rows={() => tableCsv(figure)}>
      {summary !== null && (
        <div className={classes['bar']}>
          <span>{isPartial ? 'Compared with the paper when every question is answered' : summary}</span>
          <SmallSwitch
            label="Published"
            hint="Show what the paper prints beside ours"
            checked={isShown}
            onChange={setShown}
          />
        </div>
      )}
      <div className={classes['table']}>
        <DataTable
          caption={figure.finding}
          columns={columns}
          rows={figure.rows}
          rowId={({ id }) => id}
          minWidth={width}
          rowProps={({ cells, marked }) => ({
            'data-marked': marked || undefined,
            'data-active': (isOneOfMany && active !== null && cells.some(({ key }) => key === active)) || undefined,
          })}
        />
      </div>
    </FigureFrame>
  );
}

/** Every row in full: numbers in base units, text where a cell has no number. */
function tableCsv({ columns, rows }: TableFigure): readonly (readonly CsvCell[])[] {
  const isPublished = columns.map((_, at) => rows.some(({ cells }) => cells[at]?.published !== undefined));
  return [
    columns.flatMap(({ label, unit }, at) => [
      csvHeader(label, unit),
      ...(isPublished[at] === true ? [`${csvHeader(label, 'none')}_published`] : []),
    ]),
    ...rows.map(({ cells }) =>
      columns.flatMap((_, at): CsvCell[] => {
        const cell = cells[at];
        const own = cell === undefined ? null : (cell.value ?? cell.text);
        return isPublished[at] === true ? [own, cell?.published?.text ?? null] : [own];
      }),
    ),
  ];
}
