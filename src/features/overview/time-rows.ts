import type { Evaluation } from '../../core/evaluation.js';
import type { CsvCell } from '../../core/quantities/csv.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity, TIME_PARTS } from '../../core/quantities/registry.js';
import { TIME_PAINT, type Paint } from '../../ui/palette.js';
import type { Segment } from '../../ui/stacked-bar.js';

/** One of the eleven parts of the batch time. */
export interface TimeRow {
  readonly id: string;
  readonly label: string;
  readonly paint: Paint;
  readonly calculon: string;
  /** Seconds; null where there are no numbers. */
  readonly seconds: number | null;
  readonly share: number | null;
  /** How long the link is busy, hidden or not; null for parts that are no traffic of their own. */
  readonly linkSeconds: number | null;
  readonly linkId: string | null;
  readonly baselineSeconds: number | null;
}

/** Where the link time stands beside an exposed one. */
const LINKS: Readonly<Partial<Record<string, string>>> = {
  'tensor-exposed': 'tensor-link',
  'pipeline-exposed': 'pipeline-link',
  'data-exposed': 'data-link',
  'recommunication-exposed': 'recommunication-link',
};

/** The eleven parts in the order they are drawn; values null without an evaluation. */
export function timeRows(evaluation: Evaluation | null, baseline: Evaluation | null): TimeRow[] {
  const total = evaluation?.time.totalSeconds ?? 0;
  return TIME_PARTS.map((id) => {
    const { label, calculon, value } = quantity(id);
    const link = LINKS[id];
    const seconds = evaluation === null ? null : value(evaluation);
    return {
      id,
      label,
      paint: TIME_PAINT[id],
      calculon: calculon ?? '',
      seconds,
      share: seconds === null || !(total > 0) ? null : seconds / total,
      linkSeconds: link === undefined || evaluation === null ? null : quantity(link).value(evaluation),
      linkId: link ?? null,
      baselineSeconds: baseline === null ? null : value(baseline),
    };
  });
}

/** The rows as segments of the bar. */
export function timeSegments(rows: readonly TimeRow[], which: 'seconds' | 'baselineSeconds'): Segment[] {
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    value: row[which] ?? 0,
    text: formatQuantity(row[which], 'seconds'),
    paint: row.paint,
  }));
}

/** The table behind the chart, in seconds and in full. */
export function timeCsv(rows: readonly TimeRow[], total: number | null): readonly (readonly CsvCell[])[] {
  return [
    ['part', 'calculon', 'exposed_s', 'share', 'link_s', 'baseline_s'],
    ...rows.map((row) => [row.label, row.calculon, row.seconds, row.share, row.linkSeconds, row.baselineSeconds]),
    ['Batch time', 'total_time', total, total === null ? null : 1, null, null],
  ];
}
