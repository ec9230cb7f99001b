import { describe, expect, it } from 'vitest';
import { BOUNDED_FIELDS, CHOSEN_FIELDS } from '../../../src/core/inputs/search-input.js';
import { FIELD_OPTIONS, fieldReader } from '../../../src/core/search/field-reader.js';
import { searchSpace, strategyAt } from '../../../src/core/search/space.js';
import { writeStrategy } from '../../../src/core/strategy/write-strategy.js';
import { requestOf, searches } from './search-oracle.js';

const FIELDS = [...BOUNDED_FIELDS, ...CHOSEN_FIELDS, 'batch_size'] as const;

describe('fieldReader', () => {
  it.each(searches.map((search) => [search.modelName, search.num_procs, search] as const))(
    '%s on %i processors: every field as the strategy at the place has it',
    (_, __, search) => {
      const space = searchSpace(requestOf(search));
      // A stride prime to every list's length meets every digit; both ends of the space belong to it.
      const stride = Math.max(1, Math.floor(space.size / 997)) * 2 + 1;
      const places = [0, space.size - 1];
      for (let place = 0; place < space.size; place += stride) places.push(place);
      const strategies = places.map((place) => writeStrategy(strategyAt(space, place)));
      for (const field of FIELDS) {
        const read = fieldReader(space, field);
        const codes = strategies.map((strategy) => {
          const value = strategy[field];
          return FIELD_OPTIONS[field]?.indexOf(String(value)) ?? Number(value);
        });
        expect(places.map(read), field).toEqual(codes);
      }
    },
  );
});
