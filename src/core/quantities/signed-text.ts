import { formatQuantity, type FormatOptions } from './format.js';
import type { QuantityUnit } from './quantity.js';

/** A change with its sign: "+1.20 s", "−3.00 GiB", "0 s"; of a share in percentage points, "+32.2 pp", for 1 % more is another thing. */
export function signedText(change: number | null, unit: QuantityUnit, options?: FormatOptions): string {
  const text = change === 0 && unit === 'seconds' ? '0 s' : formatQuantity(change, unit, options);
  const named = unit === 'fraction' ? text.replace(/%$/, 'pp') : text;
  return change !== null && change > 0 ? `+${named}` : named;
}
