import { optionChanges } from '../core/strategy/option-changes.js';
import { fieldAt } from '../core/inputs/fields.js';
import type { DesignPart } from '../core/inputs/design.js';
import { isChanged, valueAt } from '../state/design-paths.js';
import { useWorkbench, workbench } from '../state/workbench.js';
import type { InputSource } from '../ui/input-source.js';

const isPart = (part: string): part is DesignPart => part === 'model' || part === 'system' || part === 'strategy';

function asPart(part: string): DesignPart {
  if (!isPart(part)) throw new Error(`“${part}” is no part of a design.`);
  return part;
}

/** Binds the fields of the left side to the workbench and to the declarations of the core. */
export const workbenchInputs: InputSource = {
  declaration: (part, path) => fieldAt(asPart(part), path),
  useValue: (part, path) => useWorkbench((state) => valueAt(state[asPart(part)].value, path)),
  useBase: (part, path) => useWorkbench((state) => valueAt(state[asPart(part)].base.value, path)),
  useBaseName: (part) => useWorkbench((state) => state[asPart(part)].base.name),
  edit: (part, path, value, options) => {
    const state = workbench().getState();
    const changes = part === 'strategy' ? optionChanges(state.strategy.value, path, value) : { [path]: value };
    state.edit(asPart(part), changes, options);
  },
  commit: () => workbench().getState().commit(),
  reset: (part, path) => workbench().getState().resetPaths(asPart(part), [path]),
  same: (left, right) => !isChanged({ value: left }, { value: right }, 'value'),
};
