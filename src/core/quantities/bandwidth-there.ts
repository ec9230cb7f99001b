import type { Evaluation } from '../evaluation.js';
import type { Network } from '../system/system.js';
import { throughput } from '../system/throughput.js';
import type { Bytes, BytesPerSecond, Seconds } from './units.js';

/** What a network tier gives to one processor in one direction: its bandwidth times the share that messages reach. */
export function networkBandwidth(network: Network | undefined): BytesPerSecond {
  return network === undefined ? 0 : network.bytesPerSecond * network.efficiency;
}

/** What the offload tier gives for transfers of `bytes`: its bandwidth times the efficiency at that size. */
export function offloadBandwidthFor({ system }: Evaluation, bytes: Bytes): BytesPerSecond {
  const { bandwidth } = system.memory2;
  return bytes > 0 ? throughput(bandwidth, bytes) : (bandwidth.rates[0] ?? bandwidth.peak);
}

/**
 * What the offload tier gives for what is offloaded now, at the size of the pass that asks for the most: the
 * counterpart of the bandwidth needed for all of it.
 */
export const offloadBandwidthThere = (evaluation: Evaluation): BytesPerSecond =>
  offloadBandwidthFor(evaluation, evaluation.offload.bindingBytes);

/**
 * Time that offloading exposes in a batch. The bandwidth needed is 0 both where nothing has to be hidden and where
 * there is no window to hide it in, so whether offloading is hidden is to be read here.
 */
export const offloadExposedSeconds = ({ time }: Evaluation): Seconds =>
  time.forwardOffloadExposedSeconds + time.backwardOffloadExposedSeconds;
