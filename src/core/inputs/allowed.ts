import { grouped } from '../quantities/grouped.js';
import type { InputField, NumberField } from './field.js';

/** More points than this describe no machine any better; the bound keeps links and files small. */
export const MOST_CURVE_POINTS = 64;
/** Traffic needs somewhere to go. */
export const LEAST_TIERS = 1;
/** As many as a strategy's network index can name. */
export const MOST_TIERS = 64;
/** S·scalar·(1 + offset/n) must not be negative for any n of at least 2; a free collective is allowed. */
export const LAW = { mostScalar: 1000, leastOffset: -2, mostOffset: 1e6 } as const;

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

function isLaw(value: unknown): boolean {
  if (!isPair(value)) return false;
  const [scalar, offset] = value;
  return (
    isFinite(scalar) &&
    scalar >= 0 &&
    scalar <= LAW.mostScalar &&
    (offset === null || (isFinite(offset) && offset >= LAW.leastOffset && offset <= LAW.mostOffset))
  );
}

/** What a field allows, in words: "a number above 0 and at most 1,000,000,000 (GB/s)". Shares are between 0 and 1. */
export function allowedText(field: InputField): string {
  switch (field.kind) {
    case 'number':
      return allowedNumber(field);
    case 'choice':
      return `one of ${field.options.map((option) => option.value).join(', ')}`;
    case 'switch':
      return 'true or false';
    case 'curve':
      return `a list of [${field.thresholdUnit}, efficiency] pairs with thresholds falling to 0 and efficiencies above 0 and at most 1`;
    case 'collective-law':
      return `a pair [scalar, offset], the scalar from 0 to ${LAW.mostScalar}, the offset at least −${-LAW.leastOffset} or null for none`;
  }
}

function allowedNumber(field: NumberField): string {
  // Shares are written 0 to 1 in files and links, whatever the screen shows.
  const unit = field.unit === '' || field.unit === '%' ? '' : ` (${field.unit})`;
  const low = `${field.minExclusive ? 'above' : 'at least'} ${grouped(field.min)}`;
  const high = `${field.maxExclusive ? 'below' : 'at most'} ${grouped(field.max)}`;
  return `a ${field.integer ? 'whole ' : ''}number ${low} and ${high}${unit}`;
}
