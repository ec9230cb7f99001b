import { describe, expect, it } from 'vitest';
import { WHOLE_SEARCH } from '../../src/core/inputs/search-input.js';
import { strategyAt } from '../../src/core/search/space.js';
import { distributionFinding } from '../../src/features/search/best-distribution.js';
import { bestFinding, isSlower } from '../../src/features/search/best-finding.js';
import { whyNotTried } from '../../src/features/search/not-tried.js';
import { constraintsOf, NO_BOUND, withBound } from '../../src/features/search/constraints.js';
import { densityOf, densityShare } from '../../src/features/search/density.js';
import { fitRows } from '../../src/features/search/infeasible-rows.js';
import { fitFinding, percentText } from '../../src/state/fit-finding.js';
import { optionShares, shareName, sharesFinding } from '../../src/features/search/option-shares.js';
import { compactCount, rateTick } from '../../src/ui/plot-text.js';
import { bestRate, countWithin, rankedRates, rateBins, rateQuantile } from '../../src/features/search/rate-bins.js';
import { histogramFinding } from '../../src/features/search/rate-histogram.js';
import { searchedText, strategies } from '../../src/features/search/search-sentence.js';
import { durationText, paceText } from '../../src/ui/duration-text.js';
import { tradeOffFinding, tradeOffs } from '../../src/features/search/trade-off-points.js';
import { evaluationOfPreset } from './evaluation-of-preset.js';
import { SMALL_DESIGN, smallSearch } from './small-search.js';

const { space, tally } = smallSearch(1e6);
const rates = Array.from(tally.rows?.rate ?? []);
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

describe('bins of the sample rate', () => {
  it('hold every feasible strategy once, exactly when rows were kept', () => {
    const bins = rateBins(tally, 10);
    const width = bestRate(tally) / 10;
    expect(bins).toHaveLength(10);
    expect(bins[0]?.from).toBe(0);
    expect(bins[9]?.to).toBeCloseTo(bestRate(tally), 9);
    bins.forEach((bin, i) => {
      const inside = rates.filter((rate) => Math.min(9, Math.floor(rate / width)) === i).length;
      expect(bin.count).toBe(inside);
    });
  });

  it('differ from the exact ones only at their edges without rows', () => {
    for (const count of [10, 100]) {
      const exact = rateBins(tally, count);
      const fine = rateBins({ ...tally, rows: null }, count);
      expect(sum(fine.map((bin) => bin.count))).toBe(tally.feasible);
      fine.forEach((bin, i) => {
        const near = rates.filter((rate) =>
          [bin.from, bin.to].some((edge) => Math.abs(rate - edge) <= tally.binWidth),
        ).length;
        expect(Math.abs(bin.count - (exact[i]?.count ?? 0))).toBeLessThanOrEqual(near);
      });
    }
  });

  it('are none without a strategy', () => {
    expect(rateBins({ ...tally, front: [], rows: null }, 10)).toEqual([]);
  });

  it('give quantiles and counts to within a fine bin', () => {
    const sorted = rates.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    expect(Math.abs(rateQuantile(tally, 0.5) - median)).toBeLessThanOrEqual(tally.binWidth);
    const near = rates.filter((rate) => rate >= 0.9 * bestRate(tally) - tally.binWidth).length;
    expect(countWithin(tally, bestRate(tally), 0.1)).toBeLessThanOrEqual(near);
    expect(countWithin(tally, bestRate(tally), 0.1)).toBeGreaterThan(0);
  });
});

it('the distribution of the best is by falling rate, with shares of the best', () => {
  const ranked = rankedRates([90, 100, 89.9, 95]);
  expect(ranked.map(({ rank, rate }) => [rank, rate])).toEqual([
    [1, 100],
    [2, 95],
    [3, 90],
    [4, 89.9],
  ]);
  expect(distributionFinding(ranked)).toBe('3 of the best 4 are within 10 % of the best');
  expect(distributionFinding(rankedRates([100, 99]))).toBe('All of the best 2 are within 10 % of the best');
  expect(distributionFinding(rankedRates([100]))).toBe('1 of the best 1 is within 10 % of the best');
});

