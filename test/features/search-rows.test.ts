import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyAt } from '../../src/core/search/space.js';
import { orderedRows, rowSetOf } from '../../src/features/search/ordered-rows.js';
import { filteredRows, parseFilter } from '../../src/features/search/row-filter.js';
import { sortedOrder } from '../../src/features/search/row-order.js';
import { tableCsv } from '../../src/features/search/table-csv.js';
import { smallSearch } from './small-search.js';

const { space, tally } = smallSearch(1e6);
const rows = rowSetOf(tally, space);
const strategyOf = (row: number) => strategyAt(space, rows.columns.place[row] as number);

describe('sortedOrder', () => {
  it('sorts any numbers as a stable comparison does', () => {
    const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 })), { maxLength: 300 });
    fc.assert(
      fc.property(numbers, fc.boolean(), (given, descending) => {
        // The bits of −0 come before those of 0; no column has both.
        const keys = given.map((key) => key + 0);
        const order = [...keys.keys()].toSorted((a, b) => {
          const [left, right] = [keys[a] as number, keys[b] as number];
          return left === right ? a - b : left < right !== descending ? -1 : 1;
        });
        expect([...sortedOrder(Float64Array.from(keys), descending)]).toEqual(order);
      }),
    );
  });
});

describe('filters', () => {
  it('keep the rows that meet every condition', () => {
    const kept = filteredRows(rows, parseFilter('t=8 recompute!=full sharding=off hbm<60 rate>=1'));
    const expected = Array.from({ length: rows.columns.count }, (_, row) => row).filter((row) => {
      const { tensorParallel, recompute, optimizerSharding } = strategyOf(row);
      const hbm = rows.columns.tier1Bytes[row] as number;
      const rate = rows.columns.rate[row] as number;
      return tensorParallel === 8 && recompute !== 'full' && !optimizerSharding && hbm < 60 * 2 ** 30 && rate >= 1;
    });
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(rows.columns.count);
    expect([...(kept ?? [])]).toEqual(expected);
  });

  it('read bare words as values of any choice, and switches that are on', () => {
    const kept = filteredRows(rows, parseFilter('attention offw')) ?? [];
    expect(kept.length).toBeGreaterThan(0);
    for (const row of kept.slice(0, 500)) {
      expect(strategyOf(row)).toMatchObject({ recompute: 'attn_only', weightOffload: true });
    }
  });

  it('leave everything when there is nothing to meet', () => {
    expect(filteredRows(rows, parseFilter('  '))).toBeNull();
  });

  it.each([
    ['x=3', 'There is no column “x”.'],
    ['t=many', '“t=many” wants a number, as in t=8.'],
    ['recompute=some', '“recompute” is one of full, attention only, none.'],
    ['recompute<full', '“recompute” has no order: use = or !=.'],
    ['nonsense', '“nonsense” is no value of a choice.'],
  ])('“%s” is explained and the rest still holds', (text, message) => {
    const filter = parseFilter(`t=8 ${text}`);
    expect(filter.problem).toContain(message);
    expect(filter.terms).toHaveLength(1);
  });
});

describe('the order of the rows', () => {
  it('is by falling rate when all are kept', () => {
    const order = orderedRows(rows, false, null, '');
    expect(order).toHaveLength(tally.feasible);
    const rates = [...order].map((row) => rows.columns.rate[row] as number);
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
    expect(rates[0]).toBe(tally.best[0]?.rate);
  });

  it('is the ranking when only the best are', () => {
    const best = rowSetOf({ rows: null, best: tally.best }, space);
    expect([...orderedRows(best, true, null, '')]).toEqual(tally.best.map((_, i) => i));
  });

  it('sorts what a filter leaves, by measures and by choices', () => {
    const byHbm = orderedRows(rows, false, { column: 'tier1', descending: false }, 'p=4');
    const hbm = [...byHbm].map((row) => rows.columns.tier1Bytes[row] as number);
    expect(hbm).toEqual(hbm.toSorted((a, b) => a - b));
    expect(new Set([...byHbm].map((row) => strategyOf(row).pipelineParallel))).toEqual(new Set([4]));
    const byT = orderedRows(rows, false, { column: 'tensor_par', descending: true }, '');
    const t = [...byT].map((row) => strategyOf(row).tensorParallel);
    expect(t).toEqual(t.toSorted((a, b) => b - a));
  });
});

it('CSV has base units and Calculon’s values', () => {
  const [header = [], first = []] = tableCsv(rows, orderedRows(rows, false, null, ''));
  const cell = (name: string) => first[header.indexOf(name)];
  const strategy = strategyAt(space, tally.best[0]?.place ?? -1);
  expect(cell('samples_per_s')).toBe(tally.best[0]?.rate);
  expect(cell('activation_recompute')).toBe(strategy.recompute);
  expect(cell('optimizer_sharding')).toBe(strategy.optimizerSharding);
  expect(cell('tensor_par')).toBe(strategy.tensorParallel);
  expect(Number(cell('batch_time_s')) * Number(cell('samples_per_s'))).toBeCloseTo(strategy.batch, 9);
});
