import {
  BOUNDED_FIELDS,
  CHOSEN_FIELDS,
  type BoundedField,
  type ChosenField,
  type SearchInput,
} from '../../core/inputs/search-input.js';
import { capacityText, capacityUnit } from '../../core/quantities/byte-units.js';
import { grouped } from '../../core/quantities/grouped.js';
import { choiceText, STRATEGY_CHOICES } from '../../core/strategy/strategy-changes.js';

/** The upper end of a bound that has none. */
export const NO_BOUND = Number.POSITIVE_INFINITY;

/** Something that narrows the search, and the change of the input that takes it away. */
export interface Constraint {
  readonly id: string;
  readonly text: string;
  readonly without: Partial<SearchInput>;
}

const nameOf = (path: string): string => STRATEGY_CHOICES.find((choice) => choice.path === path)?.name ?? path;

/** "t = 8", "2 ≤ p ≤ 16", "b ≤ 4". */
function boundText(field: BoundedField, [min, max]: readonly [number, number]): string {
  const name = nameOf(field);
  if (min === max) return `${name} = ${grouped(min)}`;
  if (max === NO_BOUND) return `${name} ≥ ${grouped(min)}`;
  return min <= 1 ? `${name} ≤ ${grouped(max)}` : `${grouped(min)} ≤ ${name} ≤ ${grouped(max)}`;
}

/** The input's bounds with one field's changed; null for no bound. */
export function withBound(
  bounds: SearchInput['bounds'],
  field: BoundedField,
  bound: readonly [number, number] | null,
): SearchInput['bounds'] {
  const { [field]: _, ...rest } = bounds;
  return bound === null || (bound[0] <= 1 && bound[1] === NO_BOUND) ? rest : { ...rest, [field]: bound };
}

/** The input's allowed values with one field's changed; null for all of them. */
export function withAllowed(
  allowed: SearchInput['allowed'],
  field: ChosenField,
  values: readonly string[] | null,
): SearchInput['allowed'] {
  const { [field]: _, ...rest } = allowed;
  return values === null ? rest : { ...rest, [field]: values };
}

/** Everything that narrows a search, in the order of its settings. */
export function constraintsOf(input: SearchInput): Constraint[] {
  const constraints: Constraint[] = [];
  if (input.hbm_limit_GiB !== null) {
    constraints.push({
      id: 'hbm_limit_GiB',
      text: `HBM ≤ ${capacityText(input.hbm_limit_GiB)} ${capacityUnit().name}`,
      without: { hbm_limit_GiB: null },
    });
  }
  if (input.least_rate > 0) {
    constraints.push({
      id: 'least_rate',
      text: `≥ ${grouped(input.least_rate)} samples/s`,
      without: { least_rate: 0 },
    });
  }
  for (const field of BOUNDED_FIELDS) {
    const bound = input.bounds[field];
    if (bound === undefined) continue;
    constraints.push({
      id: field,
      text: boundText(field, bound),
      without: { bounds: withBound(input.bounds, field, null) },
    });
  }
  for (const field of CHOSEN_FIELDS) {
    const values = input.allowed[field];
    if (values === undefined) continue;
    constraints.push({
      id: field,
      text: `${nameOf(field)}: ${values.map((value) => choiceText(field, value)).join(' or ') || 'nothing'}`,
      without: { allowed: withAllowed(input.allowed, field, null) },
    });
  }
  return constraints;
}
