import { evaluate } from '../core/evaluate.js';
import type { Evaluation } from '../core/evaluation.js';
import { formatQuantity } from '../core/quantities/format.js';
import type { SearchRequest } from '../core/search/request.js';
import type { SearchSpace } from '../core/search/space.js';
import { strategyAt } from '../core/search/space.js';
import type { SearchTally } from '../core/search/tally.js';
import type { InfeasibleCode } from '../core/strategy/reasons.js';
import { CommandError, EXIT } from './exit.js';

const LIMITS: Readonly<Record<InfeasibleCode, string>> = {
  network_size: 'need more endpoints than their network tier has',
  network_not_filled: 'do not fill a network tier that must be filled',
  offload_needs_blocks: 'have too few blocks on a stage to offload',
  tier1_capacity: 'need more HBM than there is',
  tier2_capacity: 'need more of the offload tier than there is',
};

/** Why nothing is feasible: how many strategies break which limit first, and by how little. */
function obstacles(
  { processors, maxBatch }: SearchRequest,
  { infeasible, nearestMiss, evaluated }: SearchTally,
): string[] {
  if (evaluated === 0) {
    const on = processors === 1 ? '1 processor' : `${processors} processors`;
    return [`There is no way to split the model over ${on} with a batch of at most ${maxBatch}.`];
  }
  const counts = (Object.entries(infeasible) as [InfeasibleCode, number][]).filter(([, count]) => count > 0);
  return counts.map(([code, count]) => {
    const by =
      code === 'tier1_capacity' && nearestMiss !== null
        ? `, the nearest by ${formatQuantity(nearestMiss.overBytes, 'bytes')}`
        : '';
    return `${count} ${LIMITS[code]}${by}.`;
  });
}

/**
 * What `evaluate` says of a strategy that the search found feasible.
 * @param place its place in the space
 */
export function evaluationAt(space: SearchSpace, place: number): Evaluation {
  const { model, system } = space.request;
  const outcome = evaluate(model, system, strategyAt(space, place));
  // The search and one evaluation are the same formulas: a difference is a mistake of ours.
  if (outcome.kind !== 'feasible') throw new Error(`strategy ${place} was found but is ${outcome.kind}`);
  return outcome.evaluation;
}

/** Prints what a search found, line by line as the reference does. */
export function printSummary(space: SearchSpace, tally: SearchTally, seconds: number): void {
  const { evaluated, feasible } = tally;
  console.log(`Total executions: ${evaluated}`);
  console.log(`Good executions: ${feasible}`);
  console.log(`Bad executions: ${evaluated - feasible}`);
  console.log(`Calculation rate: ${(evaluated / seconds).toFixed(2)} calcs/sec`);
  const [best] = tally.best;
  if (best !== undefined) console.log(`Best sample rate: ${evaluationAt(space, best.place).efficiency.sampleRate}`);
}

/**
 * Says that nothing is feasible, and why.
 * @throws {CommandError} exit 1 with it, unless that is fine
 */
export function sayNothingFeasible(request: SearchRequest, tally: SearchTally, isFine: boolean): void {
  const text = ['No acceptable configurations found :(', ...obstacles(request, tally)].join('\n');
  if (!isFine) throw new CommandError(text, EXIT.infeasible);
  console.log(text);
}
