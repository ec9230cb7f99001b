import { byteUnits, capacityText, capacityUnit, withCapacityUnit } from '../../core/quantities/byte-units.js';
import type { StudyField, StudyValue } from '../../core/studies/field.js';

/** "from 1 to 4096", and "of 0 to 1,000,000 GiB" among other ranges. */
const RANGE = /\b(from|of) ([\d,.]+) to ([\d,.]+)( GiB)?/g;

/** What a field takes, its amounts of memory in the unit that memory is written in. */
function allowedText(allowed: string, isMemory: boolean): string {
  const amount = (text: string): string => capacityText(Number(text.replaceAll(',', '')));
  return allowed.replace(RANGE, (range: string, word: string, low: string, high: string, unit?: string) =>
    isMemory || unit !== undefined ? `${word} ${amount(low)} to ${amount(high)} ${capacityUnit().name}` : range,
  );
}

/** A study's input as it is shown: with the unit it has beside these inputs, and memory written as it is everywhere. */
export function shownField(field: StudyField, inputs: Readonly<Record<string, StudyValue>>): StudyField {
  const unit = field.unitOf?.(inputs) ?? field.unit;
  if (byteUnits() === 'binary') return unit === field.unit ? field : { ...field, unit };
  return {
    ...field,
    unit,
    label: withCapacityUnit(field.label),
    allowed: allowedText(field.allowed, unit === 'GiB'),
    options: field.options.map((option) => ({ ...option, label: withCapacityUnit(option.label) })),
  };
}
