import type { Evaluation } from '../../core/evaluation.js';
import { networkBandwidth } from '../../core/quantities/bandwidth-there.js';
import { counted } from '../../core/quantities/counted.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { inputId } from '../../core/quantities/formula/input-ids.js';
import { quantity } from '../../core/quantities/registry.js';
import { tierName } from '../../core/system/tier-name.js';
import { TIME_PAINT, type Paint } from '../../ui/palette.js';

/** One kind of traffic over a batch. Seconds; null where there are no numbers. */
export interface TrafficRow {
  readonly id: string;
  readonly label: string;
  readonly paint: Paint;
  readonly linkId: string;
  readonly linkSeconds: number | null;
  readonly exposedSeconds: number | null;
  /** The network tier that carries it, and how many processors talk. */
  readonly tier: string | null;
  readonly members: number | null;
  readonly bytesPerSecond: number | null;
  readonly latencySeconds: number | null;
  /** Ids of the quantities and inputs behind what the link has to offer. */
  readonly how: {
    readonly tier: string;
    readonly members: string;
    readonly bandwidth: string;
    readonly latency: string;
  };
}

const how = (traffic: 'tensor' | 'pipeline' | 'data'): TrafficRow['how'] => ({
  tier: inputId('strategy', `${traffic}_par_net`),
  members: inputId('strategy', `${traffic}_par`),
  bandwidth: `${traffic}-bandwidth`,
  latency: `${traffic}-latency`,
});

const KINDS = [
  {
    id: 'tensor-exposed',
    linkId: 'tensor-link',
    label: 'Tensor parallel',
    traffic: 'tensor',
    tier: 'tensorTier',
    degree: 'tensorParallel',
  },
  {
    id: 'pipeline-exposed',
    linkId: 'pipeline-link',
    label: 'Pipeline',
    traffic: 'pipeline',
    tier: 'pipelineTier',
    degree: 'pipelineParallel',
  },
  {
    id: 'data-exposed',
    linkId: 'data-link',
    label: 'Data parallel',
    traffic: 'data',
    tier: 'dataTier',
    degree: 'dataParallel',
  },
  {
    id: 'recommunication-exposed',
    linkId: 'recommunication-link',
    label: 'Recommunication',
    traffic: 'tensor',
    tier: 'tensorTier',
    degree: 'tensorParallel',
  },
] as const;

/** The four kinds of traffic, with what each link has to offer. */
export function trafficRows(evaluation: Evaluation | null): TrafficRow[] {
  return KINDS.map(({ id, linkId, label, tier, degree, traffic }) => {
    const strategy = evaluation?.strategy;
    const network = strategy === undefined ? undefined : evaluation?.system.networks[strategy[tier]];
    return {
      id,
      linkId,
      label,
      paint: TIME_PAINT[id],
      linkSeconds: evaluation === null ? null : quantity(linkId).value(evaluation),
      exposedSeconds: evaluation === null ? null : quantity(id).value(evaluation),
      tier:
        evaluation === null || strategy === undefined
          ? null
          : tierName(strategy[tier], evaluation.system.networks.length),
      members: strategy?.[degree] ?? null,
      bytesPerSecond: network === undefined ? null : networkBandwidth(network),
      latencySeconds: network?.latencySeconds ?? null,
      how: how(traffic),
    };
  });
}

/** What carries a kind of traffic: "Tier 0 · scale-up, 8 members". */
export const carrierText = ({ tier, members }: TrafficRow): string =>
  tier === null || members === null ? '' : `${tier}, ${counted(members, 'members')}`;

/** What the link times show: how much of them the batch waits for, and for which kind most. */
export function trafficFinding(evaluation: Evaluation | null, rows: readonly TrafficRow[]): string {
  if (evaluation === null) return 'How long the links are busy, and how much of it is exposed';
  const link = rows.reduce((sum, row) => sum + (row.linkSeconds ?? 0), 0);
  const exposed = rows.reduce((sum, row) => sum + (row.exposedSeconds ?? 0), 0);
  if (!(link > 0)) return 'No traffic between processors';
  const most = rows.reduce((a, b) => ((b.exposedSeconds ?? 0) > (a.exposedSeconds ?? 0) ? b : a));
  const busy = `The links are busy for ${formatQuantity(link, 'seconds')}`;
  if (!(exposed > 0)) return `${busy}, all of it hidden`;
  const share = exposed > 0.999 * link ? 'all of it exposed' : `${formatQuantity(exposed, 'seconds')} of it exposed`;
  return `${busy}, ${share}; most is ${most.label.toLowerCase()} traffic`;
}
