import type { StrategyInput } from '../../core/inputs/design.js';
import { grouped, groupedList } from '../../core/quantities/grouped.js';
import { degreeChoices, interleavingChoices, microbatchChoices, repair } from '../../core/strategy/degrees.js';
import { isTied, withExactDegree } from '../../core/strategy/exact-degree.js';
import { blocksPerStage } from '../../core/strategy/strategy.js';
import { workbench } from '../../state/workbench.js';

/**
 * The strategy with a number set whose consequences the strategy panel draws too: N, a degree or the batch. Null for any
 * other input, and where no degrees make up for it.
 */
export function repairedStrategy(path: string, value: number): StrategyInput | null {
  const { model, strategy } = workbench().getState();
  if (path === 'batch_size') return repair(model.value, { ...strategy.value, batch_size: value });
  return isTied(path) ? withExactDegree(model.value, strategy.value, path, value) : null;
}

interface Rule {
  /** Rising. */
  readonly choices: readonly number[];
  readonly says: string;
}

function microbatchRule(): Rule {
  const { model, strategy } = workbench().getState();
  const { batch_size: batch, data_par: d, tensor_par: t, tensor_par_comm_type: exchange } = strategy.value;
  const choices = microbatchChoices(model.value, strategy.value);
  if (!Number.isInteger(batch / d))
    return { choices, says: `The batch of ${grouped(batch)} does not divide over d ${grouped(d)}: change that first.` };
  const tokens = exchange === 'ar' ? '' : `, and t ${grouped(t)} its tokens`;
  return { choices, says: `A microbatch has to divide each replica’s ${grouped(batch / d)} samples${tokens}.` };
}

function interleavingRule(): Rule {
  const { model, strategy } = workbench().getState();
  const { pipeline_par: p } = strategy.value;
  const blocks = grouped(blocksPerStage(model.value.num_blocks, p));
  const says =
    p === 1 ? 'There is no pipeline to interleave.' : `v has to divide the blocks of a stage, which are ${blocks}.`;
  return { choices: interleavingChoices(model.value, strategy.value), says };
}

/** Which values the strategy panel would take for an input, where those are a list. */
function ruleOf(path: string): Rule | null {
  const { model, strategy } = workbench().getState();
  if (path === 'microbatch_size') return microbatchRule();
  if (path === 'pipeline_interleaving') return interleavingRule();
  if (!isTied(path) || path === 'num_procs') return null;
  return {
    choices: degreeChoices(model.value, strategy.value, null)[path],
    says: `t · p · d has to be ${grouped(strategy.value.num_procs)} with degrees that the model allows.`,
  };
}

/** Why the strategy panel would not take a number, and what it would take; undefined where it would. */
export function refusedNumber(path: string, value: number): string | undefined {
  const last = workbench().getState().system.value.networks.length - 1;
  if (path.endsWith('_par_net') && value > last) return `There is no such tier: the last one is tier ${last}.`;
  if (path === 'num_procs' && repairedStrategy(path, value) === null) return 'No degrees make up that many processors.';
  const rule = ruleOf(path);
  if (rule === null || rule.choices.includes(value)) return undefined;
  return rule.choices.length === 0 ? rule.says : `${rule.says} Allowed: ${groupedList(rule.choices)}.`;
}
