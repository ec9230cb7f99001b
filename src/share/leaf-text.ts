import type { InputField } from '../core/inputs/field.js';
import { isAllowed } from '../core/inputs/allowed.js';

/**
 * One input as the text of a link: numbers in their shortest exact form, an efficiency curve as `100:0.95,10:0.9,0:0.3`,
 * a collective law as `1.5:-1`, or `1` when it has no offset.
 */
export function leafText(value: unknown): string {
  if (!Array.isArray(value)) return scalarText(value);
  const items: readonly unknown[] = value;
  if (items.some((item) => Array.isArray(item))) return items.map(leafText).join(',');
  return items
    .filter((item) => item !== null)
    .map(scalarText)
    .join(':');
}

function scalarText(value: unknown): string {
  if (typeof value !== 'number') return String(value);
  // the plus of 1e+21 would need escaping, and means nothing
  return Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e');
}

/** The value that a field's text stands for; undefined when it is not of the field's type, or not allowed. */
export function leafFromText(field: InputField, text: string): unknown {
  const value = parsed(field, text);
  return isAllowed(field, value) ? value : undefined;
}

function parsed(field: InputField, text: string): unknown {
  switch (field.kind) {
    case 'number':
      return numberFromText(text);
    case 'choice':
      return text;
    case 'switch':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'curve':
      return text.split(',').map((point) => point.split(':').map(numberFromText));
    case 'collective-law': {
      const [scalar, offset = null, ...more] = text.split(':');
      return [numberFromText(scalar ?? ''), offset === null ? null : numberFromText(offset), ...more];
    }
  }
}

/** A number in decimal notation only: Number() would also take hexadecimal, blanks and "Infinity". */
export function numberFromText(text: string): number | undefined {
  return text.length <= 40 && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined;
}
