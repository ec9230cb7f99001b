import { isAllowed } from '../inputs/allowed.js';
import type { Datatype, SystemInput } from '../inputs/design.js';
import type { NumberField } from '../inputs/field.js';
import { SYSTEM_FIELDS } from '../inputs/system-fields.js';

/** One number of a system: its declaration, and where it is in this one. */
export interface HardwareNumber {
  /** As in the system's file, indices and datatypes spelled out: `networks.1.bandwidth`. */
  readonly path: string;
  /** With its tier: “Tier 1: bandwidth”. */
  readonly label: string;
  readonly field: NumberField;
  /** In the unit of the field. */
  readonly value: number;
  /** Less of it is better: latency, and the share of compute a network takes. */
  readonly lessIsBetter: boolean;
}

const LESS_IS_BETTER = /\.(latency|processor_usage)$/;

/** Every number of a system that a design in this datatype can depend on, in the order of its file. */
export function hardwareNumbers(system: SystemInput, datatype: Datatype): readonly HardwareNumber[] {
  return SYSTEM_FIELDS.flatMap((field) =>
    field.kind === 'number' ? pathsOf(field.path, system, datatype).map((path) => ({ field, path })) : [],
  ).flatMap(({ field, path }) => {
    const value = hardwareAt(system, path);
    if (value === null) return [];
    return [{ path, label: hardwareLabel(field, path), field, value, lessIsBetter: LESS_IS_BETTER.test(path) }];
  });
}

function pathsOf(pattern: string, system: SystemInput, datatype: Datatype): readonly string[] {
  if (!pattern.includes('*')) return [pattern];
  if (!pattern.startsWith('networks.')) return [pattern.replace('*', datatype)];
  return system.networks.map((_, tier) => pattern.replace('*', String(tier)));
}

function hardwareLabel({ label }: NumberField, path: string): string {
  const tier = /^networks\.(\d+)\./.exec(path)?.[1];
  return tier === undefined ? label : `Tier ${tier}: ${label.toLowerCase()}`;
}

/** The number at a path of a system; null where there is none. */
export function hardwareAt(system: SystemInput, path: string): number | null {
  let node: unknown = system;
  for (const key of path.split('.')) {
    if (typeof node !== 'object' || node === null) return null;
    node = (node as Readonly<Record<string, unknown>>)[key];
  }
  return typeof node === 'number' ? node : null;
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

/** A value of the number that its field allows, as near as there is; null where that is the one it has. */
export function allowedValue({ field, value: own }: HardwareNumber, wanted: number): number | null {
  const value = field.integer ? Math.round(wanted) : wanted;
  const within = Math.max(field.min, Math.min(field.max, value));
  return within !== own && isAllowed(field, within) ? within : null;
}
