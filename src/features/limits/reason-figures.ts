import { formatQuantity } from '../../core/quantities/format.js';
import type { QuantityUnit } from '../../core/quantities/quantity.js';
import { excessFactor } from '../../core/strategy/reason-words.js';
import type { Reason } from '../../core/strategy/reasons.js';

/** How far a limit is broken, as text, with the share of the bar that the limit takes. */
export interface ReasonFigures {
  readonly needs: string;
  readonly has: string;
  /** "41.4 GiB". */
  readonly over: string;
  /** "1.52×"; null where the limit is nothing. */
  readonly ratio: string | null;
  /** Where the limit is on a bar that ends at what is needed, 0–1. */
  readonly limitAt: number;
  /** The quantity that is too large, where it is one. */
  readonly how: string | null;
}

/** The quantities that the limits are for. */
const QUANTITY: Readonly<Partial<Record<Reason['code'], string>>> = {
  tier1_capacity: 'tier1-memory',
  tier2_capacity: 'tier2-memory',
};

/** The limits that are amounts; the others are rules of divisibility and presence, which have no "how much". */
const UNITS: Readonly<Partial<Record<Reason['code'], QuantityUnit>>> = {
  tier1_capacity: 'bytes',
  tier2_capacity: 'bytes',
  network_size: 'count',
};

/** Needed and there, and by how much the one exceeds the other; null where the rule is not about an amount. */
export function reasonFigures({ code, actual, limit }: Reason): ReasonFigures | null {
  const unit = UNITS[code];
  if (unit === undefined || !(actual > limit)) return null;
  return {
    needs: formatQuantity(actual, unit),
    has: formatQuantity(limit, unit),
    over: formatQuantity(actual - limit, unit),
    ratio: excessFactor({ actual, limit }),
    limitAt: limit / actual,
    how: QUANTITY[code] ?? null,
  };
}
