import { newOffloadTraffic, offloadTraffic } from '../batch/offload.js';
import type { Evaluation } from '../evaluation.js';
import type { Network } from '../system/system.js';
import { throughput } from '../system/throughput.js';
import type { Bytes, BytesPerSecond } from './units.js';

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
 * What the offload tier gives for what is offloaded now: the lower of the rates at the forward and the
 * backward pass's sizes, since efficiency depends on size.
 */
export function offloadBandwidthThere(evaluation: Evaluation): BytesPerSecond {
  const { strategy, block, system } = evaluation;
  const traffic = offloadTraffic(newOffloadTraffic(), block, system.memory2.bandwidth, strategy);
  const sizes = [traffic.forwardBytes, traffic.backwardBytes].filter((size) => size > 0);
  return Math.min(...(sizes.length > 0 ? sizes : [0]).map((size) => offloadBandwidthFor(evaluation, size)));
}
