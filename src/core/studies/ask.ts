import { evaluateDesign } from '../evaluate.js';
import type { Design } from '../inputs/design.js';
import type { SearchInput } from '../inputs/search-input.js';
import { BlockStores } from '../search/block-store.js';
import { readSearchRequest, searchProblems } from '../search/read-request.js';
import { newTally } from '../search/search.js';
import { searchSlices } from '../search/slices.js';
import { searchSpace, strategyAt } from '../search/space.js';
import type { SearchSpace } from '../search/space.js';
import { Sweep } from '../search/sweep.js';
import type { InfeasibleCounts, SearchTally } from '../search/tally.js';
import { writeStrategy } from '../strategy/write-strategy.js';
import type { Finding, FoundStrategy, StudyQuestion } from './question.js';

/**
 * Answers a question, in steps of a few milliseconds: between two of them a worker may look whether it is to stop.
 * Questions that are handed the same `blocks` share what they have in common.
 * @throws if the system lacks the datatype or the space is too large to list (`searchProblems` says so beforehand).
 */
export function* askInSteps(
  question: StudyQuestion,
  blocks: BlockStores = new BlockStores(),
): Generator<void, Finding> {
  const { design, searches } = question;
  if (searches.length === 0) return ownStrategy(design);
  const { topRates = 0, bins = 0 } = question;
  const results: Searched[] = [];
  for (const input of searches) results.push(yield* searchInSteps(design, input, Math.max(1, topRates), blocks));
  const best = results.map(bestOf).reduce(better);
  const tallies = results.map(({ tally }) => tally);
  return {
    evaluated: sum(tallies, (tally) => tally.evaluated),
    feasible: sum(tallies, (tally) => tally.feasible),
    infeasible: tallies.map((tally) => tally.infeasible).reduce(added),
    best,
    nearestMiss: best === null ? nearestMiss(results) : null,
    topRates:
      topRates === 0
        ? []
        : tallies
            .flatMap((tally) => tally.best.map(({ rate }) => rate))
            .sort((a, b) => b - a)
            .slice(0, topRates),
    bins: bins === 0 || best === null ? [] : binned(tallies, best.rate, bins),
  };
}

/** Why a question cannot be asked, as sentences. */
export function questionProblems({ design, searches }: StudyQuestion): readonly string[] {
  for (const input of searches) {
    const problems = searchProblems(design, input);
    if (problems.length > 0) return problems;
  }
  return [];
}

interface Searched {
  readonly space: SearchSpace;
  readonly tally: SearchTally;
}

function* searchInSteps(
  design: Design,
  input: SearchInput,
  top: number,
  blocks: BlockStores,
): Generator<void, Searched> {
  const request = readSearchRequest(design, input);
  const space = searchSpace(request);
  const tally = newTally(request, { top, mostRows: 0 });
  const sweep = new Sweep(space, tally, blocks.of(design, request));
  for (const slice of searchSlices(space)) yield* sweep.steps(slice);
  return { space, tally: tally.result() };
}

function bestOf({ space, tally }: Searched): FoundStrategy | null {
  const row = tally.best[0];
  if (row === undefined) return null;
  const { rate, tier1Bytes, tier2Bytes } = row;
  return { strategy: writeStrategy(strategyAt(space, row.place)), rate, tier1Bytes, tier2Bytes };
}

/** The faster; of those as fast to twelve digits, the one of less memory, tier 1 first; else the first. */
function better(a: FoundStrategy | null, b: FoundStrategy | null): FoundStrategy | null {
  if (a === null || b === null) return a ?? b;
  const order =
    Number(b.rate.toPrecision(12)) - Number(a.rate.toPrecision(12)) ||
    a.tier1Bytes - b.tier1Bytes ||
    a.tier2Bytes - b.tier2Bytes;
  return order <= 0 ? a : b;
}

function nearestMiss(results: readonly Searched[]): Finding['nearestMiss'] {
  let nearest: Finding['nearestMiss'] = null;
  for (const { space, tally } of results) {
    const miss = tally.nearestMiss;
    if (miss === null || (nearest !== null && nearest.overBytes <= miss.overBytes)) continue;
    nearest = { strategy: writeStrategy(strategyAt(space, miss.place)), overBytes: miss.overBytes };
  }
  return nearest;
}

/** The tallies' fine bins of all searches in `count` equal ones up to `most`. */
function binned(tallies: readonly SearchTally[], most: number, count: number): readonly number[] {
  const bins = Array.from({ length: count }, () => 0);
  for (const { bins: fine, binWidth } of tallies) {
    fine.forEach((feasible, i) => {
      // a fine bin belongs where its middle is
      const bin = Math.min(count - 1, Math.floor((((i + 0.5) * binWidth) / most) * count));
      bins[bin] = (bins[bin] as number) + feasible;
    });
  }
  return bins;
}

function ownStrategy(design: Design): Finding {
  const outcome = evaluateDesign(design);
  const feasible = outcome.kind === 'feasible' ? 1 : 0;
  return {
    evaluated: 1,
    feasible,
    infeasible: NONE,
    best:
      outcome.kind === 'feasible'
        ? {
            strategy: design.strategy,
            rate: outcome.evaluation.efficiency.sampleRate,
            tier1Bytes: outcome.evaluation.memory.tier1Bytes,
            tier2Bytes: outcome.evaluation.memory.tier2Bytes,
          }
        : null,
    nearestMiss: null,
    topRates: [],
    bins: [],
  };
}

const NONE: InfeasibleCounts = {
  network_size: 0,
  network_not_filled: 0,
  offload_needs_blocks: 0,
  tier1_capacity: 0,
  tier2_capacity: 0,
};

const added = (a: InfeasibleCounts, b: InfeasibleCounts): InfeasibleCounts => {
  const total = { ...a };
  for (const code of Object.keys(total) as (keyof InfeasibleCounts)[]) total[code] += b[code];
  return total;
};

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
