import { formatQuantity, formatRatio } from '../quantities/format.js';
import type { Reason } from './reasons.js';

/** What a reason says, and what it allows. */
export type ReasonWords = Pick<Reason, 'message' | 'allowed'>;

const MEMORIES: Readonly<Partial<Record<Reason['code'], string>>> = {
  tier1_capacity: 'HBM',
  tier2_capacity: 'The offload tier',
};

/** The words for a memory that is too small, in the units that memory is written in at present; both in bytes. */
export function capacityWords(name: string, needs: number, has: number): ReasonWords {
  // Three digits may hide the very difference that breaks the limit.
  const precise = formatQuantity(needs, 'bytes') === formatQuantity(has, 'bytes');
  const write = (bytes: number): string => formatQuantity(bytes, 'bytes', { precise });
  const over = write(needs) === write(has) ? `, ${formatQuantity(needs - has, 'bytes')} less` : '';
  return { message: `${name} needs ${write(needs)}, has ${write(has)}${over}.`, allowed: `at most ${write(has)}` };
}

/** How many times a limit what is needed is: "1.74×"; null against a limit of nothing, of which no factor speaks. */
export function excessFactor({ actual, limit }: Pick<Reason, 'actual' | 'limit'>): string | null {
  const ratio = actual / limit;
  return Number.isFinite(ratio) ? formatRatio(ratio) : null;
}

/**
 * What a reason says on the screen. Its own words are those of where it was made, a worker, which does not know in
 * which units memory is written here; those about memory are made again of the numbers it carries.
 */
export function reasonWords(reason: Reason): ReasonWords {
  const name = MEMORIES[reason.code];
  return name === undefined ? reason : capacityWords(name, reason.actual, reason.limit);
}
