import { describe, expect, it } from 'vitest';
import { searchSpace, strategyAt } from '../../../src/core/search/space.js';
import { spaceParts } from '../../../src/core/search/space-parts.js';
import { requestOf, searches } from './search-oracle.js';

describe.each(searches.map((oracle) => [`${oracle.modelName} on ${oracle.num_procs}`, requestOf(oracle)] as const))(
  '%s',
  (_, request) => {
    const space = searchSpace(request);

    it.each([1, 20_000, 1e9])('cut into parts of at most %i: the same strategies in the same order', (most) => {
      let next = 0;
      for (const { request: part, first, size } of spaceParts(space, most)) {
        const own = searchSpace(part);
        expect([first, own.size]).toEqual([next, size]);
        for (const place of [0, Math.floor(size / 3), size - 1]) {
          expect(strategyAt(own, place)).toEqual(strategyAt(space, first + place));
        }
        next += size;
      }
      expect(next).toBe(space.size);
    });
  },
);
