import { valueAt } from '../core/inputs/value-at.js';
import { isContainer } from '../share/paths.js';
import { same } from '../share/same.js';

/**
 * Where a part differs from what it started from: the paths of changed leaves (scalars, whole curves, whole collective
 * laws), and the path of each datatype or network tier that only one of the two has (`matrix.float8`, `networks.2`).
 */
export function changedPaths(base: unknown, value: unknown): string[] {
  const paths: string[] = [];
  const compare = (before: unknown, after: unknown, path: string): void => {
    if (before === after) return;
    if (!isContainer(before) || !isContainer(after)) {
      if (!same(before, after)) paths.push(path);
      return;
    }
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const below = path === '' ? key : `${path}.${key}`;
      compare(valueAt(before, key), valueAt(after, key), below);
    }
  };
  compare(base, value, '');
  return paths;
}

/** Whether a part differs from its base at a path, or anywhere beneath it. */
export function isChanged(base: unknown, value: unknown, path: string): boolean {
  return !same(valueAt(base, path), valueAt(value, path));
}
