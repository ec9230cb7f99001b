import type { StrategyInput } from '../inputs/design.js';
import type { Regions } from './regions.js';
import { offloadText, RECOMPUTE_WORDS } from './strategy-choices.js';

/** A cell of a region: its place in the map, and the strategy that wins there. */
export interface RegionCell {
  readonly row: number;
  readonly column: number;
  readonly strategy: StrategyInput;
}

type Region = Regions['regions'][number];

/** What a strategy's choices are called, in the order in which they tell regions apart. */
const CHOICES: readonly ((strategy: StrategyInput) => string)[] = [
  ({ activation_recompute }) => RECOMPUTE_WORDS[activation_recompute],
  (strategy) => {
    const offloads = offloadText(strategy, ['W', 'A', 'O']);
    return offloads === '' ? 'no offload' : `offload ${offloads}`;
  },
  ({ microbatch_size }) => `b ${microbatch_size}`,
  ({ pipeline_interleaving }) => `v ${pipeline_interleaving}`,
  ({ tensor_par, pipeline_par, data_par }) => `t ${tensor_par} p ${pipeline_par} d ${data_par}`,
  ({ optimizer_sharding }) => (optimizer_sharding ? 'sharded' : 'not sharded'),
  ({ tensor_par_overlap }) => `TP overlap ${tensor_par_overlap}`,
  ({ data_par_overlap }) => (data_par_overlap ? 'DP overlap' : 'no DP overlap'),
  ({ tensor_par_comm_type }) => tensor_par_comm_type,
  ({ batch_size }) => `batch ${batch_size}`,
];

/** The one name that a choice has in all cells of a region; null where it changes within it. */
function choiceIn(cells: readonly RegionCell[], choice: (typeof CHOICES)[number]): string | null {
  const [first, ...others] = new Set(cells.map(({ strategy }) => choice(strategy)));
  return others.length === 0 ? (first ?? null) : null;
}

/** Where a region begins, which no other of its name shares: counted from the left and from the top. */
const placeOf = ([first]: readonly RegionCell[]): string =>
  first === undefined ? '' : `from column ${first.column + 1}, row ${first.row + 1}`;

/**
 * Regions with names of their own: to one that several have, what differs in their strategies is added, choice by choice,
 * until no two are the same; where that is nothing, where they are.
 */
export function namedApart(
  regions: readonly Region[],
  cellsOf: (region: number) => readonly RegionCell[],
): readonly Region[] {
  const names = regions.map(({ label }) => label);
  for (const label of new Set(names)) {
    const alike = names.flatMap((name, region) => (name === label ? [region] : []));
    if (alike.length < 2) continue;
    const cells = new Map(alike.map((region) => [region, cellsOf(region)]));
    const apart = apartFrom(alike.map((region) => cells.get(region) ?? []));
    for (const [i, region] of alike.entries()) names[region] = [label, ...(apart[i] ?? [])].join(', ');
  }
  return regions.map((region, i) => ({ ...region, label: names[i] ?? region.label }));
}

/** What to add to each of some regions of one name. */
function apartFrom(regions: readonly (readonly RegionCell[])[]): readonly (readonly string[])[] {
  let added: readonly (readonly string[])[] = regions.map(() => []);
  const kinds = (of: readonly (readonly string[])[]): number => new Set(of.map((each) => each.join())).size;
  for (const choice of CHOICES) {
    if (kinds(added) === regions.length) break;
    const more = added.map((words, i) => [...words, choiceIn(regions[i] ?? [], choice) ?? []].flat());
    if (kinds(more) > kinds(added)) added = more;
  }
  const texts = added.map((words) => words.join());
  return added.map((words, i) =>
    texts.filter((text) => text === texts[i]).length > 1 ? [...words, placeOf(regions[i] ?? [])] : words,
  );
}
