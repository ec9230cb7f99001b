import type { StackBar } from '../../core/studies/figure.js';
import { MEMORY_PAINT, TIME_PAINT, type Paint } from '../../ui/palette.js';

export type StackKind = 'time' | 'memory';
type Parts = StackBar[StackKind];

const PAINT: Readonly<Record<string, Paint>> = { ...TIME_PAINT, ...MEMORY_PAINT };

/** The colour of a part, by its quantity id. */
export const paintOf = (id: string): Paint => PAINT[id] ?? { fill: '#8A8F96' };

/** The quantity that a part shows: of memory, what lies in tier 1. */
export const partQuantity = (kind: StackKind, id: string): string => (kind === 'time' ? id : `${id}-on-hbm`);

/** The quantity that the parts add up to. */
export const sumQuantity = (kind: StackKind): string => (kind === 'time' ? 'total-time' : 'tier1-memory');

export const stackSum = (parts: Parts): number => parts.reduce((sum, [, value]) => sum + Math.max(0, value), 0);

/** Ids of the parts that any of the bars has, in the order they are stacked. */
export const partsOf = (bars: readonly StackBar[], kind: StackKind): readonly string[] => [
  ...new Set(bars.flatMap((bar) => bar[kind].filter(([, value]) => value > 0).map(([id]) => id))),
];

/** A limit further away than so many times the tallest bar would only press the bars down. */
const LIMIT_REACH = 3;

/** The value at the top of a panel: that of the tallest bar, or a limit that is not far above it. */
export function mostOf(bars: readonly StackBar[], kind: StackKind, limit: number | null = null): number {
  const tallest = Math.max(0, ...bars.map((bar) => stackSum(bar[kind])));
  const most = limit !== null && limit <= tallest * LIMIT_REACH ? Math.max(tallest, limit) : tallest;
  return most > 0 ? most * 1.02 : 1;
}

/** Each part that takes room, with what lies below it. */
export function stacked(
  parts: Parts,
): readonly { readonly id: string; readonly value: number; readonly below: number }[] {
  const placed: { id: string; value: number; below: number }[] = [];
  let below = 0;
  for (const [id, value] of parts) {
    if (!(value > 0)) continue;
    placed.push({ id, value, below });
    below += value;
  }
  return placed;
}
