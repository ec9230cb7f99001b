import { keptActivationBytes } from '../../core/batch/offload.js';
import type { Evaluation } from '../../core/evaluation.js';
import {
  networkBandwidth,
  offloadBandwidthFor,
  offloadBandwidthThere,
  offloadExposedSeconds,
} from '../../core/quantities/bandwidth-there.js';
import { formatQuantity, formatRatio } from '../../core/quantities/format.js';
import { dataOverlapExposed, tensorOverlapExposed } from '../../core/quantities/overlap-exposed.js';
import { quantity } from '../../core/quantities/registry.js';
import { offloadsAnything } from '../../core/strategy/feasibility.js';
import { tierName } from '../../ui/tier-name.js';

/**
 * Whether what can be hidden is: `met`, `short`; `nothing` where there is nothing of the kind to hide; `off` where the
 * strategy does not ask for it (what it would need is still shown where it is known). The exposed time decides: the
 * bandwidth needed is 0 or infinite where there is no window to hide in.
 */
export type BandwidthState = 'met' | 'short' | 'nothing' | 'off';

/** What hiding one kind of traffic takes and what there is. Bytes/s; null where there are no numbers. */
export interface BandwidthRow {
  readonly id: string;
  readonly label: string;
  /** What carries it: "Tier 0 · scale-up", "offload tier". */
  readonly carrier: string;
  readonly needed: number | null;
  readonly there: number | null;
  readonly state: BandwidthState;
  /** What is exposed beyond the window, where it is known for this kind alone. */
  readonly exposedSeconds: number | null;
}

interface Wish {
  readonly id: string;
  readonly label: string;
  readonly carrier: string;
  readonly isOn: boolean;
  readonly isThere: boolean;
  readonly there: number;
  readonly exposedSeconds: number | null;
}

function wishes(evaluation: Evaluation): Wish[] {
  const { strategy, system, block } = evaluation;
  const tensorExposed = tensorOverlapExposed(evaluation);
  const dataExposed = dataOverlapExposed(evaluation);
  const offloadExposed = offloadExposedSeconds(evaluation);
  const network = (tier: number): number => networkBandwidth(system.networks[tier]);
  const tensor = {
    carrier: tierName(strategy.tensorTier, system.networks.length),
    there: network(strategy.tensorTier),
  };
  const data = {
    carrier: tierName(strategy.dataTier, system.networks.length),
    there: network(strategy.dataTier),
    isOn: strategy.dataOverlap,
  };
  // One class alone has no exposed time of its own: it is short when its need is, while offloading is exposed at all.
  const offload = (bytes: number) => ({
    carrier: 'offload tier',
    there: offloadBandwidthFor(evaluation, bytes),
    isThere: bytes > 0,
    exposedSeconds: offloadExposed > 0 ? null : 0,
  });
  return [
    {
      id: 'tensor-overlap-bandwidth',
      label: 'TP overlap',
      isOn: strategy.tensorOverlap !== 'none',
      isThere: evaluation.time.tensorLinkSeconds > 0,
      exposedSeconds: tensorExposed.overhangSeconds,
      ...tensor,
    },
    {
      id: 'data-overlap-chunk-bandwidth',
      label: 'DP overlap, chunks',
      isThere: dataExposed.hasChunks,
      exposedSeconds: dataExposed.chunkOverhangSeconds,
      ...data,
    },
    {
      id: 'data-overlap-tail-bandwidth',
      label: 'DP overlap, tail',
      isThere: dataExposed.hasTail,
      exposedSeconds: dataExposed.tailOverhangSeconds,
      ...data,
    },
    {
      id: 'activation-offload-bandwidth',
      label: 'Offload activations',
      isOn: strategy.activationOffload,
      ...offload(keptActivationBytes(block, strategy)),
    },
    {
      id: 'weight-offload-bandwidth',
      label: 'Offload weights',
      isOn: strategy.weightOffload,
      ...offload(block.weightBytes),
    },
    {
      id: 'optimizer-offload-bandwidth',
      label: 'Offload optimizer',
      isOn: strategy.optimizerOffload,
      ...offload(block.weightGradientBytes + block.optimizerStateBytes),
    },
    {
      id: 'offload-bandwidth',
      label: 'Offload, all',
      isOn: offloadsAnything(strategy),
      carrier: 'offload tier',
      there: offloadBandwidthThere(evaluation),
      isThere: evaluation.offload.bindingBytes > 0,
      exposedSeconds: offloadExposed,
    },
  ];
}

const NAMES: readonly Pick<BandwidthRow, 'id' | 'label' | 'carrier'>[] = [
  { id: 'tensor-overlap-bandwidth', label: 'TP overlap', carrier: '' },
  { id: 'data-overlap-chunk-bandwidth', label: 'DP overlap, chunks', carrier: '' },
  { id: 'data-overlap-tail-bandwidth', label: 'DP overlap, tail', carrier: '' },
  { id: 'activation-offload-bandwidth', label: 'Offload activations', carrier: '' },
  { id: 'weight-offload-bandwidth', label: 'Offload weights', carrier: '' },
  { id: 'optimizer-offload-bandwidth', label: 'Offload optimizer', carrier: '' },
  { id: 'offload-bandwidth', label: 'Offload, all', carrier: '' },
];

