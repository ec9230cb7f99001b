import { leafPaths } from '../share/paths.js';
import { same } from '../share/same.js';
import type { Base } from '../share/shared-state.js';
import { changedPaths } from './design-paths.js';

/** How many inputs of a part are not as in a base; a tier or a datatype that only one of both has counts as one. */
export const changedInputs = (base: unknown, value: unknown): number => changedPaths(base, value).length;

/** The same inputs, and most of them with the same value. */
function isLike(base: unknown, value: unknown): boolean {
  const [before, after] = [leafPaths(base), leafPaths(value)];
  return same(before.toSorted(), after.toSorted()) && changedInputs(base, value) <= after.length / 2;
}

/** The base with the fewest changes, the first of equals; null where the value is like none of them. */
export function nearestBase<T>(bases: readonly Base<T>[], value: T): Base<T> | null {
  let [nearest, fewest]: [Base<T> | null, number] = [null, Infinity];
  for (const base of bases) {
    const changes = changedInputs(base.value, value);
    if (changes < fewest && isLike(base.value, value)) [nearest, fewest] = [base, changes];
  }
  return nearest;
}
