/** How many rows fall into each cell of a plot: rows from the top, left to right, as pixels are. */
export interface Density {
  readonly columns: number;
  readonly rows: number;
  readonly counts: Uint32Array;
  readonly most: number;
}

export interface DensityRange {
  readonly from: number;
  readonly to: number;
}

/** Counts `count` points into `columns` × `rows` cells; a point at an end counts in the last cell, one outside not at all. */
export function densityOf(
  count: number,
  x: (index: number) => number,
  y: (index: number) => number,
  xRange: DensityRange,
  yRange: DensityRange,
  columns: number,
  rows: number,
): Density {
  const counts = new Uint32Array(columns * rows);
  const xScale = columns / (xRange.to - xRange.from || 1);
  const yScale = rows / (yRange.to - yRange.from || 1);
  let most = 0;
  for (let i = 0; i < count; i++) {
    const atX = x(i);
    const atY = y(i);
    if (!(atX >= xRange.from && atX <= xRange.to && atY >= yRange.from && atY <= yRange.to)) continue;
    const column = Math.min(columns - 1, Math.floor((atX - xRange.from) * xScale));
    const row = Math.min(rows - 1, Math.floor((atY - yRange.from) * yScale));
    const cell = (rows - 1 - row) * columns + column;
    const now = (counts[cell] as number) + 1;
    counts[cell] = now;
    if (now > most) most = now;
  }
  return { columns, rows, counts, most };
}

/** A cell's place on the colour scale, 0 for one strategy and 1 for the most: by order of magnitude, as few cells hold most rows. */
export const densityShare = (count: number, most: number): number => (most <= 1 ? 1 : Math.log(count) / Math.log(most));
