import type { Collective } from '../../inputs/design.js';
import { networkBandwidth } from '../bandwidth-there.js';
import type { Strategy } from '../../strategy/strategy.js';
import type { Definition } from './definition.js';
import { inner } from './definition.js';
import type { Expression, Operand } from './expression.js';
import { add, divide, law, multiply, selected } from './expression.js';
import { IN, inputId } from './input-ids.js';
import type { Workings } from './workings.js';

/** The kinds of traffic, each on a tier of its own choice. */
export type Traffic = 'tensor' | 'pipeline' | 'data';

const TIERS: Readonly<Record<Traffic, keyof Strategy & `${Traffic}Tier`>> = {
  tensor: 'tensorTier',
  pipeline: 'pipelineTier',
  data: 'dataTier',
};
const LABELS: Readonly<Record<Traffic, string>> = { tensor: 'TP', pipeline: 'PP', data: 'DP' };
const COLLECTIVES: Readonly<Record<Traffic, readonly Collective[]>> = {
  tensor: ['all_gather', 'reduce_scatter', 'all_reduce'],
  pipeline: ['p2p'],
  data: ['all_gather', 'reduce_scatter', 'all_reduce'],
};
const NAMES: Readonly<Record<Collective, { readonly label: string; readonly short: string }>> = {
  p2p: { label: 'point to point', short: 'p2p' },
  all_gather: { label: 'all-gather', short: 'AG' },
  reduce_scatter: { label: 'reduce-scatter', short: 'RS' },
  all_reduce: { label: 'all-reduce', short: 'AR' },
};

const tierOf = ({ evaluation }: Workings, traffic: Traffic): number => evaluation.strategy[TIERS[traffic]];
const networkOf = (workings: Workings, traffic: Traffic) =>
  workings.evaluation.system.networks[tierOf(workings, traffic)];
const field = (workings: Workings, traffic: Traffic, path: string): string =>
  inputId('system', `networks.${tierOf(workings, traffic)}.${path}`);

function ofTraffic(traffic: Traffic): Definition[] {
  const by = IN[TIERS[traffic]];
  const name = LABELS[traffic];
  return [
    inner(
      `${traffic}-latency`,
      `${name} latency`,
      `α_${name}`,
      'seconds',
      `Paid for each message or collective of ${name} traffic, even an empty one.`,
      (w) => selected(field(w, traffic, 'latency'), by),
      (w) => networkOf(w, traffic)?.latencySeconds ?? null,
    ),
    inner(
      `${traffic}-bandwidth`,
      `${name} bandwidth`,
      `β_${name}`,
      'bytes-per-second',
      `What messages of ${name} traffic reach in one direction: the tier’s bandwidth times its efficiency.`,
      (w) => multiply(selected(field(w, traffic, 'bandwidth'), by), selected(field(w, traffic, 'efficiency'), by)),
      (w) => networkBandwidth(networkOf(w, traffic)),
    ),
    inner(
      `${traffic}-usage`,
      `${name} processor use`,
      `u_${name}`,
      'fraction',
      `Share of compute that the network of ${name} traffic takes while it is busy.`,
      (w) => selected(field(w, traffic, 'processor_usage'), by),
      (w) => networkOf(w, traffic)?.processorUsage ?? null,
    ),
    ...COLLECTIVES[traffic].flatMap((collective) =>
      (['scalar', 'offset'] as const).map((part) =>
        inner(
          `${traffic}-${collective}-${part}`,
          `${name} ${NAMES[collective].label} ${part}`,
          `${part === 'scalar' ? 'c' : 'o'}_${NAMES[collective].short}`,
          'count',
          part === 'scalar'
            ? `How many times over a ${NAMES[collective].label} moves its data, with very many members.`
            : `What the number of members n adds to that: the data is moved 1 + offset/n times as often.`,
          (w) => law(field(w, traffic, `ops.${collective}`), part, by),
          (w) => networkOf(w, traffic)?.collectives[collective][part === 'scalar' ? 0 : 1] ?? 0,
        ),
      ),
    ),
  ];
}

/** What the tiers that carry each kind of traffic have to offer. */
export const NETWORK_FORMULAS: readonly Definition[] = (['tensor', 'pipeline', 'data'] as const).flatMap(ofTraffic);

/** Time of one collective: latency, and what it moves over the bandwidth. */
export const collectiveTime = (
  traffic: Traffic,
  collective: Collective,
  bytes: Operand,
  members: Operand,
): Expression =>
  add(
    `${traffic}-latency`,
    divide(
      multiply(bytes, `${traffic}-${collective}-scalar`, add(1, divide(`${traffic}-${collective}-offset`, members))),
      `${traffic}-bandwidth`,
    ),
  );
