import { textWidth, type HeatmapLayout } from './heatmap-layout.js';

type Regions = readonly (readonly number[])[];

/** The edges between cells of different regions, as one path. Cells without a region have none. */
export function boundaryPath(regionOf: Regions, { left, top, cellWidth, cellHeight }: HeatmapLayout): string {
  const differ = (one: number, other: number): boolean => one >= 0 && other >= 0 && one !== other;
  const at = (row: number, column: number): number => regionOf[row]?.[column] ?? -1;
  const parts: string[] = [];
  regionOf.forEach((line, row) => {
    line.forEach((region, column) => {
      const [x, y] = [left + column * cellWidth, top + row * cellHeight];
      if (differ(region, at(row, column + 1))) parts.push(`M${x + cellWidth} ${y}v${cellHeight}`);
      if (differ(region, at(row + 1, column))) parts.push(`M${x} ${y + cellHeight}h${cellWidth}`);
    });
  });
  return parts.join('');
}

/** Where a region is named: its label where that fits, else its number, which a key explains. */
export interface RegionLabel {
  readonly region: number;
  /** One or two lines. */
  readonly lines: readonly string[];
  /** Centre, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isNumber: boolean;
}

export const REGION_SIZE = 11;
const LINE = 14;
const PAD = { x: 6, y: 3 } as const;

/** The texts a label may be set in: whole, or in two lines broken at the space nearest to its middle. */
function settings(label: string): readonly (readonly string[])[] {
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index);
  const middle = label.length / 2;
  const at = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at === undefined ? [[label]] : [[label], [label.slice(0, at), label.slice(at + 1)]];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Centres of all rectangles of cells of one region that hold a box of `width` × `height`. */
function places(regionOf: Regions, region: number, layout: HeatmapLayout, width: number, height: number): Place[] {
  const { left, top, cellWidth, cellHeight } = layout;
  const deep = Math.max(1, Math.ceil(height / cellHeight));
  const wide = Math.max(1, Math.ceil(width / cellWidth));
  const found: Place[] = [];
  for (let row = 0; row + deep <= regionOf.length; row++) {
    const lines = regionOf.slice(row, row + deep);
    const length = lines[0]?.length ?? 0;
    let run = 0;
    for (let column = 0; column < length; column++) {
      run = lines.every((line) => line[column] === region) ? run + 1 : 0;
      if (run < wide) continue;
      found.push({ x: left + (column + 1 - wide / 2) * cellWidth, y: top + (row + deep / 2) * cellHeight });
    }
  }
  return found;
}

/** The middle of a region's cells. */
function centreOf(
  regionOf: Regions,
  region: number,
  { left, top, cellWidth, cellHeight }: HeatmapLayout,
): Place | null {
  let [sumX, sumY, count] = [0, 0, 0];
  regionOf.forEach((line, row) => {
    line.forEach((each, column) => {
      if (each !== region) return;
      sumX += left + (column + 0.5) * cellWidth;
      sumY += top + (row + 0.5) * cellHeight;
      count++;
    });
  });
  return count === 0 ? null : { x: sumX / count, y: sumY / count };
}

function nearest(found: readonly Place[], { x, y }: Place): Place | undefined {
  return found.toSorted((a, b) => (a.x - x) ** 2 + (a.y - y) ** 2 - ((b.x - x) ** 2 + (b.y - y) ** 2))[0];
}

/** A name for each region, as near to its middle as it fits within the region, else its number. */
export function regionLabels(
  regionOf: Regions,
  regions: readonly { readonly label: string }[],
  layout: HeatmapLayout,
): RegionLabel[] {
  const placed = (region: number, lines: readonly string[], isNumber: boolean): RegionLabel | null => {
    const width = Math.max(...lines.map((line) => textWidth(line, REGION_SIZE))) + 2 * PAD.x;
    const height = lines.length * LINE + 2 * PAD.y;
    const centre = centreOf(regionOf, region, layout);
    if (centre === null) return null;
    const at = nearest(places(regionOf, region, layout, width, height), centre);
    return at === undefined ? null : { region, lines, ...at, width, height, isNumber };
  };
  return regions.flatMap(({ label }, region) => {
    for (const lines of settings(label)) {
      const whole = placed(region, lines, false);
      if (whole !== null) return [whole];
    }
    return placed(region, [String(region + 1)], true) ?? [];
  });
}
