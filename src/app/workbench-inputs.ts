import { LAW, MOST_CURVE_POINTS } from '../core/inputs/allowed.js';
import { optionChanges } from '../core/strategy/option-changes.js';
import { fieldAt } from '../core/inputs/fields.js';
import type { DesignPart } from '../core/inputs/design.js';
import type { InputField } from '../core/inputs/field.js';
import { valueAt } from '../core/inputs/value-at.js';
import { changedPaths, isChanged } from '../state/design-paths.js';
import { useWorkbench, workbench } from '../state/workbench.js';
import type { InputDeclaration, InputSource } from '../ui/input-source.js';

const isPart = (part: string): part is DesignPart => part === 'model' || part === 'system' || part === 'strategy';

function asPart(part: string): DesignPart {
  if (!isPart(part)) throw new Error(`“${part}” is no part of a design.`);
  return part;
}

/** A field with the limits that the core holds every field of its kind to; the same object for the same field. */
function declared(field: InputField): InputDeclaration {
  const known = DECLARED.get(field);
  if (known !== undefined) return known;
  const made: InputDeclaration =
    field.kind === 'curve'
      ? { ...field, mostPoints: MOST_CURVE_POINTS }
      : field.kind === 'collective-law'
        ? { ...field, limits: LAW }
        : field;
  DECLARED.set(field, made);
  return made;
}
const DECLARED = new WeakMap<InputField, InputDeclaration>();

/** Changes at or beneath a path; none where the base has nothing there, as beneath a tier just added. */
function changesAt(base: unknown, value: unknown, path: string): number {
  const [before, after] = [valueAt(base, path), valueAt(value, path)];
  return before === undefined ? 0 : changedPaths({ at: before }, { at: after }).length;
}

/** Binds the fields of the left side to the workbench and to the declarations of the core. */
export const workbenchInputs: InputSource = {
  declaration: (part, path) => {
    const field = fieldAt(asPart(part), path);
    return field === undefined ? undefined : declared(field);
  },
  useValue: (part, path) => useWorkbench((state) => valueAt(state[asPart(part)].value, path)),
  useBase: (part, path) => useWorkbench((state) => valueAt(state[asPart(part)].base.value, path)),
  useBaseName: (part) => useWorkbench((state) => state[asPart(part)].base.name),
  useChanges: (part, paths) =>
    useWorkbench((state) => {
      const { base, value } = state[asPart(part)];
      return paths.reduce((sum, path) => sum + changesAt(base.value, value, path), 0);
    }),
  edit: (part, path, value, options) => {
    const state = workbench().getState();
    const changes = part === 'strategy' ? optionChanges(state.strategy.value, path, value) : { [path]: value };
    state.edit(asPart(part), changes, options);
  },
  commit: () => workbench().getState().commit(),
  reset: (part, paths) => workbench().getState().resetPaths(asPart(part), paths),
  same: (left, right) => !isChanged({ value: left }, { value: right }, 'value'),
};
