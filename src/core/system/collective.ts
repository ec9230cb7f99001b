import type { Collective } from '../inputs/design.js';
import type { Bytes, Seconds } from '../quantities/units.js';
import type { Network } from './system.js';

/**
 * Time of one collective over `members` endpoints: α–β, with each operation's traffic as
 * scalar·(1 + offset/members) times the data. The latency is paid even for no bytes.
 */
export function collectiveSeconds(network: Network, collective: Collective, bytes: Bytes, members: number): Seconds {
  const [scalar, offset] = network.collectives[collective];
  const traffic = bytes * scalar * (1 + (offset ?? 0) / members);
  return network.latencySeconds + traffic / (network.bytesPerSecond * network.efficiency);
}
