import type { Design, DesignPart } from '../core/inputs/design.js';
import { FIELDS } from '../core/inputs/fields.js';
import { jsonText } from './json-text.js';

/** A model, system or strategy as the text of a Calculon file. */
export function partText<P extends DesignPart>(part: P, value: Design[P]): string {
  return jsonText(inCalculonOrder(part, value));
}

/** The part with its keys in Calculon's order; datatypes and tiers stay in the order they were given. */
export function inCalculonOrder<P extends DesignPart>(part: P, value: Design[P]): Design[P] {
  return ordered(
    value,
    FIELDS[part].map((field) => field.path.split('.')),
  ) as Design[P];
}

function ordered(value: unknown, paths: readonly (readonly string[])[]): unknown {
  const inside = paths.filter((path) => path.length > 0);
  if (inside.length === 0 || typeof value !== 'object' || value === null) return value;
  const below = (key: string): (readonly string[])[] =>
    inside.filter(([first]) => first === '*' || first === key).map((path) => path.slice(1));
  if (Array.isArray(value)) return value.map((item: unknown, index) => ordered(item, below(String(index))));
  const names = [...new Set(inside.map(([first]) => first ?? ''))];
  const entries = Object.entries(value);
  const sorted = names.includes('*')
    ? entries
    : entries.toSorted(([left], [right]) => names.indexOf(left) - names.indexOf(right));
  return Object.fromEntries(sorted.map(([key, item]) => [key, ordered(item, below(key))]));
}
