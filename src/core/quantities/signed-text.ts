import { formatQuantity, type FormatOptions } from './format.js';
import type { QuantityUnit } from './quantity.js';

/** A change with its sign: "+1.20 s", "−3.00 GiB", "0 s". */
export function signedText(change: number | null, unit: QuantityUnit, options?: FormatOptions): string {
  const text = change === 0 && unit === 'seconds' ? '0 s' : formatQuantity(change, unit, options);
  return change !== null && change > 0 ? `+${text}` : text;
}
