import type { DesignPart } from '../core/inputs/design.js';
import { grouped } from '../core/quantities/grouped.js';
import { same } from '../share/same.js';
import { partName } from './design-name.js';
import { strategyLine } from './strategy-line.js';
import type { Workbench } from './workbench.js';

type Parts = Pick<Workbench, DesignPart>;

/**
 * A design that took another's place, in a line: the model and the machine where they are others than before, and the
 * strategy: “GPT-3 175B on A100 80 GiB ×4,096, t8 p64 d8 v1 b1, …”.
 */
export function adoptedLine(before: Parts, { model, system, strategy }: Parts): string {
  const count = strategy.value.num_procs;
  const isOtherMachine = !same(before.system.value, system.value) || before.strategy.value.num_procs !== count;
  const replaced = [
    ...(same(before.model.value, model.value) ? [] : [partName(model)]),
    ...(isOtherMachine ? [`${partName(system)} ×${grouped(count)}`] : []),
  ].join(' on ');
  return [replaced, strategyLine(strategy.value)].filter((words) => words !== '').join(', ');
}
