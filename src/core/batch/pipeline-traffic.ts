import type { Bytes, Seconds } from '../quantities/units.js';
import type { BlockSetting } from '../block/block-setting.js';
import { activationElements, splitActivationElements } from '../block/block-setting.js';
import { collectiveSeconds } from '../system/collective.js';
import type { Network } from '../system/system.js';

/** Messages between pipeline stages, one microbatch and one chunk each way. */
export interface PipelineTraffic {
  forwardBytes: Bytes;
  backwardBytes: Bytes;
  forwardSeconds: Seconds;
  backwardSeconds: Seconds;
}

export const newPipelineTraffic = (): PipelineTraffic => ({
  forwardBytes: 0,
  backwardBytes: 0,
  forwardSeconds: 0,
  backwardSeconds: 0,
});

/**
 * A stage sends one activation on, or its own share where the exchange at the edge is split. The latency is
 * paid even for no bytes, so it is in a single stage's edge block too: a quirk of the reference.
 */
export function pipelineTraffic(
  out: PipelineTraffic,
  setting: BlockSetting,
  network: Network,
  stages: number,
): PipelineTraffic {
  const split = setting.tensorCommunication !== 'ar';
  const elements = split ? splitActivationElements(setting) : activationElements(setting);
  out.forwardBytes = stages === 1 ? 0 : elements * setting.elementBytes.activation;
  out.backwardBytes = setting.training ? out.forwardBytes : 0;
  out.forwardSeconds = collectiveSeconds(network, 'p2p', out.forwardBytes, 2);
  out.backwardSeconds = collectiveSeconds(network, 'p2p', out.backwardBytes, 2);
  return out;
}
