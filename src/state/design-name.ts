import type { DesignPart } from '../core/inputs/design.js';
import { cleanName } from '../share/names.js';
import { same } from '../share/same.js';
import type { Part } from '../share/shared-state.js';
import { planText } from './plan-text.js';
import type { Workbench } from './workbench.js';

/** Whether a part has other values than what it started from. */
const isEdited = ({ base, value }: Part<unknown>): boolean => !same(base.value, value);

/** What a model or a machine is called: “GPT-3 175B”, “GPT-3 175B (changed)”. */
export const partName = (part: Part<unknown>): string =>
  isEdited(part) ? `${part.base.name} (changed)` : part.base.name;

/**
 * What a pinned design is called until it has a name. A strategy that is still what it started from has the name of that,
 * “GPT-3 175B · A100 80 GiB · Fig. 3”; one that was edited is called by what it is: “… · ×4,096 · t8 p32 d16”.
 */
export function designName({ model, system, strategy }: Pick<Workbench, DesignPart>): string {
  const plan = isEdited(strategy) ? planText(strategy.value) : strategy.base.name;
  return cleanName(`${partName(model)} · ${partName(system)} · ${plan}`);
}
