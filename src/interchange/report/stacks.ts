import { MEMORY_CLASSES, memoryPlace } from '../../core/batch/memory-classes.js';
import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { quantity, TIME_PARTS } from '../../core/quantities/registry.js';
import type { Paint, Palette, Stack } from './report-document.js';

const PLAIN: Paint = { fill: '#8a8f96', ink: '#000000' };

export const paintOf = (palette: Palette, id: string): Paint => palette[id] ?? PLAIN;

/** The batch time by its eleven parts; without segments for a design without numbers. */
export function timeStack(label: string, evaluation: Evaluation | null, palette: Palette): Stack {
  const total = evaluation?.time.totalSeconds ?? null;
  const segments =
    evaluation === null
      ? []
      : TIME_PARTS.map((id) => {
          const { label: part, value } = quantity(id);
          const seconds = value(evaluation) ?? 0;
          return { label: part, value: seconds, text: formatQuantity(seconds, 'seconds'), paint: paintOf(palette, id) };
        });
  return { label, text: formatQuantity(total, 'seconds'), total, segments, limit: null };
}

/** What a tier of memory holds by class, against its capacity. */
export function memoryStack(label: string, evaluation: Evaluation | null, tier: 1 | 2, palette: Palette): Stack {
  if (evaluation === null) return { label, text: '—', total: null, segments: [], limit: null };
  const segments = MEMORY_CLASSES.map((id) => {
    const place = memoryPlace(id, evaluation);
    const bytes = tier === 1 ? place.tier1Bytes : place.tier2Bytes;
    const text = formatQuantity(bytes, 'bytes');
    return { label: quantity(id).label, value: bytes, text, paint: paintOf(palette, id) };
  });
  const total = quantity(`tier${tier}-memory`).value(evaluation) ?? 0;
  const { memory1, memory2 } = evaluation.system;
  const capacity = (tier === 1 ? memory1 : memory2).capacityBytes;
  const over = total > capacity ? `, over by ${formatQuantity(total - capacity, 'bytes')}` : '';
  return {
    label,
    text: `${formatQuantity(total, 'bytes')} of ${formatQuantity(capacity, 'bytes')}${over}`,
    total,
    segments,
    limit: capacity,
  };
}
