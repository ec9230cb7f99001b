import type { HeatmapFigure } from '../../core/studies/figure.js';
import type { ColorScheme } from '../../ui/color-scheme.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import type { ColourScale } from './colour-scale.js';
import { cellWords, faceOf, type HeatmapView } from './heatmap-face.js';
import { cellType, type CellType, type HeatmapLayout } from './heatmap-layout.js';
import classes from './heatmap.module.css';

interface HeatmapCellsProps {
  readonly figure: HeatmapFigure;
  readonly view: HeatmapView;
  readonly colours: ColourScale;
  readonly scheme: ColorScheme;
  readonly layout: HeatmapLayout;
  /** The cell that the tab key reaches, as row × columns + column. */
  readonly tabStop: number;
}

/** The cells with their texts. Drawn anew only when a number, the view or the size changes, not while the pointer moves. */
export const HeatmapCells = memoInUnits(function HeatmapCells(props: HeatmapCellsProps) {
  const { figure, view, colours, scheme, layout, tabStop } = props;
  const faces = figure.cells.map((row) => row.map((cell) => faceOf(cell, view, colours, scheme)));
  const type = cellType(
    faces.flatMap((row) => row.map(({ text }) => text)),
    layout,
  );
  const { left, top, cellWidth, cellHeight } = layout;
  return figure.cells.map((row, down) => (
    <g key={down} role="row">
      {row.map((cell, across) => {
        const { text, fill, ink } = faces[down]?.[across] ?? { text: '', fill: null, ink: null };
        const place = down * row.length + across;
        const [x, y] = [left + across * cellWidth, top + down * cellHeight];
        return (
          <g
            key={place}
            role="gridcell"
            tabIndex={place === tabStop ? 0 : -1}
            aria-label={cellWords(figure, down, across)}
            data-cell={place}
            data-point={cell.key ?? undefined}
            data-asks={cell.quantity}
            data-state={cell.state}
            className={classes['cell']}
          >
            <rect
              x={x}
              y={y}
              width={cellWidth}
              height={cellHeight}
              fill={fill ?? undefined}
              data-bare={fill === null || undefined}
            />
            {fill === null && cell.state === 'infeasible' && (
              <path d={hatch(x, y, cellWidth, cellHeight)} className={classes['hatch']} />
            )}
            {type !== null && text !== '' && (
              <CellText text={text} type={type} x={x + cellWidth / 2} y={y + cellHeight / 2} ink={ink} />
            )}
          </g>
        );
      })}
    </g>
  ));
});

/** Slanted lines across a cell: grey alone could be a colour of the scale. */
export function hatch(x: number, y: number, width: number, height: number): string {
  const parts: string[] = [];
  for (let from = 8; from < width + height; from += 8) {
    const start = { x: x + Math.min(from, width), y: y + Math.max(0, from - width) };
    const end = { x: x + Math.max(0, from - height), y: y + Math.min(from, height) };
    parts.push(`M${start.x} ${start.y}L${end.x} ${end.y}`);
  }
  return parts.join('');
}

interface CellTextProps {
  readonly text: string;
  readonly type: CellType;
  /** Centre of the cell. */
  readonly x: number;
  readonly y: number;
  readonly ink: string | null;
}

function CellText({ text, type, x, y, ink }: CellTextProps) {
  const slash = text.indexOf('/');
  const lines = type.lines === 2 && slash >= 0 ? [text.slice(0, slash + 1), text.slice(slash + 1)] : [text];
  // Capitals and digits stand 0.72 of their size high: a third of it below the middle centres them.
  const first = y + type.size * 0.36 - ((lines.length - 1) * (type.size + 1)) / 2;
  return lines.map((line, index) => (
    <text
      key={index}
      x={x}
      y={first + index * (type.size + 1)}
      textAnchor="middle"
      fontSize={type.size}
      fill={ink ?? undefined}
      className={ink === null ? classes['plain'] : undefined}
    >
      {line}
    </text>
  ));
}