describe('what the best have in common', () => {
  const best = tally.best.map((row) => strategyAt(space, row.place));
  const shares = optionShares(best, tally.choices);

  it('is each choice’s share among the best and among all feasible', () => {
    const all = Array.from(tally.rows?.place ?? [], (place) => strategyAt(space, place));
    for (const { field, value, best: ofBest, all: ofAll } of shares) {
      const share = (list: readonly (typeof all)[number][]): number =>
        list.filter((strategy) => String(strategy[field]) === value).length / list.length;
      expect(ofBest, `${field} ${value}`).toBeCloseTo(share(best), 12);
      expect(ofAll, `${field} ${value}`).toBeCloseTo(share(all), 12);
    }
  });

  it('comes in the order of how much the shares differ', () => {
    const differences = shares.map((share) => Math.abs(share.best - share.all));
    expect(differences).toEqual(differences.toSorted((a, b) => b - a));
  });

  it('has one of a choice between two, the one the best prefer', () => {
    const switches = shares.filter(({ value }) => value === 'true' || value === 'false');
    expect(new Set(switches.map(({ field }) => field)).size).toBe(switches.length);
    for (const share of switches) expect(share.best).toBeGreaterThanOrEqual(share.all);
  });

  it('says the most telling in its title', () => {
    const share = { field: 'tensorParallel', value: '8', name: 't', text: '8', best: 1, all: 0.25 } as const;
    expect(shareName(share)).toBe('t 8');
    expect(sharesFinding([share], 100)).toBe('All of the best 100 have t 8; 25 % of all feasible do');
    expect(sharesFinding([], 0)).toBe('What the best strategies have in common');
  });
});

describe('titles', () => {
  it('how many fit', () => {
    expect(sum(fitRows(tally).map((row) => row.count))).toBe(tally.evaluated);
    const counts = {
      evaluated: 10_956_160,
      feasible: 1_974_830,
      tooSlow: 0,
      infeasible: {
        network_size: 7_555_616,
        network_not_filled: 0,
        offload_needs_blocks: 0,
        tier1_capacity: 1_394_090,
        tier2_capacity: 31_624,
      },
    };
    expect(fitFinding(counts)).toBe(
      '18.0 % of the strategies fit; 69.0 % have groups too large for their network tier',
    );
    expect(fitFinding({ ...counts, feasible: 0 })).toMatch(/^None of 10,956,160 fits; 69.0 % /);
    expect(fitFinding({ ...counts, evaluated: 0 })).toBe('How many strategies fit');
  });

  it('how rare good ones are, and what memory buys', () => {
    expect(histogramFinding(tally)).toMatch(/^Half stay below .* samples\/s; .* % are within 10 % of the best$/);
    const [least] = tally.front;
    if (least === undefined) throw new Error('nothing is feasible');
    expect(
      tradeOffFinding([
        { ...least, rate: 96, tier1Bytes: 2 ** 30 },
        { ...least, rate: 100, tier1Bytes: 2 ** 31 },
      ]),
    ).toBe('1.00 GiB of HBM are enough for 96 % of the best rate; the best needs 2.00 GiB');
    expect(tradeOffFinding([least])).toMatch(/no strategy within 5 % of it needs less$/);
    const [point] = tradeOffs(tally.front, space);
    expect((point?.batchSeconds ?? 0) * (point?.rate ?? 0)).toBeCloseTo(strategyAt(space, point?.place ?? 0).batch, 9);
  });

  it('what the best gains', () => {
    const [slow, fast] = [evaluationOfPreset('table2-175b-full'), evaluationOfPreset('table2-175b-seqsel')];
    expect(bestFinding(fast, slow, true, false)).toMatch(
      /^The best reaches .* samples\/s, 1\.\d\d× the current strategy’s$/,
    );
    expect(bestFinding(fast, slow, false, false)).toMatch(/the current strategy does not fit$/);
    expect(bestFinding(fast, fast, true, true)).toMatch(/^The current strategy is the best: /);
    expect(bestFinding(null, slow, true, false)).toBe('The best strategy');
    expect([isSlower(fast, slow), isSlower(slow, fast), isSlower(null, fast)]).toEqual([false, true, false]);
  });

  it('why a strategy that is better than the best was not tried', () => {
    const [slow, fast] = [evaluationOfPreset('table2-175b-full'), evaluationOfPreset('table2-175b-seqsel')];
    const { strategy } = SMALL_DESIGN;
    const narrow = { ...WHOLE_SEARCH, bounds: { tensor_par: [1, 2] as const } };
    const turing = { ...SMALL_DESIGN, model: { ...SMALL_DESIGN.model, num_blocks: 105 } };
    const why = whyNotTried({ ...strategy, pipeline_par: 8 }, turing, WHOLE_SEARCH);
    expect(why).toBe('The current strategy was not tried: its p 8 does not divide the 105 blocks');
    expect(bestFinding(slow, fast, true, false)).toMatch(/ 0\.\d+× the current strategy’s$/);
    expect(whyNotTried(strategy, SMALL_DESIGN, narrow)).toBe('The current strategy is outside the constraints');
    expect(whyNotTried(strategy, SMALL_DESIGN, WHOLE_SEARCH)).toBe('The current strategy is not one of those tried');
  });

  it('what is searched', () => {
    const searched = {
      model: 'GPT-3 175B',
      system: 'H100',
      processors: 4096,
      strategyBatch: 2340,
      input: WHOLE_SEARCH,
    };
    expect(searchedText(searched)).toBe('Every way to train GPT-3 175B on 4,096 × H100, batch up to 2,340');
    const input = { ...WHOLE_SEARCH, max_batch: 512, least_rate: 5 };
    expect(searchedText({ ...searched, input })).toMatch(/^Ways within one constraint to train .* up to 512$/);
    expect(strategies(1)).toBe('1 strategy');
    expect([0.2, 40, 600, 12_600, 1e6].map(durationText)).toEqual([
      'under a second',
      '40 s',
      '10 min',
      '3.5 h',
      '12 days',
    ]);
    expect([0, 71.2e6, 5400, 3].map(paceText)).toEqual(['—', '71.2 M/s', '5.40 k/s', '3.00 /s']);
  });
});

