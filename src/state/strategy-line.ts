import type { StrategyInput } from '../core/inputs/design.js';
import { choiceText } from '../core/strategy/strategy-changes.js';

const OFFLOADS = [
  ['weight_offload', 'weights'],
  ['activations_offload', 'activations'],
  ['optimizer_offload', 'optimizer'],
] as const;

/** A strategy in a line: "t8 p1 d512 v1 b4, recompute none, RS + AG, ring, offload activations + optimizer". */
export function strategyLine(strategy: StrategyInput): string {
  const { tensor_par: t, pipeline_par: p, data_par: d, pipeline_interleaving: v, microbatch_size: b } = strategy;
  const offloads = OFFLOADS.filter(([path]) => strategy[path]).map(([, name]) => name);
  return [
    `t${t} p${p} d${d} v${v} b${b}`,
    `recompute ${choiceText('activation_recompute', strategy.activation_recompute)}`,
    choiceText('tensor_par_comm_type', strategy.tensor_par_comm_type),
    ...(strategy.tensor_par_overlap === 'none' ? [] : [choiceText('tensor_par_overlap', strategy.tensor_par_overlap)]),
    ...(offloads.length === 0 ? [] : [`offload ${offloads.join(' + ')}`]),
  ].join(', ');
}
