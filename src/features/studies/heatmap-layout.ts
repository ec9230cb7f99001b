import type { HeatmapFigure } from '../../core/studies/figure.js';

/** Where the cells of a heatmap lie, in whole CSS pixels, so that their edges are sharp. */
export interface HeatmapLayout {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Every how many columns one has its name written. */
  readonly columnStep: number;
}

/** Width of a letter or digit, as a share of its size. */
const LETTER = 0.6;
const TOP = 22;
const WIDEST = 104;
const TICK = 11;
const HEIGHTS = { least: 24, most: 40, mostOfMany: 30, many: 8, share: 0.62 } as const;

export const textWidth = (text: string, size: number): number => text.length * size * LETTER;
const longest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);

/** The cells of `figure` in a drawing `width` wide. What is written in them moves nothing. */
export function heatmapLayout(
  { rows, columns }: Pick<HeatmapFigure, 'rows' | 'columns'>,
  width: number,
): HeatmapLayout {
  const left = Math.ceil(longest(rows.values) * TICK * LETTER) + 10;
  const [down, across] = [rows.values.length, Math.max(1, columns.values.length)];
  const cellWidth = Math.max(8, Math.min(WIDEST, Math.floor((width - left - 1) / across)));
  const most = down > HEIGHTS.many ? HEIGHTS.mostOfMany : HEIGHTS.most;
  const cellHeight = Math.min(most, Math.max(HEIGHTS.least, Math.round(cellWidth * HEIGHTS.share)));
  const name = longest(columns.values) * TICK * LETTER + 6;
  return {
    left,
    top: TOP,
    right: left + cellWidth * across,
    bottom: TOP + cellHeight * down,
    cellWidth,
    cellHeight,
    columnStep: Math.max(1, Math.ceil(name / cellWidth)),
  };
}

/** How cells are written: all alike, in one line, or in two broken at the slash; null where even the smallest does not fit. */
export interface CellType {
  readonly size: number;
  readonly lines: 1 | 2;
}

const SIZES = [12, 11, 10] as const;
const PADDING = 6;

export function cellType(
  texts: readonly string[],
  { cellWidth, cellHeight }: Pick<HeatmapLayout, 'cellWidth' | 'cellHeight'>,
): CellType | null {
  const room = cellWidth - PADDING;
  const whole = SIZES.find((size) => textWidth('0'.repeat(longest(texts)), size) <= room);
  if (whole !== undefined) return { size: whole, lines: 1 };
  const most = longest(texts.flatMap((text) => text.split('/')));
  const broken = SIZES.find((size) => textWidth('0'.repeat(most), size) <= room && 2 * size + PADDING <= cellHeight);
  return broken === undefined ? null : { size: broken, lines: 2 };
}

/** Which way the numbers along a side grow, from its first: −1 where the first is the largest; 0 where they go either way. */
export function growthOf(values: readonly string[]): -1 | 0 | 1 {
  const numbers = values.map((text) => Number(text.replaceAll(',', '')));
  const steps = numbers.slice(1).map((value, index) => value - (numbers[index] as number));
  const [isUp, isDown] = [steps.some((step) => step > 0), steps.some((step) => step < 0)];
  return isUp === isDown ? 0 : isUp ? 1 : -1;
}

/** A side's name with an arrow to where its numbers grow; without one where they go either way. */
export function sideName(
  { label, values }: HeatmapFigure['rows'],
  arrows: { readonly ahead: string; readonly back: string },
): string {
  const growth = growthOf(values);
  return growth === 0 ? label : `${label} ${growth > 0 ? arrows.ahead : arrows.back}`;
}
