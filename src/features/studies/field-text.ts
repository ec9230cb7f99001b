import { unitBeside } from '../../core/quantities/counted.js';
import { UNLIMITED, type StudyField, type StudyValue } from '../../core/studies/field.js';
import { shortText } from '../../ui/quantity-text.js';
import { shownUnit } from '../../core/quantities/shown-unit.js';

/** The name of a preset by its id, for a model or a system. */
export type PresetName = (part: 'model' | 'system', id: string) => string;

/** Whether a capacity or bandwidth is so large that it is none; an amount of anything else is what it is. */
export const isEndless = (value: number, unit: string): boolean =>
  (unit === 'GiB' || unit === 'GB/s') && value >= UNLIMITED;

/** A number as it stands in a box: "4,096", "∞". */
export const numberText = (value: number, unit: string): string =>
  isEndless(value, unit) ? '∞' : shortText(value, unit);

/** A number with its unit: "512 GiB", "$125,000,000", "∞". */
export function amountText(value: number, unit: string): string {
  const text = numberText(value, unit);
  if (unit === '$') return `$${text}`;
  return unit === '' || isEndless(value, unit) ? text : `${text} ${unitBeside(value, shownUnit(unit))}`;
}

/** In a list with commas a number has none of its own. */
const ungrouped = (value: number, unit: string): string => numberText(value, unit).replaceAll(',', '');

const isPair = (item: unknown): item is readonly [number | string, number] => Array.isArray(item) && item.length === 2;

/** A study's input in words, as a line of them shows it. */
export function valueText(field: StudyField<StudyValue>, value: StudyValue, nameOf: PresetName): string {
  const label = (option: unknown): string =>
    field.options.find((each) => each.value === option)?.label ?? String(option);
  switch (field.kind) {
    case 'model':
    case 'system':
      return nameOf(field.kind, String(value));
    case 'number':
      return value === 0 && field.zero !== undefined ? field.zero : amountText(Number(value), field.unit);
    case 'switch':
      return value === true ? 'on' : 'off';
    case 'choice':
      return label(value);
    default:
      break;
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (field.kind === 'choices') return items.map(label).join(', ');
  if (field.kind === 'numbers') {
    const { text } = shownUnit(field.unit);
    return `${items.map((each) => ungrouped(Number(each), field.unit)).join(', ')}${text === '' ? '' : ` ${text}`}`;
  }
  return items
    .filter(isPair)
    .map(([of, amount]) =>
      field.kind === 'workloads'
        ? `${nameOf('model', String(of))} ≤ ${amountText(amount, '')}`
        : `${amountText(Number(of), 'GiB')} ${amountText(amount, '$')}`,
    )
    .join(', ');
}
