import type { InputField, NumberField } from '../core/inputs/field.js';

/** What a field allows, in words, as a file has it: "a number above 0 and at most 1,000,000,000 (GB/s)". */
export function allowedByField(field: InputField): string {
  switch (field.kind) {
    case 'number':
      return allowedNumber(field);
    case 'choice':
      return `one of ${field.options.map((option) => `"${option.value}"`).join(', ')}`;
    case 'switch':
      return 'true or false';
    case 'curve':
      return `a list of [${field.thresholdUnit}, efficiency] pairs with thresholds falling to 0 and efficiencies above 0 and at most 1`;
    case 'collective-law':
      return 'a pair [scalar, offset] of numbers, the offset null for none';
  }
}

function allowedNumber(field: NumberField): string {
  // efficiencies are shares in files, whatever the screen writes
  const unit = field.unit === '' || field.unit === '%' ? '' : ` (${field.unit})`;
  const low = `${field.minExclusive ? 'above' : 'at least'} ${number(field.min)}`;
  const high = `${field.maxExclusive ? 'below' : 'at most'} ${number(field.max)}`;
  return `a ${field.integer ? 'whole ' : ''}number ${low} and ${high}${unit}`;
}

/** 1,000,000 */
export function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 20 });
}
