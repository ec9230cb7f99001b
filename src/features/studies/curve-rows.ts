import type { CsvCell } from '../../core/quantities/csv.js';
import type { CurvePoint, CurvesFigure } from '../../core/studies/figure.js';
import { csvHeader } from './figure-text.js';
import { agrees } from './published.js';

/** The points of all curves at one x; null where a curve has none. */
export interface CurveRow {
  readonly x: number;
  readonly points: readonly (CurvePoint | null)[];
}

/** The figure as a table: one row for each x, one column for each curve. */
export function curveRows({ curves }: CurvesFigure): CurveRow[] {
  const rows = new Map<number, (CurvePoint | null)[]>();
  curves.forEach(({ points }, curve) => {
    for (const point of points) {
      const row = rows.get(point.x) ?? curves.map(() => null);
      row[curve] = point;
      rows.set(point.x, row);
    }
  });
  return [...rows].map(([x, points]) => ({ x, points })).toSorted((a, b) => a.x - b.x);
}

export const isPublishedCurve = ({ points }: CurvesFigure['curves'][number]): boolean =>
  points.some(({ published }) => published !== undefined);

/** One line for each point, in base units, then what the marks say or why nothing fits. An infinite value is written as such. */
export function curvesCsv({ x, y, curves, marks }: CurvesFigure): CsvCell[][] {
  const lines: CsvCell[][] = [
    [
      'curve',
      csvHeader(x.label, x.unit),
      csvHeader(y.label, y.unit),
      'published',
      'ours_in_its_digits',
      'agrees',
      'mark',
    ],
  ];
  for (const curve of curves) {
    const { infeasible = [] } = curve;
    for (const point of curve.points) {
      const { published } = point;
      const mark = marks.find((each) => point.key !== null && each.keys.at(-1) === point.key);
      lines.push([
        curve.label,
        point.x,
        point.y === Infinity ? 'infinite' : Number.isNaN(point.y) ? null : point.y,
        published?.text ?? null,
        published?.ours ?? null,
        published === undefined ? null : agrees(published),
        mark?.detail ?? infeasible.find(({ from, to }) => from <= point.x && point.x <= to)?.detail ?? null,
      ]);
    }
  }
  return lines;
}
