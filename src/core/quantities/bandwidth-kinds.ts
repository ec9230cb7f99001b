import { keptActivationBytes } from '../batch/offload.js';
import type { Evaluation } from '../evaluation.js';
import { offloadsAnything } from '../strategy/feasibility.js';
import type { Strategy } from '../strategy/strategy.js';
import {
  networkBandwidth,
  offloadBandwidthFor,
  offloadBandwidthThere,
  offloadExposedSeconds,
} from './bandwidth-there.js';
import { dataOverhangWith, offloadExposedWith, tensorOverhangWith } from './bandwidth-times.js';
import { dataOverlapExposed, tensorOverlapExposed } from './overlap-exposed.js';
import type { BytesPerSecond, Seconds } from './units.js';

/** What carries a kind of traffic: a network tier by its number, or the link of the offload tier. */
export type BandwidthCarrier = number | 'offload';

/** One kind of traffic that bandwidth can hide. */
export interface BandwidthKind {
  /** The id of the bandwidth that the reference reports for it. */
  readonly id: string;
  /** Whether the strategy asks for it to be hidden. */
  readonly isOn: (strategy: Strategy) => boolean;
  /** The strategy that has it, and of the offload classes nothing but it. */
  readonly only: (strategy: Strategy) => Strategy;
  readonly carrier: (strategy: Strategy) => BandwidthCarrier;
  /** Whether an evaluation that asks for it has anything of it. */
  readonly isThere: (evaluation: Evaluation) => boolean;
  /** What of it reaches beyond the window in a batch: what is exposed by construction is not counted. */
  readonly exposedSeconds: (evaluation: Evaluation) => Seconds;
  /** The same if it, and no other traffic, had `times` the bandwidth. */
  readonly exposedWith: (evaluation: Evaluation, times: number) => Seconds;
  /** What its carrier gives for it. */
  readonly thereBytesPerSecond: (evaluation: Evaluation) => BytesPerSecond;
}

const NO_OFFLOAD = { weightOffload: false, activationOffload: false, optimizerOffload: false } as const;

const dataKind = (part: 'chunk' | 'tail'): BandwidthKind => ({
  id: `data-overlap-${part}-bandwidth`,
  isOn: (strategy) => strategy.dataOverlap,
  only: (strategy) => ({ ...strategy, dataOverlap: true }),
  carrier: (strategy) => strategy.dataTier,
  isThere: (evaluation) => dataOverlapExposed(evaluation)[part === 'chunk' ? 'hasChunks' : 'hasTail'],
  exposedSeconds: ({ time }) => (part === 'chunk' ? time.dataChunkOverhangSeconds : time.dataTailOverhangSeconds),
  exposedWith: (evaluation, times) => dataOverhangWith(evaluation, times)[`${part}OverhangSeconds`],
  thereBytesPerSecond: ({ system, strategy }) => networkBandwidth(system.networks[strategy.dataTier]),
});

type OffloadFlag = keyof typeof NO_OFFLOAD;

const offloadKind = (id: string, flag: OffloadFlag, bytesOf: (evaluation: Evaluation) => number): BandwidthKind => ({
  id,
  isOn: (strategy) => strategy[flag],
  only: (strategy) => ({ ...strategy, ...NO_OFFLOAD, [flag]: true }),
  carrier: () => 'offload',
  isThere: (evaluation) => evaluation.offload.bindingBytes > 0,
  exposedSeconds: offloadExposedSeconds,
  exposedWith: offloadExposedWith,
  thereBytesPerSecond: (evaluation) => offloadBandwidthFor(evaluation, bytesOf(evaluation)),
});

/** Everything that bandwidth can hide; each offload class alone, and all that is offloaded together. */
export const BANDWIDTH_KINDS: readonly BandwidthKind[] = [
  {
    id: 'tensor-overlap-bandwidth',
    isOn: (strategy) => strategy.tensorOverlap !== 'none',
    // Of the two schemes the ring leaves the less exposed.
    only: (strategy) => (strategy.tensorOverlap === 'none' ? { ...strategy, tensorOverlap: 'ring' } : strategy),
    carrier: (strategy) => strategy.tensorTier,
    isThere: ({ time }) => time.tensorLinkSeconds > 0,
    exposedSeconds: (evaluation) => tensorOverlapExposed(evaluation).overhangSeconds,
    exposedWith: tensorOverhangWith,
    thereBytesPerSecond: ({ system, strategy }) => networkBandwidth(system.networks[strategy.tensorTier]),
  },
  dataKind('chunk'),
  dataKind('tail'),
  offloadKind('activation-offload-bandwidth', 'activationOffload', ({ block, strategy }) =>
    keptActivationBytes(block, strategy),
  ),
  offloadKind('weight-offload-bandwidth', 'weightOffload', ({ block }) => block.weightBytes),
  // The reference sizes its need by these bytes; what is there is said of the same.
  offloadKind(
    'optimizer-offload-bandwidth',
    'optimizerOffload',
    ({ block }) => block.weightGradientBytes + block.optimizerStateBytes,
  ),
  {
    id: 'offload-bandwidth',
    isOn: offloadsAnything,
    only: (strategy) => strategy,
    carrier: () => 'offload',
    isThere: (evaluation) => evaluation.offload.bindingBytes > 0,
    exposedSeconds: offloadExposedSeconds,
    exposedWith: offloadExposedWith,
    thereBytesPerSecond: offloadBandwidthThere,
  },
];
