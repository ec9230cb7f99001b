import { UNLIMITED, type StudyField, type StudyValue } from '../../core/studies/field.js';
import { editText, parseQuantity } from '../../ui/quantity-text.js';
import type { Reading } from '../../ui/use-entry.js';
import { isEndless } from './field-text.js';

type Judge = Pick<StudyField<StudyValue>, 'unit' | 'allowed' | 'accepts'>;

const refused = (what: string, { allowed }: Judge): Reading<never> => ({
  ok: false,
  message: `${what} Allowed: ${allowed}.`,
});

const WITHOUT_END = /^(∞|inf|infinite|infinity|unlimited)$/i;

/** Reads one number of a unit as people type it: "4k", "1.5 TiB", "$20,000", "∞" where there is no end to it. */
function readAmount(text: string, unit: string): Reading<number> {
  const clean = text.trim().replace(/^\$\s*/, '');
  return WITHOUT_END.test(clean) && isEndless(UNLIMITED, unit)
    ? { ok: true, value: UNLIMITED }
    : parseQuantity(clean, unit);
}

/** A typed number that a field accepts, or what is allowed. `of` puts it in its place in the field's value. */
export function readNumber(
  text: string,
  field: Judge,
  of: { readonly unit: string; readonly value: (typed: number) => unknown } = { unit: field.unit, value: (it) => it },
): Reading<number> {
  const typed = readAmount(text, of.unit);
  if (!typed.ok) return typed;
  return field.accepts(of.value(typed.value)) ? typed : refused(`“${text.trim()}” does not do.`, field);
}

/** Typed numbers with commas or spaces between them. */
export function readNumbers(text: string, field: Judge): Reading<readonly number[]> {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const values: number[] = [];
  for (const word of words) {
    const typed = readAmount(word, field.unit);
    if (!typed.ok) return refused(`“${word}” is not a number.`, field);
    values.push(typed.value);
  }
  return field.accepts(values) ? { ok: true, value: values } : refused('These do not do.', field);
}

/** A number to edit: every digit, "∞" for what has no end. */
export const writeNumber = (value: number, unit: string): string =>
  isEndless(value, unit) ? '∞' : editText(value, unit);

export const writeNumbers = (values: readonly number[], unit: string): string =>
  values.map((each) => writeNumber(each, unit)).join(', ');
