import type { Design, DesignPart } from '../../core/inputs/design.js';
import { FIELDS } from '../../core/inputs/fields.js';
import type { InputField } from '../../core/inputs/field.js';

/** An input of the design as it stands: its declaration, and its path with tiers and datatypes spelled out. */
export interface PlacedField {
  readonly part: DesignPart;
  readonly path: string;
  readonly field: InputField;
}

/** Of the engines only the datatype in use: its fields are the ones on the screen. */
function pathsOf(path: string, { system, strategy }: Design): readonly string[] {
  if (path.startsWith('networks.*')) return system.networks.map((_, tier) => path.replace('*', String(tier)));
  return [path.replace('*', strategy.datatype)];
}

/** Every input of a design, in the order of the panels. */
export const placedFields = (design: Design): readonly PlacedField[] =>
  Object.values(FIELDS).flatMap((fields) =>
    fields.flatMap((field) => pathsOf(field.path, design).map((path) => ({ part: field.part, path, field }))),
  );
