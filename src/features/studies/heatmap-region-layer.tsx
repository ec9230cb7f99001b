import { textWidth } from './heatmap-layout.js';
import { REGION_SIZE, type RegionLabel } from './heatmap-regions.js';
import classes from './heatmap.module.css';

interface RegionLayerProps {
  readonly path: string;
  readonly labels: readonly RegionLabel[];
}

/** The edges between regions, seen on any colour, and the regions' names. */
export function RegionLayer({ path, labels }: RegionLayerProps) {
  return (
    <g pointerEvents="none">
      <path d={path} className={classes['under']} strokeLinecap="square" />
      <path d={path} className={classes['edge']} strokeLinecap="square" />
      {labels.map(({ region, lines, x, y, width, height }) => (
        <g key={region}>
          <rect
            x={x - width / 2}
            y={y - height / 2}
            width={width}
            height={height}
            rx={3}
            className={classes['plate']}
          />
          {lines.map((line, index) => (
            <text
              key={index}
              x={x}
              y={y + REGION_SIZE * 0.36 + (index - (lines.length - 1) / 2) * 14}
              textAnchor="middle"
              fontSize={REGION_SIZE}
              className={classes['name']}
            >
              {line}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}

const ROW = 18;
const LEAST_ROWS = 3;
const GAP = 24;

interface Region {
  readonly label: string;
  readonly cells: number;
}

export interface RegionKeyLayout {
  readonly columns: number;
  readonly columnWidth: number;
  readonly height: number;
}

/** The key's room: at least some rows, so that the first regions found move nothing. */
export function regionKeyLayout(regions: readonly Region[], numbered: number, width: number): RegionKeyLayout {
  const widest = Math.max(160, ...regions.map((region) => textWidth(wordsOf(region, 99), REGION_SIZE)));
  const columns = Math.max(1, Math.floor((width + GAP) / (widest + GAP)));
  return { columns, columnWidth: widest + GAP, height: Math.max(LEAST_ROWS, Math.ceil(numbered / columns)) * ROW };
}

const wordsOf = ({ label, cells }: Region, index: number): string =>
  `${index + 1}: ${label} · ${cells} ${cells === 1 ? 'cell' : 'cells'}`;

interface RegionKeyProps {
  readonly regions: readonly Region[];
  readonly labels: readonly RegionLabel[];
  readonly layout: RegionKeyLayout;
  readonly y: number;
}

/** What the numbers stand for. */
export function RegionKey({ regions, labels, layout, y }: RegionKeyProps) {
  return labels
    .filter(({ isNumber }) => isNumber)
    .map(({ region }, index) => {
      const each = regions[region];
      if (each === undefined) return null;
      return (
        <text
          key={region}
          x={(index % layout.columns) * layout.columnWidth}
          y={y + Math.floor(index / layout.columns) * ROW + 12}
          fontSize={REGION_SIZE}
          className={classes['plain']}
        >
          {wordsOf(each, region)}
        </text>
      );
    });
}
