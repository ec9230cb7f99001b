import type { Collective } from '../inputs/design.js';
import type { Bytes, Seconds } from '../quantities/units.js';
import { collectiveSeconds } from '../system/collective.js';
import type { BlockSetting } from './block-setting.js';

/** An exchange opens a tensor-parallel region (f of Megatron) or closes it (g). */
export type ExchangeSide = 'opening' | 'closing';

/**
 * What each block does at an exchange. *Split* exchanges pass one share of the activation each way
 * (all-gather in, reduce-scatter out); the others pass it whole (all-reduce on one side only). Under p2p_rs_ag
 * only the edge block, next to the pipeline's messages, is split.
 */
export const isSplit = (setting: BlockSetting, edge: boolean): boolean =>
  setting.tensorCommunication === 'rs_ag' || (edge && setting.tensorCommunication === 'p2p_rs_ag');

/** The collective of an exchange's forward pass; null where it does nothing. */
export function forwardCollective(side: ExchangeSide, split: boolean): Collective | null {
  if (side === 'opening') return split ? 'all_gather' : null;
  return split ? 'reduce_scatter' : 'all_reduce';
}

/** The collective of its backward pass: the forward pass of the mirrored side. */
export const backwardCollective = (side: ExchangeSide, split: boolean): Collective | null =>
  forwardCollective(side === 'opening' ? 'closing' : 'opening', split);

/** Link time of a collective on the tensor-parallel tier; 0 where it does nothing. */
export function exchangeSeconds(setting: BlockSetting, collective: Collective | null, bytes: Bytes): Seconds {
  return collective === null ? 0 : collectiveSeconds(setting.tensorNetwork, collective, bytes, setting.tensorParallel);
}
