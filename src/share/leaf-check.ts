import type { InputField, NumberField } from '../core/inputs/field.js';

/** More points than this describe no machine any better; the bound keeps links and files small. */
export const MOST_CURVE_POINTS = 64;
export const MOST_TIERS = 64;

/** Whether a value is one its field allows. The limits are the field's own (core/inputs). */
export function isAllowed(field: InputField, value: unknown): boolean {
  switch (field.kind) {
    case 'number':
      return isNumberWithin(field, value);
    case 'choice':
      return field.options.some((option) => option.value === value);
    case 'switch':
      return typeof value === 'boolean';
    case 'curve':
      return isCurve(value);
    case 'collective-law':
      return isLaw(value);
  }
}

function isNumberWithin(field: NumberField, value: unknown): boolean {
  if (!isFinite(value) || (field.integer && !Number.isSafeInteger(value))) return false;
  const aboveMin = field.minExclusive ? value > field.min : value >= field.min;
  const belowMax = field.maxExclusive ? value < field.max : value <= field.max;
  return aboveMin && belowMax;
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isPair(value: unknown): value is readonly [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

function isCurve(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_CURVE_POINTS) return false;
  let above = Infinity;
  for (const point of value) {
    if (!isPair(point)) return false;
    const [threshold, efficiency] = point;
    if (!isFinite(threshold) || threshold < 0 || threshold >= above) return false;
    if (!isFinite(efficiency) || efficiency <= 0 || efficiency > 1) return false;
    above = threshold;
  }
  return above === 0;
}

/** S·scalar·(1 + offset/n) must not be negative for any n ≥ 2, and a free collective is allowed. */
function isLaw(value: unknown): boolean {
  if (!isPair(value)) return false;
  const [scalar, offset] = value;
  return (
    isFinite(scalar) &&
    scalar >= 0 &&
    scalar <= 1000 &&
    (offset === null || (isFinite(offset) && offset >= -2 && offset <= 1e6))
  );
}

/** What a field allows, in words, with its unit. */
export function allowedText(field: InputField): string {
  switch (field.kind) {
    case 'number':
      return allowedNumber(field);
    case 'choice':
      return `one of ${field.options.map((option) => option.value).join(', ')}`;
    case 'switch':
      return 'true or false';
    case 'curve':
      return `threshold:efficiency pairs with thresholds falling to 0 ${field.thresholdUnit} and efficiencies above 0 and at most 1`;
    case 'collective-law':
      return 'scalar:offset, the scalar from 0 to 1000 and the offset at least −2';
  }
}

function allowedNumber(field: NumberField): string {
  const unit = field.unit === '' || field.unit === '%' ? '' : ` ${field.unit}`;
  const low = `${field.minExclusive ? 'above' : 'at least'} ${field.min}`;
  const high = `${field.maxExclusive ? 'below' : 'at most'} ${field.max}`;
  return `a ${field.integer ? 'whole ' : ''}number ${low} and ${high}${unit}`;
}
