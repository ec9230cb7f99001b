import { isAllowed } from '../inputs/allowed.js';
import type { Datatype, SystemInput } from '../inputs/design.js';
import type { InputField, NumberField } from '../inputs/field.js';
import { SYSTEM_FIELDS } from '../inputs/system-fields.js';
import { standIn, standInLabel } from './stand-in.js';

/** One number of a system: its declaration, and where it is in this one. */
export interface HardwareNumber {
  /** Of the input it stands for, as in the system's file, indices and datatypes spelled out: `networks.1.bandwidth`. */
  readonly path: string;
  /** With its tier: “Tier 1: bandwidth”. */
  readonly label: string;
  readonly field: NumberField;
  /** In the unit of the field. */
  readonly value: number;
  /** Less of it is better: latency, the share of compute a network takes, what a collective costs. */
  readonly lessIsBetter: boolean;
  /** The system with the number at another value. */
  readonly systemAt: (value: number) => SystemInput;
}

const LESS_IS_BETTER = /\.(latency|processor_usage|ops\.[a-z0-9_]+)$/;

/**
 * Every number of a system that a design in this datatype can depend on, in the order of its file: of an efficiency curve
 * the highest efficiency, of a collective its factor.
 */
export function hardwareNumbers(system: SystemInput, datatype: Datatype): readonly HardwareNumber[] {
  return SYSTEM_FIELDS.flatMap((declared) =>
    pathsOf(declared.path, system, datatype).flatMap((path) => {
      const found = standIn(system, declared, path);
      if (found === null) return [];
      const { field, value, systemAt } = found;
      return {
        path,
        label: hardwareLabel(declared, path),
        field,
        value,
        systemAt,
        lessIsBetter: LESS_IS_BETTER.test(path),
      };
    }),
  );
}

function pathsOf(pattern: string, system: SystemInput, datatype: Datatype): readonly string[] {
  if (!pattern.includes('*')) return [pattern];
  if (!pattern.startsWith('networks.')) return [pattern.replace('*', datatype)];
  return system.networks.map((_, tier) => pattern.replace('*', String(tier)));
}

function hardwareLabel(field: InputField, path: string): string {
  const label = standInLabel(field);
  const tier = /^networks\.(\d+)\./.exec(path)?.[1];
  return tier === undefined ? label : `Tier ${tier}: ${label.toLowerCase()}`;
}

/** A value of the number that its field allows, as near as there is; null where that is the one it has. */
export function allowedValue({ field, value: own }: HardwareNumber, wanted: number): number | null {
  const value = field.integer ? Math.round(wanted) : wanted;
  const within = Math.max(field.min, Math.min(field.max, value));
  return within !== own && isAllowed(field, within) ? within : null;
}
