import type { SystemInput } from '../inputs/design.js';
import { valueAt } from '../inputs/value-at.js';

/** The number at a path of a system; null where there is none. */
export function hardwareAt(system: SystemInput, path: string): number | null {
  const value = valueAt(system, path);
  return typeof value === 'number' ? value : null;
}

/** The system with another number at a path that it has. */
export function withHardwareAt(system: SystemInput, path: string, value: number): SystemInput {
  // the path leads to a number, so what comes back is a system again
  return replaced(system, path.split('.'), value) as SystemInput;
}

function replaced(node: unknown, keys: readonly string[], value: number): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(node))
    return node.map((each: unknown, i) => (String(i) === key ? replaced(each, rest, value) : each));
  const record = node as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replaced(record[key], rest, value) };
}
