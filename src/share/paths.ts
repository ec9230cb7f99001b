import { ownValue } from '../core/inputs/value-at.js';
import { same } from './same.js';

/**
 * Paths inside a part, as in its Calculon file: `mem1.GBps`, `networks.1.bandwidth`. A leaf is what one control
 * edits: a scalar, a whole efficiency curve, a whole collective law. Objects and the list of network tiers are not.
 */
type Container = Readonly<Record<string, unknown>> | readonly unknown[];

/** Objects, and lists of objects (the tiers). A curve or a law is a list of lists or numbers, hence a leaf. */
export function isContainer(value: unknown): value is Container {
  if (typeof value !== 'object' || value === null) return false;
  if (!Array.isArray(value)) return true;
  return value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
}

/**
 * A copy with another value at a path; everything off the path is shared with the original, which itself is returned
 * when nothing changes. `undefined` removes the key, or the item of a list. Missing objects on the way are made.
 */
export function withValue<T>(partValue: T, path: string, value: unknown): T {
  return placed(partValue, path.split('.'), value) as T;
}

function placed(container: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return same(container, value) ? container : value;
  const before = ownValue(container, key);
  if (value === undefined && before === undefined) return container;
  const after = placed(before, rest, value);
  if (after === before && before !== undefined) return container;
  if (Array.isArray(container)) {
    const index = Number(key);
    if (!Number.isInteger(index) || index < 0 || index > container.length) return container;
    return container.toSpliced(index, 1, ...(after === undefined ? [] : [after]));
  }
  const entries = Object.entries(typeof container === 'object' && container !== null ? container : {});
  if (after === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key));
  // fromEntries defines own properties, so even a key such as __proto__ stays plain data
  return Object.fromEntries(
    before === undefined
      ? [...entries, [key, after]]
      : entries.map(([name, old]) => [name, name === key ? after : old]),
  );
}

/** The paths of all leaves, in the order of the value. */
export function leafPaths(partValue: unknown): string[] {
  return pathsOf(partValue).leaves;
}

/** The paths of objects and lists that hold nothing, which have no leaf to be known by. */
export function emptyPaths(partValue: unknown): string[] {
  return pathsOf(partValue).empty;
}

function pathsOf(partValue: unknown): { readonly leaves: string[]; readonly empty: string[] } {
  const leaves: string[] = [];
  const empty: string[] = [];
  const walk = (value: object, prefix: string): void => {
    for (const [key, item] of Object.entries(value) as [string, unknown][]) {
      const path = `${prefix}${key}`;
      if (!isContainer(item)) leaves.push(path);
      else if (Object.keys(item).length === 0) empty.push(path);
      else walk(item, `${path}.`);
    }
  };
  if (isContainer(partValue)) walk(partValue, '');
  return { leaves, empty };
}
