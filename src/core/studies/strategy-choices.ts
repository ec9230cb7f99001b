import type { StrategyInput } from '../inputs/design.js';

export const RECOMPUTE_WORDS: Readonly<Record<StrategyInput['activation_recompute'], string>> = {
  full: 'full recompute',
  attn_only: 'attention recompute',
  none: 'no recompute',
};

/** What a strategy offloads, each by its name here, joined by “+”; empty for nothing. */
export const offloadText = (
  strategy: StrategyInput,
  [weights, activations, optimizer]: readonly [string, string, string],
): string =>
  [
    strategy.weight_offload && weights,
    strategy.activations_offload && activations,
    strategy.optimizer_offload && optimizer,
  ]
    .filter((each) => each !== false)
    .join('+');

/** A strategy in one line: the split, the schedule, and every option that is on. */
export function choicesOf(strategy: StrategyInput): string {
  const offloads = offloadText(strategy, ['weights', 'activations', 'optimizer']);
  const tiers = [strategy.tensor_par_net, strategy.pipeline_par_net, strategy.data_par_net];
  return [
    `t ${strategy.tensor_par} p ${strategy.pipeline_par} d ${strategy.data_par}`,
    `b ${strategy.microbatch_size}`,
    `v ${strategy.pipeline_interleaving}`,
    RECOMPUTE_WORDS[strategy.activation_recompute],
    strategy.tensor_par_comm_type,
    strategy.seq_par_ag_redo && 'AG redo',
    strategy.tensor_par_overlap !== 'none' && `TP overlap ${strategy.tensor_par_overlap}`,
    strategy.data_par_overlap && 'DP overlap',
    strategy.optimizer_sharding && 'sharded',
    strategy.fused_activation && 'fused',
    offloads !== '' && `offload ${offloads}`,
    `tiers ${tiers.join('/')}`,
  ]
    .filter((each) => each !== false)
    .join(' · ');
}
