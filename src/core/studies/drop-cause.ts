import type { ModelInput, SystemInput } from '../inputs/design.js';
import { divisors } from '../strategy/divisors.js';
import type { Finding } from './question.js';
import { count, listed } from './words.js';

/** What makes a rate fall, as it is drawn, and in a sentence about many; null where it is not known yet. */
const CAUSES = {
  memory: 'memory',
  'NVLink domain': 'the NVLink domain',
  't does not divide N': 't not dividing N',
  'p does not divide N/t': 'p not dividing N/t',
  network: 'a network',
  batch: 'the batch',
  schedule: 'the schedule',
  'not searched yet': null,
} as const;

/** Which constraint makes the best rate fall from one size of system to the next. */
export interface DropCause {
  readonly label: keyof typeof CAUSES;
  readonly detail: string;
}

/** The cause that most falls have, as a sentence about them has it; null where none is known. */
export function mostlyFrom(labels: readonly DropCause['label'][]): string | null {
  const counts = new Map<string, number>();
  for (const label of labels) {
    const cause = CAUSES[label];
    if (cause !== null) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

export interface Drop {
  readonly model: ModelInput;
  readonly system: SystemInput;
  /** Sizes before and after. */
  readonly from: number;
  readonly to: number;
  readonly before: Finding;
  readonly after: Finding;
  /** The search over the earlier size's split at the later size; null where that split does not exist, or is still to be asked. */
  readonly sameSplit: Finding | null;
}

const oneOf = (values: readonly number[]): string =>
  values.length === 1 ? String(values[0]) : `one of ${listed(values.map(String))}`;

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
  if (splitExists(before, to))
    return told('not searched yet', 'the same split exists, and its own search is still to come');
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
    return told(
      't does not divide N',
      `t ${t} does not divide N = ${count(to)}; t must also divide h, f and a, so that it is ${oneOf(tensor)}`,
    );
  const pipeline = divisors(to / t).filter((each) => model.num_blocks % each === 0);
  return told(
    'p does not divide N/t',
    `p ${p} does not divide N/t = ${count(to / t)}; p must also divide the ${count(model.num_blocks)} blocks, so that it is ${oneOf(pipeline)}`,
  );
}
