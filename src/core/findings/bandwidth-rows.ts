import type { Evaluation } from '../evaluation.js';
import { BANDWIDTH_KINDS, type BandwidthCarrier, type BandwidthKind } from '../quantities/bandwidth-kinds.js';
import { offloadShares } from '../quantities/bandwidth-share.js';
import { bandwidthSlack, type BandwidthSlack } from '../quantities/bandwidth-slack.js';
import { quantity } from '../quantities/registry.js';
import { tierName } from '../system/tier-name.js';

/**
 * Whether what can be hidden is: `met`, `short`; `nothing` where there is nothing of the kind to hide; `off` where the
 * strategy does not ask for it (what it would need is still shown where it could).
 */
export type BandwidthState = 'met' | 'short' | 'nothing' | 'off';

/** What hiding one kind of traffic takes and what there is. Bytes/s; null where there are no numbers. */
export interface BandwidthRow {
  readonly id: string;
  readonly label: string;
  /** What carries it: "Tier 0 · scale-up", "offload tier". */
  readonly carrier: string;
  /** Of its carrier, in a backward pass: offload classes only. */
  readonly share: number | null;
  /** The least that hides it: an offload class alone. */
  readonly needed: number | null;
  /** Whether other classes are offloaded, so that hiding alone is not hiding. */
  readonly alone: boolean;
  readonly there: number | null;
  /** There beyond what is needed; negative is missing. */
  readonly slack: number | null;
  /** What the reference's formula gives for what is needed; null where it speaks of another strategy than `needed`. */
  readonly reported: number | null;
  readonly state: BandwidthState;
  /** What is exposed beyond the window, where it is known for this kind alone. */
  readonly exposedSeconds: number | null;
}

const LABELS: Readonly<Record<string, string>> = {
  'tensor-overlap-bandwidth': 'TP overlap',
  'data-overlap-chunk-bandwidth': 'DP overlap, chunks',
  'data-overlap-tail-bandwidth': 'DP overlap, tail',
  'activation-offload-bandwidth': 'Offload activations',
  'weight-offload-bandwidth': 'Offload weights',
  'optimizer-offload-bandwidth': 'Offload optimizer',
  'offload-bandwidth': 'Offload, all',
};

const NOTHING = {
  carrier: '',
  share: null,
  needed: null,
  alone: false,
  there: null,
  slack: null,
  reported: null,
  state: 'off',
  exposedSeconds: null,
} as const;

const carrierName = (carrier: BandwidthCarrier, tiers: number): string =>
  carrier === 'offload' ? 'offload tier' : tierName(carrier, tiers);

function stateOf(isOn: boolean, slack: BandwidthSlack | null): BandwidthState {
  if (!isOn || slack === null) return 'off';
  if (!slack.isThere) return 'nothing';
  return slack.slackBytesPerSecond < 0 ? 'short' : 'met';
}

function rowOf(evaluation: Evaluation, kind: BandwidthKind): BandwidthRow {
  const { strategy, system } = evaluation;
  const { id } = kind;
  const isOn = kind.isOn(strategy);
  const slack = bandwidthSlack(evaluation, kind);
  const shares: Readonly<Record<string, number | null>> = offloadShares(evaluation);
  const share = shares[id] ?? null;
  // What is exposed of all that is offloaded is of no class alone.
  const exposedSeconds = isOn ? kind.exposedSeconds(evaluation) : null;
  // Nothing at all is offloaded: there is nothing to ask of the whole.
  const isAsked = slack !== null && (isOn || slack.isThere);
  const formula = quantity(id);
  const reported = formula.value(evaluation);
  return {
    id,
    label: LABELS[id] ?? id,
    carrier: carrierName(kind.carrier(strategy), system.networks.length),
    share,
    needed: isAsked ? slack.neededBytesPerSecond : null,
    alone: id in shares && Object.entries(shares).some(([other, of]) => other !== id && of !== null),
    there: kind.thereBytesPerSecond(evaluation),
    slack: isAsked ? slack.slackBytesPerSecond : null,
    // An overlap that is off needs nothing by the reference; of a class it says the same on or off.
    reported: isAsked && formula.value(slack.evaluation) === reported ? reported : null,
    state: stateOf(isOn, slack),
    exposedSeconds: id in shares && exposedSeconds !== 0 ? null : exposedSeconds,
  };
}

/** Everything that can be hidden: the bandwidth that would do it beside what there is. */
export function bandwidthRows(evaluation: Evaluation | null): BandwidthRow[] {
  return BANDWIDTH_KINDS.map((kind) =>
    evaluation === null ? { ...NOTHING, id: kind.id, label: LABELS[kind.id] ?? kind.id } : rowOf(evaluation, kind),
  );
}
