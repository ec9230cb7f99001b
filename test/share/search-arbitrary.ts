import fc from 'fast-check';
import {
  BOUNDED_FIELDS,
  CHOSEN_FIELDS,
  OBJECTIVES,
  type ChosenField,
  type SearchInput,
} from '../../src/core/inputs/search-input.js';
import { checkedSearch, chosenOptions, MOST_RATE } from '../../src/share/search-check.js';

const number = (max: number): fc.Arbitrary<number> =>
  fc.oneof(fc.double({ min: 0, max, noNaN: true }), fc.constantFrom(0, -0, max, max / 3));
const whole = fc.oneof(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 64 }));

const bounds = fc
  .tuple(whole, fc.oneof(whole, fc.constant(Infinity)))
  .map(([left, right]): [number, number] => [Math.min(left, right), Math.max(left, right)]);
const values = (field: ChosenField): fc.Arbitrary<string[]> => {
  const options = chosenOptions(field) ?? Array.from({ length: 64 }, (_, tier) => String(tier));
  return fc.array(fc.constantFrom(...options), { maxLength: 5 });
};

/** Whatever a search may be asked, in its canonical form. */
export const searchInput: fc.Arbitrary<SearchInput> = fc
  .record({
    max_batch: fc.option(whole),
    microbatch_break: fc.boolean(),
    objective: fc.constantFrom(...OBJECTIVES),
    least_hbm_share: number(1),
    hbm_limit_GiB: fc.option(number(1e12)),
    least_rate: number(MOST_RATE),
    bounds: fc.record(Object.fromEntries(BOUNDED_FIELDS.map((field) => [field, bounds])), { requiredKeys: [] }),
    allowed: fc.record(Object.fromEntries(CHOSEN_FIELDS.map((field) => [field, values(field)])), { requiredKeys: [] }),
    live: fc.boolean(),
  })
  .map((input) => {
    const checked = checkedSearch(input as SearchInput);
    if (!checked) throw new Error(`not allowed after all: ${JSON.stringify(input)}`);
    return checked;
  });
