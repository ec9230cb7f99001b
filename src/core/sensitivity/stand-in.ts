import { LAW } from '../inputs/allowed.js';
import type { EfficiencyCurve, SystemInput } from '../inputs/design.js';
import type { InputField, NumberField } from '../inputs/field.js';
import { valueAt } from '../inputs/value-at.js';
import { hardwareAt, withHardwareAt } from './hardware-at.js';

/** The one number of a hardware input that is changed in its name. */
export interface StandIn {
  /** Unit and limits of the number. */
  readonly field: NumberField;
  /** In the unit of the field. */
  readonly value: number;
  /** The system with the number at a value, all else as it is but what has to follow. */
  readonly systemAt: (value: number) => SystemInput;
  /** What follows it, in a sentence; empty where nothing does. */
  readonly follows: string;
}

const SUFFIX: Readonly<Partial<Record<InputField['kind'], string>>> = {
  curve: ', highest',
  'collective-law': ' factor',
};

/** What the number is called: the highest efficiency of a curve and the scalar of a law say that they are. */
export const standInLabel = ({ label, kind }: InputField): string => `${label}${SUFFIX[kind] ?? ''}`;

/**
 * A number by itself, a curve by its highest efficiency, the law of a collective by its scalar; null for a switch or a
 * choice, and where the system has none such.
 *
 * @param path of the field in this system, indices and datatypes spelled out
 */
export function standIn(system: SystemInput, field: InputField, path: string): StandIn | null {
  if (field.kind === 'curve') return curveStandIn(system, field, path);
  const own = field.kind === 'collective-law' ? `${path}.0` : path;
  const value = hardwareAt(system, own);
  const number =
    field.kind === 'collective-law'
      ? standInField(field, { min: 0, max: LAW.mostScalar, unit: '' })
      : field.kind === 'number'
        ? field
        : null;
  if (value === null || number === null) return null;
  return { field: number, value, systemAt: (to) => withHardwareAt(system, own, to), follows: '' };
}

/** A curve by its highest efficiency: the others keep their proportion to it. */
function curveStandIn(system: SystemInput, field: InputField, path: string): StandIn | null {
  const curve = valueAt(system, path) as EfficiencyCurve | undefined;
  if (curve === undefined || curve.length === 0) return null;
  const value = Math.max(...curve.map(([, efficiency]) => efficiency));
  // no dust on the highest itself
  const scaled = (efficiency: number, highest: number): number =>
    efficiency === value ? highest : (efficiency * highest) / value;
  const raised =
    (highest: number) =>
    (changed: SystemInput, [, efficiency]: EfficiencyCurve[number], i: number): SystemInput =>
      withHardwareAt(changed, `${path}.${i}.1`, scaled(efficiency, highest));
  return {
    field: standInField(field, { min: 0, minExclusive: true, max: 1, unit: '%' }),
    value,
    systemAt: (highest) => (highest === value ? system : curve.reduce(raised(highest), system)),
    follows: curve.length > 1 ? 'The whole curve keeps its proportion to its highest efficiency.' : '',
  };
}

const standInField = (
  { part, path, label, help }: InputField,
  limits: Pick<NumberField, 'min' | 'max' | 'unit'> & { readonly minExclusive?: boolean },
): NumberField => ({
  kind: 'number',
  part,
  path,
  label,
  help,
  integer: false,
  slider: [limits.min, limits.max],
  scale: 'linear',
  ...limits,
});
