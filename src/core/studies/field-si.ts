import type { FieldUnit, NumberField } from '../inputs/field.js';
import { formatQuantity } from '../quantities/format.js';
import type { QuantityUnit } from '../quantities/quantity.js';

const SI: Readonly<Partial<Record<FieldUnit, readonly [factor: number, unit: QuantityUnit]>>> = {
  GiB: [2 ** 30, 'bytes'],
  'GB/s': [1e9, 'bytes-per-second'],
  'TFLOP/s': [1e12, 'flop-per-second'],
  s: [1, 'seconds'],
  '%': [1, 'fraction'],
};

type Unit = Pick<NumberField, 'unit'>;

/** Factor and unit that bring a field's number to SI. */
export const inSi = ({ unit }: Unit): readonly [number, QuantityUnit] => SI[unit] ?? [1, 'count'];

/** A field's number as a person reads it: “2.04 TB/s”, “8 endpoints”, “65.0 %”. */
export function writtenNumber(field: Unit, value: number): string {
  const [factor, unit] = inSi(field);
  const text = formatQuantity(value * factor, unit);
  return unit === 'count' && field.unit !== '' ? `${text} ${field.unit}` : text;
}
