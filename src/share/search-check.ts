import { fieldAt } from '../core/inputs/fields.js';
import { isAllowed } from '../core/inputs/allowed.js';
import { BOUNDED_FIELDS, CHOSEN_FIELDS, OBJECTIVES } from '../core/inputs/search-input.js';
import type { BoundedField, ChosenField, SearchInput } from '../core/inputs/search-input.js';
import { valueAt } from '../core/inputs/value-at.js';
import { numberFromText } from './leaf-text.js';

/** Samples/s; far above what any machine reaches. */
export const MOST_RATE = 1e15;

/** The values of a field that has a list of them, as text; null for the network tiers, of which a system has any number. */
export function chosenOptions(field: ChosenField): readonly string[] | null {
  const declared = fieldAt('strategy', field);
  if (declared?.kind === 'choice') return declared.options.map((option) => option.value);
  return declared?.kind === 'switch' ? ['true', 'false'] : null;
}

/**
 * A search's input in its one canonical form: lists in the order of the options, without repetition, and left out where
 * they allow everything. null when a value is not allowed. Whatever else the object holds is left out.
 */
export function checkedSearch(input: SearchInput): SearchInput | null {
  const max_batch = input.max_batch === null ? null : input.max_batch;
  const allowed =
    (max_batch === null || isField('strategy', 'batch_size', max_batch)) &&
    typeof input.microbatch_break === 'boolean' &&
    typeof input.live === 'boolean' &&
    OBJECTIVES.includes(input.objective) &&
    isWithin(input.least_hbm_share, 1) &&
    (input.hbm_limit_GiB === null || isField('system', 'mem1.GiB', input.hbm_limit_GiB)) &&
    isWithin(input.least_rate, MOST_RATE);
  const bounds = checkedBounds(input.bounds);
  const choices = checkedChoices(input.allowed);
  if (!allowed || bounds === null || choices === null) return null;
  return {
    max_batch,
    microbatch_break: input.microbatch_break,
    objective: input.objective,
    least_hbm_share: plain(input.least_hbm_share),
    hbm_limit_GiB: input.hbm_limit_GiB === null ? null : plain(input.hbm_limit_GiB),
    least_rate: plain(input.least_rate),
    bounds,
    allowed: choices,
    live: input.live,
  };
}

/** Whether two numbers bound a field: whole, at least 1, in order; an upper bound may be infinite. */
export function isBounds(field: BoundedField, bounds: readonly unknown[]): bounds is readonly [number, number] {
  const [min, max, ...more] = bounds;
  if (more.length > 0 || !isField('strategy', field, min)) return false;
  return (max === Infinity || isField('strategy', field, max)) && Number(min) <= Number(max);
}

/** Whether a value, as text, is one that a field can take. */
export function isChoice(field: ChosenField, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const options = chosenOptions(field);
  return options === null
    ? /^(0|[1-9]\d?)$/.test(value) && isField('strategy', field, numberFromText(value))
    : options.includes(value);
}

/** The values in order, each once; undefined when they are all there are. */
export function orderedChoices(field: ChosenField, values: readonly string[]): readonly string[] | undefined {
  const options = chosenOptions(field);
  if (options === null) return [...new Set(values)].sort((left, right) => Number(left) - Number(right));
  const ordered = options.filter((option) => values.includes(option));
  return ordered.length === options.length ? undefined : ordered;
}

function checkedBounds(bounds: unknown): SearchInput['bounds'] | null {
  const checked: { -readonly [F in BoundedField]?: readonly [number, number] } = {};
  for (const field of BOUNDED_FIELDS) {
    const given = valueAt(bounds, field);
    if (given === undefined) continue;
    if (!Array.isArray(given) || !isBounds(field, given)) return null;
    // all there is: no bound
    if (given[0] > 1 || given[1] < Infinity) checked[field] = [given[0], given[1]];
  }
  return checked;
}

function checkedChoices(allowed: unknown): SearchInput['allowed'] | null {
  const checked: { -readonly [F in ChosenField]?: readonly string[] } = {};
  for (const field of CHOSEN_FIELDS) {
    const given = valueAt(allowed, field);
    if (given === undefined) continue;
    if (!Array.isArray(given) || !given.every((value): value is string => isChoice(field, value))) return null;
    const ordered = orderedChoices(field, given);
    if (ordered) checked[field] = ordered;
  }
  return checked;
}

function isField(part: 'strategy' | 'system', path: string, value: unknown): boolean {
  const field = fieldAt(part, path);
  return field !== undefined && isAllowed(field, value);
}

const isWithin = (value: number, most: number): boolean => Number.isFinite(value) && value >= 0 && value <= most;

/** Without the sign that a zero may have. */
const plain = (value: number): number => (value === 0 ? 0 : value);
