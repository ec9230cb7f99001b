import type { Evaluation } from '../../core/evaluation.js';
import { BANDWIDTH_KINDS, type BandwidthCarrier, type BandwidthKind } from '../../core/quantities/bandwidth-kinds.js';
import { offloadShares } from '../../core/quantities/bandwidth-share.js';
import { bandwidthSlack, type BandwidthSlack } from '../../core/quantities/bandwidth-slack.js';
import { formatQuantity, formatRatio } from '../../core/quantities/format.js';
import { dataOverlapExposed, tensorOverlapExposed } from '../../core/quantities/overlap-exposed.js';
import { quantity } from '../../core/quantities/registry.js';
import { tierName } from '../../ui/tier-name.js';

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

const ratioOf = ({ needed, there }: BandwidthRow): number => (needed ?? 0) / (there ?? 0);

/** "met", "met alone", "short 1.52×", "short", "nothing to hide", "would be met", "off", "—". */
export function stateText(row: BandwidthRow): string {
  const alone = row.alone ? ' alone' : '';
  switch (row.state) {
    case 'met':
      return `met${alone}`;
    case 'short':
      return Number.isFinite(row.needed) ? `short${alone} ${formatRatio(ratioOf(row))}` : `short${alone}`;
    case 'nothing':
      return 'nothing to hide';
    case 'off':
      if (row.slack === null) return row.there === null ? '—' : 'off';
      return `would be ${row.slack < 0 ? 'short' : 'met'}${alone}`;
  }
}

/** "12.3 GB/s", "would need 12.3 GB/s", "none would do", "—". */
export function neededText({ needed, state }: BandwidthRow, precise = false): string {
  if (needed === null || state === 'nothing') return '—';
  if (!Number.isFinite(needed)) return 'none would do';
  const text = needed === 0 ? 'any' : formatQuantity(needed, 'bytes-per-second', { precise });
  return state === 'off' ? `would need ${text}` : text;
}

/** "+410 GB/s (2.30× the need)", "140 GB/s missing (needs 1.52×)", "no window to hide it in". */
export function slackText(row: BandwidthRow): string {
  const { slack, needed } = row;
  if (slack === null || needed === null || row.state === 'nothing') return '—';
  if (!Number.isFinite(slack)) return 'no window to hide it in';
  const text = formatQuantity(Math.abs(slack), 'bytes-per-second');
  if (slack < 0) return `${text} missing (needs ${formatRatio(ratioOf(row))})`;
  return needed === 0 ? `+${text} (any would do)` : `+${text} (${formatRatio(1 / ratioOf(row))} the need)`;
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
  const time = worst.exposedSeconds === null ? '' : `${formatQuantity(worst.exposedSeconds, 'seconds')} exposed, `;
  if (!Number.isFinite(worst.needed)) return `${worst.label}: ${time}no bandwidth would hide it`;
  return `${worst.label}: ${time}to hide it takes ${formatRatio(ratioOf(worst))} the bandwidth there is`;
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
