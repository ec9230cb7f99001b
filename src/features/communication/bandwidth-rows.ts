import { keptActivationBytes } from '../../core/batch/offload.js';
import type { Evaluation } from '../../core/evaluation.js';
import {
  networkBandwidth,
  offloadBandwidthFor,
  offloadBandwidthThere,
  offloadExposedSeconds,
} from '../../core/quantities/bandwidth-there.js';
import { formatRatio } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { offloadsAnything } from '../../core/strategy/feasibility.js';
import { tierName } from '../../ui/tier-name.js';

/**
 * Whether a bandwidth is enough: `met`, `short`; `unneeded` where there is nothing to hide or no window to hide
 * it in; `off` where the strategy does not ask for it (what it would need is still shown where it is known).
 */
export type BandwidthState = 'met' | 'short' | 'unneeded' | 'off';

/** What hiding one kind of traffic takes and what there is. Bytes/s; null where there are no numbers. */
export interface BandwidthRow {
  readonly id: string;
  readonly label: string;
  /** What carries it: "Tier 0 · scale-up", "offload tier". */
  readonly carrier: string;
  readonly needed: number | null;
  readonly there: number | null;
  readonly state: BandwidthState;
}

interface Wish {
  readonly id: string;
  readonly label: string;
  readonly carrier: string;
  readonly isOn: boolean;
  readonly there: number;
  /** Known to be hidden or not, whatever the bandwidths say. */
  readonly isExposed?: boolean;
}

function wishes(evaluation: Evaluation): Wish[] {
  const { strategy, system, block } = evaluation;
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
  const offload = (bytes: number) => ({ carrier: 'offload tier', there: offloadBandwidthFor(evaluation, bytes) });
  return [
    { id: 'tensor-overlap-bandwidth', label: 'TP overlap', isOn: strategy.tensorOverlap !== 'none', ...tensor },
    { id: 'data-overlap-chunk-bandwidth', label: 'DP overlap, chunks', ...data },
    { id: 'data-overlap-tail-bandwidth', label: 'DP overlap, tail', ...data },
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
      isExposed: offloadExposedSeconds(evaluation) > 0,
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

function stateOf(needed: number, there: number, isExposed: boolean | undefined): BandwidthState {
  if (isExposed !== undefined) return isExposed ? 'short' : 'met';
  if (needed === 0) return 'unneeded';
  return needed > there ? 'short' : 'met';
}

/** Everything that can be hidden: the bandwidth that would do it beside what there is. */
export function bandwidthRows(evaluation: Evaluation | null): BandwidthRow[] {
  if (evaluation === null) return NAMES.map((name) => ({ ...name, needed: null, there: null, state: 'off' }));
  return wishes(evaluation).map(({ isOn, isExposed, ...wish }) => {
    const needed = quantity(wish.id).value(evaluation) ?? 0;
    return { ...wish, needed, state: isOn ? stateOf(needed, wish.there, isExposed) : 'off' };
  });
}

/** "met", "short 1.52×", "off", "no window". */
export function stateText({ state, needed, there }: BandwidthRow): string {
  switch (state) {
    case 'met':
      return 'met';
    case 'short':
      return (needed ?? 0) > (there ?? 0) ? `short ${formatRatio((needed ?? 0) / (there ?? 0))}` : 'exposed';
    case 'off':
      return needed === null ? '—' : 'off';
    default:
      return 'nothing or no window';
  }
}

/** What the bandwidths show: which wish falls short, and by how much. */
export function bandwidthFinding(evaluation: Evaluation | null, rows: readonly BandwidthRow[]): string {
  if (evaluation === null) return 'Bandwidth needed to hide traffic, and what there is';
  const on = rows.filter((row) => row.state !== 'off');
  if (on.length === 0) return 'Nothing is overlapped or offloaded, so no bandwidth is needed to hide it';
  const ratio = (row: BandwidthRow): number => (row.needed ?? 0) / (row.there ?? 1);
  const short = on.filter((row) => row.state === 'short').toSorted((a, b) => ratio(b) - ratio(a));
  const [worst] = short;
  if (worst === undefined) return 'There is bandwidth enough to hide what is overlapped and offloaded';
  if (ratio(worst) <= 1) return `${worst.label}: not hidden, there is no window for it`;
  return `${worst.label} would need ${formatRatio(ratio(worst))} the bandwidth there is to hide`;
}
