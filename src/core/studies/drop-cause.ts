import type { ModelInput, SystemInput } from '../inputs/design.js';
import { divisors } from '../strategy/divisors.js';
import type { Finding } from './question.js';
import { count, listed } from './words.js';

/** Which constraint makes the best rate fall from one size of system to the next. */
export interface DropCause {
  readonly label: 'memory' | 'NVLink domain' | 'divisors of h, a' | 'p divides L' | 'network' | 'batch' | 'schedule';
  readonly detail: string;
}

export interface Drop {
  readonly model: ModelInput;
  readonly system: SystemInput;
  /** Sizes before and after. */
  readonly from: number;
  readonly to: number;
  readonly before: Finding;
  readonly after: Finding;
  /** The search over the earlier size's split at the later size; null where that split does not exist. */
  readonly sameSplit: Finding | null;
}

const splitText = ({ best }: Finding): string =>
  best === null
    ? 'nothing'
    : `t ${best.strategy.tensor_par}, p ${best.strategy.pipeline_par}, d ${best.strategy.data_par}`;

/** Whether the split of the earlier size can be asked of the later: t · p divides it. */
export function splitExists({ best }: Finding, processors: number): boolean {
  return best !== null && processors % (best.strategy.tensor_par * best.strategy.pipeline_par) === 0;
}

/**
 * Why the rate falls: the split that won before is followed to the next size. Where it does not exist, a divisor is
 * missing; where it exists and nothing of it is feasible, a limit is; else its schedule has become worse.
 */
export function dropCause(drop: Drop): DropCause {
  const { before, after, sameSplit, to } = drop;
  const winner = before.best?.strategy;
  if (winner === undefined) return { label: 'schedule', detail: '' };
  const change = `${splitText(before)} at ${count(drop.from)} becomes ${splitText(after)} at ${count(to)}`;
  const told = (label: DropCause['label'], why: string): DropCause => ({ label, detail: `${change}: ${why}.` });
  if (sameSplit !== null) return limitCause(drop, sameSplit, told);
  if (after.best === null && after.evaluated > 0 && after.infeasible.tier1_capacity > after.evaluated / 2)
    return told('memory', `none of ${count(after.evaluated)} strategies fits in HBM`);
  return divisorCause(drop, winner.tensor_par, winner.pipeline_par, told);
}

type Tell = (label: DropCause['label'], why: string) => DropCause;

function limitCause({ before, to }: Drop, same: Finding, told: Tell): DropCause {
  const winner = before.best?.strategy;
  if (same.best === null) {
    const { tier1_capacity, tier2_capacity, network_size, network_not_filled } = same.infeasible;
    if (network_size + network_not_filled > tier1_capacity + tier2_capacity)
      return told('network', 'the same split no longer fits its networks');
    return told('memory', 'the same split no longer fits in memory, its optimizer and batch shared by other replicas');
  }
  const batch = same.best.strategy.batch_size;
  if (batch !== winner?.batch_size)
    return told('batch', `d = ${same.best.strategy.data_par} divides a batch of ${count(batch)} at most`);
  return told('schedule', `the same split at ${count(to)} has other microbatches and a longer bubble`);
}

function divisorCause({ model, system, after, to }: Drop, t: number, p: number, told: Tell): DropCause {
  const domain = system.networks[0]?.size ?? Number.POSITIVE_INFINITY;
  const next = after.best?.strategy;
  const tensor = divisors(to).filter(
    (each) => model.hidden % each === 0 && model.attn_heads % each === 0 && model.feedforward % each === 0,
  );
  if (next !== undefined && next.tensor_par > domain && t <= domain)
    return told('NVLink domain', `t ${next.tensor_par} crosses the NVLink domain of ${count(domain)}`);
  if (to % t !== 0)
    return told('divisors of h, a', `t must divide N, h and a, so that t is one of ${listed(tensor.map(String))}`);
  const pipeline = divisors(to / t).filter((each) => model.num_blocks % each === 0);
  return told(
    'p divides L',
    `p ${p} does not divide N/t = ${count(to / t)}; with L = ${model.num_blocks} blocks p is one of ${listed(pipeline.map(String))}`,
  );
}
