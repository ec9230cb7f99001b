import { grouped } from '../core/quantities/grouped.js';
import { parseQuantity, quantityText, type TypedQuantity } from './quantity-text.js';

/** What a quantity may be, in its stored unit. */
export interface QuantityLimits {
  readonly unit: string;
  readonly integer?: boolean | undefined;
  readonly min: number;
  readonly minExclusive?: boolean | undefined;
  readonly max: number;
  readonly maxExclusive?: boolean | undefined;
  /** Only whole multiples of this are allowed, and why, as in "d = 8". */
  readonly multipleOf?: { readonly value: number; readonly name: string } | undefined;
}

/** Bounds from here on keep numbers computable, no more: they are named only to who reached one. */
const REMOTE = 1e12;

/** What is allowed, in words: "Allowed: a whole number, at least 1, at most 10,000,000." */
export function limitsText(limits: QuantityLimits, isBeyond = false): string {
  const { unit, min, max } = limits;
  const low =
    limits.minExclusive === true ? `more than ${quantityText(min, unit)}` : `at least ${quantityText(min, unit)}`;
  const high =
    limits.maxExclusive === true ? `less than ${quantityText(max, unit)}` : `at most ${quantityText(max, unit)}`;
  const whole = limits.integer === true ? 'a whole number, ' : '';
  return `Allowed: ${whole}${low}${max >= REMOTE && !isBeyond ? '' : `, ${high}`}.`;
}

function nearestMultiples(value: number, step: number): string {
  const below = Math.floor(value / step) * step;
  return below >= step ? `${grouped(below)} or ${grouped(below + step)}` : grouped(step);
}

/** Reads typed text and holds it to the limits; the message of a refusal names what is allowed. */
export function acceptQuantity(
  text: string,
  limits: QuantityLimits,
  refuse?: (value: number) => string | undefined,
): TypedQuantity {
  const typed = parseQuantity(text, limits.unit);
  if (!typed.ok) return typed;
  const { value } = typed;
  const refused = (what: string, isBeyond = false): TypedQuantity => ({
    ok: false,
    message: `${what} ${limitsText(limits, isBeyond)}`,
  });
  const { min, max, multipleOf } = limits;
  const shown = quantityText(value, limits.unit);
  if (value < min || (limits.minExclusive === true && value === min)) return refused(`${shown} is too small.`);
  if (value > max || (limits.maxExclusive === true && value === max)) return refused(`${shown} is too large.`, true);
  if (limits.integer === true && !Number.isInteger(value)) return refused(`${shown} is not whole.`);
  if (multipleOf !== undefined && value % multipleOf.value !== 0) {
    return {
      ok: false,
      message: `${shown} is not a multiple of ${multipleOf.name}. Nearest: ${nearestMultiples(value, multipleOf.value)}.`,
    };
  }
  const reason = refuse?.(value);
  return reason === undefined ? typed : { ok: false, message: reason };
}
