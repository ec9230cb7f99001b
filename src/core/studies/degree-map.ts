import type { Cell, HeatmapFigure } from './figure.js';
import type { FoundStrategy } from './question.js';
import type { Findings } from './study.js';

/** The sides of a map over tensor and pipeline degrees. */
interface Degrees {
  readonly tensor: readonly number[];
  readonly pipeline: readonly number[];
}

/** Something of each (t, p), in a row for each t. */
export const byDegrees = <T>(
  { tensor, pipeline }: Degrees,
  of: (t: number, p: number) => T,
): readonly (readonly T[])[] => tensor.map((t) => pipeline.map((p) => of(t, p)));

/** A heatmap's sides and cells. */
export const degreeCells = (
  degrees: Degrees,
  cell: (t: number, p: number) => Cell,
): Pick<HeatmapFigure, 'rows' | 'columns' | 'cells'> => ({
  rows: { label: 'Tensor parallel t', values: degrees.tensor.map(String) },
  columns: { label: 'Pipeline parallel p', values: degrees.pipeline.map(String) },
  cells: byDegrees(degrees, cell),
});

/** What each (t, p) found that has something feasible. */
export const foundOf = (
  degrees: Degrees,
  findings: Findings,
  keyOf: (t: number, p: number) => string,
): readonly FoundStrategy[] => byDegrees(degrees, (t, p) => findings.get(keyOf(t, p))?.best ?? []).flat(2);

/** The highest rate of them, the first of equals; null for none. */
export const fastest = (found: readonly FoundStrategy[]): FoundStrategy | null =>
  found.reduce<FoundStrategy | null>((best, each) => (best === null || each.rate > best.rate ? each : best), null);
