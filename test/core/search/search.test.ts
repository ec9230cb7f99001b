import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/core/evaluate.js';
import { search } from '../../../src/core/search/search.js';
import { searchSpace, strategyAt } from '../../../src/core/search/space.js';
import { requestOf, searches } from './search-oracle.js';
import type { OracleSearch } from './search-oracle.js';

const named = searches.map(
  (oracle) => [`${oracle.modelName} on ${oracle.num_procs} ${oracle.systemName}`, oracle] as const,
);

/** A generator of the same numbers every time, so that a failure can be seen again. */
function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

describe.each(named)('%s', (_, oracle) => {
  const request = requestOf(oracle);
  const { space, tally } = search(request, { top: 10, mostRows: 0 });

  it('counts what the reference counts', () => {
    expect([tally.evaluated, tally.feasible]).toEqual([oracle.strategies, oracle.feasible]);
    if (!request.microbatchBreak) expect(space.size).toBe(oracle.strategies);
  });

  it('gives every infeasible strategy one reason', () => {
    const infeasible = Object.values(tally.infeasible).reduce((sum, count) => sum + count, 0);
    expect(infeasible + tally.feasible).toBe(tally.evaluated);
  });

  it('finds the ten best rates', () => {
    expect(tally.best).toHaveLength(oracle.top_sample_rates.length);
    tally.best.forEach((row, i) => {
      expect(Math.abs(row.rate / (oracle.top_sample_rates[i] ?? 0) - 1)).toBeLessThan(1e-9);
    });
  });

  it('has rates in its bins and choices that add up', () => {
    expect(tally.bins.reduce((sum, count) => sum + count, 0)).toBe(tally.feasible);
    for (const values of Object.values(tally.choices)) {
      expect(Object.values(values).reduce((sum, count) => sum + count, 0)).toBeCloseTo(tally.feasible, 3);
    }
  });

  it('reports rows that equal an evaluation of the same strategy', () => {
    for (const row of [...tally.best, ...tally.front]) {
      const outcome = evaluate(request.model, request.system, strategyAt(space, row.place));
      if (outcome.kind !== 'feasible') throw new Error(outcome.reasons.map((reason) => reason.message).join(' '));
      const { efficiency, memory } = outcome.evaluation;
      expect(Math.abs(row.rate / efficiency.sampleRate - 1)).toBeLessThan(1e-12);
      expect(Math.abs(row.tier1Bytes / memory.tier1Bytes - 1)).toBeLessThan(1e-12);
      expect(row.tier2Bytes).toBeCloseTo(memory.tier2Bytes, 0);
    }
  });
});

describe('every row kept', () => {
  const small = searches.filter((oracle) => oracle.feasible > 0 && oracle.feasible < 600_000);

  it.each(small.map((oracle) => [oracle.modelName, oracle] as const))(
    '%s: any of them equals an evaluation',
    (_, oracle) => {
      const request = requestOf(oracle);
      const { space, tally } = search(request, { top: 1, mostRows: 600_000 });
      const { rows } = tally;
      expect(rows?.count).toBe(oracle.feasible);
      if (rows === null) return;
      const next = repeatable(11);
      for (let i = 0; i < 400; i++) {
        const row = Math.floor(next() * rows.count);
        const outcome = evaluate(request.model, request.system, strategyAt(space, rows.place[row] ?? -1));
        if (outcome.kind !== 'feasible') throw new Error('a row that does not fit');
        const { efficiency, memory } = outcome.evaluation;
        expect(Math.abs((rows.rate[row] ?? 0) / efficiency.sampleRate - 1)).toBeLessThan(1e-12);
        expect(Math.abs((rows.tier1Bytes[row] ?? 0) / memory.tier1Bytes - 1)).toBeLessThan(1e-12);
        expect(Math.abs((rows.tier2Bytes[row] ?? 0) - memory.tier2Bytes)).toBeLessThanOrEqual(
          1e-12 * memory.tier2Bytes,
        );
      }
    },
  );

  it('are left out when they do not fit', () => {
    const request = requestOf(small[0] as OracleSearch);
    expect(search(request, { top: 1, mostRows: 1000 }).tally.rows).toBeNull();
  });
});

describe('the space', () => {
  it('holds valid strategies only', () => {
    for (const oracle of searches) {
      const request = requestOf(oracle);
      const space = searchSpace(request);
      const next = repeatable(7);
      for (let i = 0; i < 300; i++) {
        const strategy = strategyAt(space, Math.floor(next() * space.size));
        expect(evaluate(request.model, request.system, strategy).kind).not.toBe('invalid');
      }
    }
  });

  it('has the paper’s count for GPT-3 175B on 4096 H100s', () => {
    const paper = searches.find((oracle) => oracle.strategies === 10_956_160);
    if (paper === undefined) throw new Error('the paper’s search is missing');
    expect(searchSpace(requestOf(paper)).size).toBe(10_956_160);
  });

  it('says where it ends', () => {
    const space = searchSpace(requestOf(searches[0] as (typeof searches)[number]));
    expect(() => strategyAt(space, space.size)).toThrow(RangeError);
  });
});
