import { splitQuantity } from './format.js';
import type { QuantityUnit } from './quantity.js';

/** A round value for an axis: as `formatQuantity`, without zeros that say nothing ("5 s", not "5.00 s"). */
export function tickText(value: number, unit: QuantityUnit): string {
  const { text, unit: name } = splitQuantity(value, unit);
  const short = text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text;
  return name === '' ? short : `${short} ${name}`;
}
