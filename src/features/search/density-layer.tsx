import { useId, useMemo } from 'react';
import { grouped } from '../../core/quantities/grouped.js';
import type { RowColumns } from '../../core/search/row-store.js';
import type { SearchSpace } from '../../core/search/space.js';
import { useColorScheme } from '../../ui/color-scheme.js';
import type { PlotBox } from '../../ui/plot-axes.js';
import { densityColour, densityImage } from './density-image.js';
import { densityOf } from './density.js';
import classes from './plots.module.css';
import { columnReader } from './table-columns.js';

/** CSS pixels of a cell. */
const CELL = 2;
const STOPS = [0, 0.25, 0.5, 0.75, 1];
const KEY = 96;

interface DensityLayerProps {
  readonly rows: RowColumns;
  readonly space: SearchSpace;
  readonly speed: 'rate' | 'time';
  readonly box: PlotBox;
  /** HBM in bytes, and rate or time, at the far ends of the axes; both begin at 0. */
  readonly most: readonly [hbm: number, speed: number];
}

/** All rows as one picture, with the key to its colours: a million circles would take seconds. */
export function DensityLayer({ rows, space, speed, box, most }: DensityLayerProps) {
  const scheme = useColorScheme();
  const gradient = useId();
  const [mostHbm, mostSpeed] = most;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const density = useMemo(() => {
    const speedOf = columnReader({ columns: rows, space }, speed);
    const hbmOf = (row: number): number => rows.tier1Bytes[row] as number;
    return densityOf(
      rows.count,
      hbmOf,
      speedOf,
      { from: 0, to: mostHbm },
      { from: 0, to: mostSpeed },
      Math.max(1, Math.floor(width / CELL)),
      Math.max(1, Math.floor(height / CELL)),
    );
  }, [rows, space, speed, width, height, mostHbm, mostSpeed]);
  const image = useMemo(() => densityImage(density, scheme), [density, scheme]);
  if (image === null) return null;
  return (
    <>
      <image
        href={image}
        x={box.left}
        y={box.top}
        width={width}
        height={height}
        preserveAspectRatio="none"
        imageRendering="pixelated"
      />
      <linearGradient id={gradient}>
        {STOPS.map((stop) => (
          <stop key={stop} offset={stop} stopColor={`rgb(${densityColour(stop, scheme).join(' ')})`} />
        ))}
      </linearGradient>
      <rect x={box.right - KEY} y={2} width={KEY} height={10} fill={`url(#${gradient})`} />
      <text x={box.right - KEY - 6} y={11} textAnchor="end" className={classes['value']}>
        1 to {grouped(density.most)} in a cell
      </text>
    </>
  );
}
