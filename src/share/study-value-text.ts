import type { FieldKind, StudyField, StudyValue } from '../core/studies/field.js';
import { leafText, numberFromText } from './leaf-text.js';

/** More items than any field takes; a longer list is not looked at. */
const MOST_ITEMS = 64;

/** A study's input as the text of a link: `50`, `true`, `full`, lists as `8,16`, pairs as `gpt3-175b:2340,chinchilla:2520`. */
export const studyValueText = (value: StudyValue): string =>
  // of a flat list each item by itself: leafText would write one pair
  typeof value === 'object' ? value.map(leafText).join() : leafText(value);

/** The value that a text stands for; undefined when the field takes no such value. */
export function studyValueFrom(field: StudyField, text: string): StudyValue | undefined {
  return studyValue(field, parsed(field.kind, text));
}

/**
 * A value as a study keeps it, in its one form; undefined when the field does not take it. Stricter than the field in
 * one thing: ids are such that a link can carry them.
 */
export function studyValue(field: StudyField, value: unknown): StudyValue | undefined {
  if (!field.accepts(value)) return undefined;
  const taken = value as StudyValue;
  if (field.kind === 'model' || field.kind === 'system') return isId(taken) ? taken : undefined;
  if (field.kind === 'workloads') {
    const pairs = taken as readonly (readonly [string, number])[];
    return pairs.every(([id]) => isId(id)) ? pairs.map(([id, most]) => [id, most] as const) : undefined;
  }
  if (field.kind === 'prices')
    return (taken as readonly (readonly [number, number])[]).map(
      ([size, price]) => [plain(size), plain(price)] as const,
    );
  if (field.kind === 'numbers') return (taken as readonly number[]).map(plain);
  return typeof taken === 'number' ? plain(taken) : taken;
}

const isId = (value: unknown): boolean => typeof value === 'string' && /^[\w.+-]{1,64}$/.test(value);

/** Without the sign that a zero may have. */
const plain = (value: number): number => (value === 0 ? 0 : value);

function parsed(kind: FieldKind, text: string): unknown {
  switch (kind) {
    case 'number':
      return numberFromText(text);
    case 'switch':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'model':
    case 'system':
    case 'choice':
      return text;
    case 'numbers':
      return items(text).map(numberFromText);
    case 'choices':
      return items(text);
    case 'workloads':
      return items(text).map((item) => pair(item, (id) => id));
    case 'prices':
      return items(text).map((item) => pair(item, numberFromText));
  }
}

const items = (text: string): readonly string[] => text.split(',', MOST_ITEMS + 1);

function pair(item: string, first: (text: string) => unknown): readonly unknown[] {
  const [left = '', right = '', ...more] = item.split(':', 3);
  return [first(left), numberFromText(right), ...more];
}
