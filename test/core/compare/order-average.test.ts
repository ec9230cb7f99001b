import { describe, expect, it } from 'vitest';
import { orderAverage } from '../../../src/core/compare/order-average.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the average over orders', () => {
  it('is Shapley’s value: two gloves to the right, one to the left', () => {
    // the textbook game: a pair is worth 1, member 0 alone has the left glove
    const gloves = (members: readonly number[]): number => (members.includes(0) && members.length > 1 ? 1 : 0);
    const [left, ...right] = orderAverage(3, 0, 1, gloves);
    expect(left).toBeCloseTo(2 / 3, 12);
    for (const each of right) expect(each).toBeCloseTo(1 / 6, 12);
  });

  it('lets members whose coalitions have no value move with the next, and share', () => {
    // 0 and 1 have a meaning only together
    const joined = (members: readonly number[]): number | null => {
      const [zero, one, two] = [0, 1, 2].map((member) => members.includes(member));
      return zero !== one ? null : (zero === true ? 10 : 0) + (two === true ? 1 : 0);
    };
    const effects = orderAverage(3, 0, 11, joined);
    expect(sum(effects)).toBeCloseTo(11, 12);
    expect(effects[0]).toBeCloseTo(effects[1] ?? NaN, 12);
    expect(effects[0]).toBeGreaterThan(effects[2] ?? NaN);
  });

  it('samples beyond eight members: exact where the order does not matter, and adding up where it does', () => {
    const weights = Array.from({ length: 20 }, (_, index) => index - 6);
    const additive = (members: readonly number[]): number => sum(members.map((member) => weights[member] ?? 0));
    for (const [index, effect] of orderAverage(20, 0, sum(weights), additive).entries())
      expect(effect).toBeCloseTo(weights[index] ?? NaN, 9);
    const square = (members: readonly number[]): number => members.length ** 2;
    const effects = orderAverage(20, 0, 400, square);
    expect(sum(effects)).toBeCloseTo(400, 9);
    // an order and its reverse together make what is added early and late the same
    for (const effect of effects) expect(effect).toBeCloseTo(20, 9);
  });

  it('has nothing to share out without members', () => {
    expect(orderAverage(0, 3, 3, () => 3)).toEqual([]);
  });
});
