/** The value once the members of a coalition have moved; null where that has no meaning. */
type CoalitionValue = (members: readonly number[]) => number | null;

/** Up to so many members, all orders are walked: 8! orders over 2^8 coalitions. */
export const MOST_IN_ALL_ORDERS = 8;
/** Beyond, about so many values are asked for. */
const SAMPLED_VALUES = 2048;
const LEAST_PAIRS = 16;
const MOST_PAIRS = 128;

/** What happens on one order: credits are handed out to `effects`, weighted. */
function credit(effects: number[], members: readonly number[], change: number, weight: number): void {
  for (const member of members) effects[member] = (effects[member] ?? 0) + (change * weight) / members.length;
}

/**
 * What each of `count` members adds on the way from none to all of them, averaged over the orders in which they may
 * move (Shapley's value). Where a coalition has no value, the member that led to it waits and moves together with the
 * next one; what those bring together they share evenly. So every order leads from the first value to the last without
 * a gap, and the effects add up to their difference. The values of no and of all members must exist.
 */
export function orderAverage(count: number, from: number, to: number, valueOf: CoalitionValue): readonly number[] {
  return count <= MOST_IN_ALL_ORDERS ? allOrders(count, from, valueOf) : someOrders(count, from, to, valueOf);
}

/** Orders that begin alike are walked together, as far as they are alike. */
function allOrders(count: number, from: number, valueOf: CoalitionValue): readonly number[] {
  const effects = Array.from({ length: count }, () => 0);
  const known = new Map<number, number | null>([[0, from]]);
  const valueAt = (mask: number): number | null => {
    const before = known.get(mask);
    if (before !== undefined) return before;
    const value = valueOf(effects.flatMap((_, member) => (mask & (1 << member) ? [member] : [])));
    known.set(mask, value);
    return value;
  };
  const walk = (mask: number, last: number, waiting: readonly number[], weight: number): void => {
    const left = effects.flatMap((_, member) => (mask & (1 << member) ? [] : [member]));
    for (const member of left) {
      const moved = [...waiting, member];
      const next = mask | (1 << member);
      const value = valueAt(next);
      if (value !== null) credit(effects, moved, value - last, weight / left.length);
      walk(next, value ?? last, value === null ? moved : [], weight / left.length);
    }
  };
  walk(0, from, [], 1);
  return effects;
}

/** Random orders, each with its reverse: what a member adds early and what it adds late then weigh the same. */
function someOrders(count: number, from: number, to: number, valueOf: CoalitionValue): readonly number[] {
  const effects = Array.from({ length: count }, () => 0);
  const pairs = Math.min(MOST_PAIRS, Math.max(LEAST_PAIRS, Math.floor(SAMPLED_VALUES / (2 * count))));
  const random = sequence();
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = shuffled(count, random);
    for (const members of [order, order.toReversed()]) {
      let last = from;
      let waiting: number[] = [];
      for (const [index, member] of members.entries()) {
        waiting.push(member);
        const value = index === count - 1 ? to : valueOf(members.slice(0, index + 1));
        if (value === null) continue;
        credit(effects, waiting, value - last, 1 / (2 * pairs));
        last = value;
        waiting = [];
      }
    }
  }
  return effects;
}

/** Numbers of 0 to 1 that look random and are the same every time (a linear congruential generator modulo 2^32). */
function sequence(): () => number {
  let state = 20231112;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled(count: number, random: () => number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let index = count - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
