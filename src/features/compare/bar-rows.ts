import { MEMORY_CLASSES, memoryPlace } from '../../core/batch/memory-classes.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity, TIME_PARTS } from '../../core/quantities/registry.js';
import type { OtherDesign } from '../../state/how.js';
import { MEMORY_PAINT, TIME_PAINT } from '../../ui/palette.js';
import type { Segment } from '../../ui/stacked-bar.js';
import { entryTitle, type Entry } from './entries.js';

/** One design's bar. */
export interface BarRow {
  readonly title: string;
  /** Whose it is, for explanations; null for the current design. */
  readonly other: OtherDesign | null;
  readonly segments: readonly Segment[];
  /** All of the bar; null for an invalid design. */
  readonly total: number | null;
  /** The quantity that it is. */
  readonly totalId: string;
  /** The total as text, and what it is held against. */
  readonly text: string;
  /** Where a line marks what there is room for, or null. */
  readonly limit: number | null;
}

/** The batch time of every design by its eleven parts, in seconds. */
export function timeBars(entries: readonly Entry[]): readonly BarRow[] {
  return entries.map((entry) => {
    const { evaluation } = entry;
    const total = evaluation?.time.totalSeconds ?? null;
    const segments = TIME_PARTS.map((id) => {
      const { label, value } = quantity(id);
      const seconds = evaluation === null ? 0 : (value(evaluation) ?? 0);
      return { id, label, value: seconds, text: formatQuantity(seconds, 'seconds'), paint: TIME_PAINT[id] };
    });
    const { other } = entry;
    const text = formatQuantity(total, 'seconds');
    return { title: entryTitle(entry), other, segments, total, totalId: 'total-time', text, limit: null };
  });
}

/** What every design holds on a tier of memory by class, in bytes. */
export function memoryBars(entries: readonly Entry[], tier: 1 | 2): readonly BarRow[] {
  const totalId = `tier${tier}-memory`;
  const where = tier === 1 ? 'hbm' : 'offload-tier';
  return entries.map((entry) => {
    const { evaluation } = entry;
    const segments = MEMORY_CLASSES.map((id) => {
      const place = evaluation === null ? null : memoryPlace(id, evaluation);
      const bytes = (tier === 1 ? place?.tier1Bytes : place?.tier2Bytes) ?? 0;
      const { label } = quantity(id);
      const text = formatQuantity(bytes, 'bytes');
      return { id, label, value: bytes, text, paint: MEMORY_PAINT[id], how: `${id}-on-${where}` };
    });
    const total = evaluation === null ? null : quantity(totalId).value(evaluation);
    const memory = tier === 1 ? evaluation?.system.memory1 : evaluation?.system.memory2;
    const limit = memory?.capacityBytes ?? null;
    const text = total === null ? '—' : `${formatQuantity(total, 'bytes')} of ${formatQuantity(limit, 'bytes')}`;
    return { title: entryTitle(entry), other: entry.other, segments, total, totalId, text, limit };
  });
}