function stateOf({ isOn, isThere, exposedSeconds, there }: Wish, needed: number): BandwidthState {
  if (!isOn) return 'off';
  if (!isThere) return 'nothing';
  if (exposedSeconds !== null) return exposedSeconds > 0 ? 'short' : 'met';
  return needed > there ? 'short' : 'met';
}

/** Everything that can be hidden: the bandwidth that would do it beside what there is. */
export function bandwidthRows(evaluation: Evaluation | null): BandwidthRow[] {
  if (evaluation === null) {
    return NAMES.map((name) => ({ ...name, needed: null, there: null, state: 'off', exposedSeconds: null }));
  }
  return wishes(evaluation).map((wish) => {
    const { id, label, carrier, there, isOn, exposedSeconds } = wish;
    const needed = quantity(id).value(evaluation) ?? 0;
    const state = stateOf(wish, needed);
    return { id, label, carrier, needed, there, state, exposedSeconds: isOn ? exposedSeconds : null };
  });
}

const ratioOf = ({ needed, there }: BandwidthRow): number => (needed ?? 0) / (there ?? 0);
const hasWindow = ({ needed }: BandwidthRow): boolean => needed !== 0 && Number.isFinite(needed);

/** "met", "short 1.52×", "no window", "short 2.05 s", "nothing to hide", "off". */
export function stateText(row: BandwidthRow): string {
  switch (row.state) {
    case 'met':
      return 'met';
    case 'short':
      if (!hasWindow(row)) return 'no window';
      return ratioOf(row) > 1
        ? `short ${formatRatio(ratioOf(row))}`
        : `short ${formatQuantity(row.exposedSeconds, 'seconds')}`;
    case 'nothing':
      return 'nothing to hide';
    case 'off':
      return row.needed === null ? '—' : 'off';
  }
}

/** What the bandwidths show: which wish falls short, and by how much. */
export function bandwidthFinding(evaluation: Evaluation | null, rows: readonly BandwidthRow[]): string {
  if (evaluation === null) return 'Bandwidth needed to hide traffic, and what there is';
  const on = rows.filter((row) => row.state !== 'off');
  if (on.length === 0) return 'Nothing is overlapped or offloaded, so no bandwidth is needed to hide it';
  if (on.every((row) => row.state === 'nothing')) return 'There is nothing that an overlap could hide';
  const exposed = (row: BandwidthRow): number => row.exposedSeconds ?? 0;
  const short = on.filter((row) => row.state === 'short');
  const [worst] = short.toSorted((a, b) => exposed(b) - exposed(a) || ratioOf(b) - ratioOf(a));
  if (worst === undefined) {
    const left = constructionParts(evaluation).reduce((sum, [seconds]) => sum + seconds, 0);
    return left === 0
      ? 'There is bandwidth enough to hide what is overlapped and offloaded'
      : `All that an overlap can hide is hidden; ${formatQuantity(left, 'seconds')} is exposed whatever the bandwidth`;
  }
  const time = formatQuantity(worst.exposedSeconds, 'seconds');
  if (!hasWindow(worst)) return `${worst.label}: ${time} exposed, there is no window to hide it in`;
  if (ratioOf(worst) > 1) {
    return `${worst.label}: ${time} exposed, to hide it would need ${formatRatio(ratioOf(worst))} the bandwidth there is`;
  }
  return `${worst.label}: ${time} exposed beyond the window`;
}

/** What stays exposed whatever the bandwidth, because of how the overlap works. */
function constructionParts(evaluation: Evaluation): (readonly [seconds: number, what: string])[] {
  const { strategy } = evaluation;
  const parts: (readonly [seconds: number, what: string])[] = [];
  if (strategy.tensorOverlap !== 'none') {
    parts.push([tensorOverlapExposed(evaluation).constructionSeconds, 'TP: one tile of each piped exchange']);
  }
  if (strategy.dataOverlap) {
    const { lastBlockSeconds, contentionSeconds } = dataOverlapExposed(evaluation);
    parts.push([lastBlockSeconds, 'DP: the last block, with nothing left to compute']);
    parts.push([contentionSeconds, 'DP: computing slowed by the network’s processor use']);
  }
  return parts.filter(([seconds]) => seconds > 0);
}

/** The same as a line of text; '' for nothing. */
export const constructionText = (evaluation: Evaluation | null): string =>
  evaluation === null
    ? ''
    : constructionParts(evaluation)
        .map(([seconds, what]) => `${formatQuantity(seconds, 'seconds')} (${what})`)
        .join(', ');
