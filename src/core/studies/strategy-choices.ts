import type { StrategyInput } from '../inputs/design.js';

/** A strategy in one line: the split, the schedule, and every option that is on. */
export function choicesOf(strategy: StrategyInput): string {
  const recompute = { full: 'full recompute', attn_only: 'attention recompute', none: 'no recompute' };
  const offloads = [
    strategy.weight_offload && 'weights',
    strategy.activations_offload && 'activations',
    strategy.optimizer_offload && 'optimizer',
  ].filter((each) => each !== false);
  const tiers = [strategy.tensor_par_net, strategy.pipeline_par_net, strategy.data_par_net];
  return [
    `t ${strategy.tensor_par} p ${strategy.pipeline_par} d ${strategy.data_par}`,
    `b ${strategy.microbatch_size}`,
    `v ${strategy.pipeline_interleaving}`,
    recompute[strategy.activation_recompute],
    strategy.tensor_par_comm_type,
    strategy.seq_par_ag_redo && 'AG redo',
    strategy.tensor_par_overlap !== 'none' && `TP overlap ${strategy.tensor_par_overlap}`,
    strategy.data_par_overlap && 'DP overlap',
    strategy.optimizer_sharding && 'sharded',
    strategy.fused_activation && 'fused',
    offloads.length > 0 && `offload ${offloads.join('+')}`,
    `tiers ${tiers.join('/')}`,
  ]
    .filter((each) => each !== false)
    .join(' · ');
}
