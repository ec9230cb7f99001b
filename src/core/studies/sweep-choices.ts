import { DATATYPES } from '../inputs/design.js';
import type { FieldUnit, InputField } from '../inputs/field.js';
import { fieldAt, FIELDS } from '../inputs/fields.js';
import type { QuantityGroup } from '../quantities/quantity.js';
import { QUANTITIES } from '../quantities/registry.js';
import { standInLabel } from '../sensitivity/stand-in.js';
import type { FieldOption } from './field.js';

/** A choice is a fixed list: of the network tiers, no more than any system here has. */
const TIERS = [0, 1, 2, 3];

/** What is a number, or has one that stands for it: the highest efficiency of a curve, the scalar of a law. */
const isNumeric = ({ kind }: InputField): boolean => kind === 'number' || kind === 'curve' || kind === 'collective-law';

const isTiered = ({ path }: InputField): boolean => path.startsWith('networks.*');
const isTyped = ({ path }: InputField): boolean => path.includes('*') && !path.startsWith('networks.*');

const NUMERIC = Object.values(FIELDS).flatMap((fields) => fields.filter(isNumeric));
const ofPart = (part: InputField['part']): readonly InputField[] => NUMERIC.filter((field) => field.part === part);

const option = (field: InputField, group: string): FieldOption => ({
  value: field.path,
  label: standInLabel(field),
  group,
});

/**
 * Every numeric input of a design, in groups. A value is the input's path, `*` for the datatype of the strategy; links
 * carry it, so that a path keeps its meaning for good.
 */
export const SWEEP_INPUTS: readonly FieldOption[] = [
  ...ofPart('system')
    .filter((field) => !isTiered(field))
    .map((field) => option(field, 'Hardware')),
  ...TIERS.flatMap((tier) =>
    ofPart('system')
      .filter(isTiered)
      .map((field) => ({
        value: field.path.replace('*', String(tier)),
        label: `Tier ${tier}: ${standInLabel(field).toLowerCase()}`,
        group: `Network tier ${tier}`,
      })),
  ),
  ...ofPart('model').map((field) => option(field, 'Model')),
  ...ofPart('strategy').map((field) => option(field, 'Strategy')),
  ...DATATYPES.flatMap((datatype) =>
    ofPart('system')
      .filter(isTyped)
      .map((field) => ({
        value: field.path.replace('*', datatype),
        label: `${standInLabel(field)}, ${datatype}`,
        group: 'Hardware of one datatype',
      })),
  ),
];

const inWords = (group: QuantityGroup): string => group.charAt(0).toUpperCase() + group.slice(1);

/** What is most often asked about stands first. */
const FIRST = ['sample-rate', 'mfu', 'total-time', 'tier1-memory'];

const shownOption = ({ id, label, group }: (typeof QUANTITIES)[number]): FieldOption => ({
  value: id,
  label,
  group: FIRST.includes(id) ? 'Most asked for' : inWords(group),
});

/** Every quantity of the registry, in its groups. */
export const SWEEP_QUANTITIES: readonly FieldOption[] = [
  ...FIRST.flatMap((id) => QUANTITIES.filter((each) => each.id === id)),
  ...[...new Set(QUANTITIES.map(({ group }) => group))].flatMap((group) =>
    QUANTITIES.filter((each) => each.group === group && !FIRST.includes(each.id)),
  ),
].map(shownOption);

export const sweepInputLabel = (path: string): string =>
  SWEEP_INPUTS.find(({ value }) => value === path)?.label ?? path;

/** The unit of what lies along the axis; a curve is swept by its highest efficiency. */
export function sweepInputUnit(path: string): FieldUnit {
  const fields = (['model', 'strategy', 'system'] as const).flatMap((part) => fieldAt(part, path) ?? []);
  return fields.map((field) => (field.kind === 'number' ? field.unit : field.kind === 'curve' ? '%' : '')).at(0) ?? '';
}
