import type { Evaluation } from '../evaluation.js';
import { formatQuantity, splitQuantity } from '../quantities/format.js';
import type { MemoryPart } from './memory-parts.js';

/** What the memory of a design shows: how full HBM is and what fills it most. */
export function memoryFinding(evaluation: Evaluation | null, parts: readonly MemoryPart[]): string {
  if (evaluation === null) return 'What the memory holds';
  const used = evaluation.memory.tier1Bytes;
  const there = evaluation.system.memory1.capacityBytes;
  const [largest] = parts.toSorted((a, b) => (b.hbmBytes ?? 0) - (a.hbmBytes ?? 0));
  const share = largest === undefined || !(used > 0) ? 0 : Math.round(((largest.hbmBytes ?? 0) / used) * 100);
  const most = largest === undefined || share === 0 ? '' : `; ${share} % of it ${largest.label.toLowerCase()}`;
  if (used > there) return `HBM overflows by ${formatQuantity(used - there, 'bytes')}${most}`;
  const [held, room] = [splitQuantity(used, 'bytes'), splitQuantity(there, 'bytes')];
  const unit = held.unit === room.unit ? '' : ` ${held.unit}`;
  return `HBM: ${held.text}${unit} of ${formatQuantity(there, 'bytes')}${most}`;
}
