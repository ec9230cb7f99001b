import { evaluateDesign } from '../evaluate.js';
import type { Evaluation } from '../evaluation.js';
import type { Design, StrategyInput } from '../inputs/design.js';
import { formatQuantity } from '../quantities/format.js';
import { offloadExposedSeconds } from '../quantities/bandwidth-there.js';
import { grouped } from '../quantities/grouped.js';
import { dataOverlapExposed, tensorOverlapExposed } from '../quantities/overlap-exposed.js';
import type { InfeasibleCode } from '../strategy/reasons.js';
import { STRATEGY_CHOICES, strategyChanges } from '../strategy/strategy-changes.js';
import type { StrategyChange } from '../strategy/strategy-changes.js';
import type { Finding } from './question.js';

/** Why nothing is drawn at a value: a word or two, and the sentence. */
export interface Hindrance {
  readonly label: string;
  readonly detail: string;
}

const LIMITS: Readonly<Record<InfeasibleCode, string>> = {
  tier1_capacity: 'HBM full',
  tier2_capacity: 'offload tier full',
  network_size: 'network tier too small',
  network_not_filled: 'network tier not filled',
  offload_needs_blocks: 'too few blocks to offload',
};

/** What bounds one strategy: the limit it breaks, and of each kind of traffic whether it is exposed. */
export interface OwnRegime {
  readonly hindrance: Hindrance | null;
  /** By kind, in a fixed order; empty for a design without numbers. */
  readonly exposed: readonly (readonly [kind: string, isExposed: boolean])[];
}

/** Less than this share of the batch time is the rounding of sums. */
const ROUNDING = 1e-9;

/**
 * Where an overlap is on, what it was to hide and does not: beyond what it leaves by construction. Where it is off, any
 * time of the kind.
 */
function exposures(evaluation: Evaluation): OwnRegime['exposed'] {
  const { strategy, time } = evaluation;
  const { chunkOverhangSeconds, tailOverhangSeconds } = dataOverlapExposed(evaluation);
  const seconds: readonly (readonly [string, number])[] = [
    [
      'TP',
      strategy.tensorOverlap === 'none' ? time.tensorExposedSeconds : tensorOverlapExposed(evaluation).overhangSeconds,
    ],
    ['DP', strategy.dataOverlap ? chunkOverhangSeconds + tailOverhangSeconds : time.dataExposedSeconds],
    ['offload', offloadExposedSeconds(evaluation)],
  ];
  return seconds.map(([kind, exposed]) => [kind, exposed > time.totalSeconds * ROUNDING]);
}

/** What bounds a design at its own strategy. */
export function ownRegime(design: Design): OwnRegime {
  const outcome = evaluateDesign(design);
  if (outcome.kind === 'feasible') return { hindrance: null, exposed: exposures(outcome.evaluation) };
  const detail = outcome.reasons.map(({ message }) => message).join(' ');
  if (outcome.kind === 'invalid') return { hindrance: { label: 'breaks a rule', detail }, exposed: [] };
  const [first, ...others] = outcome.reasons.map(({ code }) => LIMITS[code]);
  const label = `${first ?? ''}${others.length > 0 ? ' …' : ''}`;
  return { hindrance: { label, detail }, exposed: exposures(outcome.evaluation) };
}

/** A change of what bounds a strategy, from one value to the next. */
export interface OwnChange {
  readonly label: string;
  readonly detail: string;
}

/** What bounds `after` that did not bound `before`, and the other way round; the limits first. */
export function ownChanges(before: OwnRegime, after: OwnRegime): readonly OwnChange[] {
  const was = before.hindrance?.label ?? null;
  const is = after.hindrance?.label ?? null;
  const limits: OwnChange[] =
    was === is
      ? []
      : [
          {
            label: is ?? 'fits',
            detail: after.hindrance?.detail ?? `No longer: ${before.hindrance?.detail ?? ''}`,
          },
        ];
  if (was !== null || is !== null) return limits;
  return after.exposed.flatMap(([kind, isExposed], i): readonly OwnChange[] => {
    if (before.exposed[i]?.[1] === isExposed) return [];
    return isExposed
      ? [{ label: `${kind} exposed`, detail: `${kind} traffic is no longer hidden: its exposed time begins.` }]
      : [{ label: `${kind} hidden`, detail: `${kind} traffic is hidden: its exposed time ends.` }];
  });
}

/** What changes by necessity with the input, and makes no other strategy. */
const FOLLOWERS: Readonly<Record<string, readonly (keyof StrategyInput)[]>> = {
  num_procs: ['num_procs', 'data_par', 'batch_size'],
  tensor_par: ['tensor_par', 'data_par', 'batch_size'],
  pipeline_par: ['pipeline_par', 'data_par', 'batch_size'],
  data_par: ['data_par', 'pipeline_par', 'batch_size'],
};

/** What the best strategy does differently, but for the swept input and what has to follow it. */
export function bestChanges(path: string, before: StrategyInput, after: StrategyInput): readonly StrategyChange[] {
  const followers = FOLLOWERS[path] ?? STRATEGY_CHOICES.flatMap((each) => (each.path === path ? each.path : []));
  return strategyChanges(before, after).filter((change) => !followers.includes(change.path));
}

/** Why no strategy fits: what the nearest lacks, or the limit that stops most of them. */
export function nothingFits({ evaluated, infeasible, nearestMiss }: Finding): Hindrance {
  if (evaluated === 0) return { label: 'no strategy', detail: 'No strategy keeps every rule here.' };
  const all = `None of ${grouped(evaluated)} strategies fits`;
  if (nearestMiss !== null) {
    const more = formatQuantity(nearestMiss.overBytes, 'bytes');
    return { label: `nothing fits: ${LIMITS.tier1_capacity}`, detail: `${all}; the nearest needs ${more} more HBM.` };
  }
  const [most = 'network_size'] = (Object.keys(LIMITS) as InfeasibleCode[]).toSorted(
    (a, b) => infeasible[b] - infeasible[a],
  );
  const stopped = grouped(infeasible[most]);
  return { label: `nothing fits: ${LIMITS[most]}`, detail: `${all}; ${stopped} of them: ${LIMITS[most]}.` };
}