describe('constraints', () => {
  it('are said in words, and each can be taken away', () => {
    const input = {
      ...WHOLE_SEARCH,
      hbm_limit_GiB: 40,
      least_rate: 1234.56789,
      bounds: { tensor_par: [8, 8], pipeline_par: [2, NO_BOUND], data_par: [1, 64] },
      allowed: { activation_recompute: ['full', 'none'], weight_offload: ['false'], data_par_net: [] },
    } as const;
    const constraints = constraintsOf(input);
    expect(constraints.map(({ text }) => text)).toEqual([
      'HBM ≤ 40 GiB',
      '≥ 1,234.56789 samples/s',
      't = 8',
      'p ≥ 2',
      'd ≤ 64',
      'recompute: full or none',
      'offload weights: off',
      'data tier: nothing',
    ]);
    for (const { id, without } of constraints) {
      expect(constraintsOf({ ...input, ...without }).map((each) => each.id)).toEqual(
        constraints.map((each) => each.id).filter((each) => each !== id),
      );
    }
  });

  it('a bound that allows everything is none', () => {
    expect(withBound({ tensor_par: [2, 4] }, 'tensor_par', [1, NO_BOUND])).toEqual({});
  });
});

it('the density counts every point inside once', () => {
  const [x, y] = [
    [0, 1, 9.99, 10, 11],
    [0, 1, 9.99, 10, 5],
  ];
  const range = { from: 0, to: 10 };
  const { counts, most } = densityOf(
    5,
    (i) => x[i] ?? 0,
    (i) => y[i] ?? 0,
    range,
    range,
    2,
    2,
  );
  // Rows from the top: what is large on both axes is at the upper right.
  expect([...counts]).toEqual([0, 2, 2, 0]);
  expect(most).toBe(2);
  expect([densityShare(1, 100), densityShare(10, 100), densityShare(100, 100), densityShare(1, 1)]).toEqual([
    0, 0.5, 1, 1,
  ]);
});

it('numbers on axes and in little room', () => {
  expect([0, 0.25, 108.4, 1084].map(rateTick)).toEqual(['0', '0.25', '108', '1,084']);
  expect([27, 9994, 34_800, 1_974_830].map(compactCount)).toEqual(['27', '9,994', '34.8 k', '1.97 M']);
  expect([0, 1, 0.18, 0.0029, 1.5e-5, 1e-8].map(percentText)).toEqual([
    '0 %',
    '100 %',
    '18.0 %',
    '0.29 %',
    '0.0015 %',
    '<0.0001 %',
  ]);
});
