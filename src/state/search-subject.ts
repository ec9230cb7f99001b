import type { Design, StrategyInput } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import { readSearchRequest } from '../core/search/read-request.js';
import { leastHbmRow } from '../core/search/search.js';
import { searchSpace, strategyAt, type SearchSpace } from '../core/search/space.js';
import type { SearchTally } from '../core/search/tally.js';
import { writeStrategy } from '../core/strategy/write-strategy.js';
import { same } from '../share/same.js';
import { selectDesign, type Inputs } from './workbench.js';

/** What a search is about: all that its answer depends on. */
export interface SearchSubject {
  readonly design: Design;
  /** With the largest batch given, so that it no longer depends on the strategy. */
  readonly input: SearchInput;
}

/** The search that the inputs ask for now. */
export function subjectOf(state: Inputs): SearchSubject {
  const design = selectDesign(state);
  const { search } = state;
  return { design, input: { ...search, max_batch: search.max_batch ?? design.strategy.batch_size, live: false } };
}

/** Whether two searches have the same answer. Of the strategy only processors and datatype matter. */
export function sameSubject(left: SearchSubject, right: SearchSubject): boolean {
  const [before, after] = [left.design, right.design];
  return (
    before.strategy.num_procs === after.strategy.num_procs &&
    before.strategy.datatype === after.strategy.datatype &&
    same(before.model, after.model) &&
    same(before.system, after.system) &&
    same(left.input, right.input)
  );
}

const spaces = new WeakMap<SearchSubject, SearchSpace>();

/** The strategies a search runs through. @throws if the system lacks the datatype. */
export function spaceOf(subject: SearchSubject): SearchSpace {
  const known = spaces.get(subject);
  if (known !== undefined) return known;
  const space = searchSpace(readSearchRequest(subject.design, subject.input));
  spaces.set(subject, space);
  return space;
}

/** The strategy at a place, as inputs; null when there is none. */
export function strategyInputAt(subject: SearchSubject, place: number): StrategyInput | null {
  const space = spaceOf(subject);
  return Number.isInteger(place) && place >= 0 && place < space.size ? writeStrategy(strategyAt(space, place)) : null;
}

/** The place of the best strategy by the objective; null when none is feasible. */
export function bestPlace(tally: SearchTally, input: SearchInput): number | null {
  const best = input.objective === 'least_hbm' ? leastHbmRow(tally.front, input.least_hbm_share) : tally.best[0];
  return best?.place ?? null;
}
