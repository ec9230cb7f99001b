import type { Design } from '../../src/core/inputs/design.js';
import { WHOLE_SEARCH, type SearchInput } from '../../src/core/inputs/search-input.js';
import { readSearchRequest } from '../../src/core/search/read-request.js';
import { search } from '../../src/core/search/search.js';
import type { SearchTally } from '../../src/core/search/tally.js';
import { openingState } from '../../src/share/opening-state.js';
import { PRESETS } from '../state/preset-files.js';

const opening = openingState(PRESETS);

/** A preset's value. */
function preset<T>(list: readonly { readonly id: string; readonly value: T }[], id: string): T {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Error(`There is no preset ${id}.`);
  return found.value;
}

/** A search of a model on a system; everything else is as the explorer opens. */
export function designOf(model: string, system: string, processors: number, batch: number): Design {
  return {
    model: preset(PRESETS.models, model),
    system: preset(PRESETS.systems, system),
    strategy: { ...opening.strategy.value, num_procs: processors, batch_size: batch },
  };
}

export const input = (patch: Partial<SearchInput> = {}): SearchInput => ({ ...WHOLE_SEARCH, ...patch });

const known = new Map<string, SearchTally>();

/** The same search on one thread. */
export function alone(design: Design, asked: SearchInput, mostRows = 0): SearchTally {
  const key = JSON.stringify([design, asked, mostRows]);
  const tally = known.get(key) ?? search(readSearchRequest(design, asked), { top: 100, mostRows }).tally;
  known.set(key, tally);
  return tally;
}

/** A tally with its rows in the order of the space, and its choices in that of their names. */
export function ordered(tally: SearchTally): unknown {
  const { rows, choices, bins, ...rest } = tally;
  const rounded = Object.entries(choices).map(([field, values]): [string, Record<string, number>] => [
    field,
    Object.fromEntries(Object.entries(values).map(([value, count]) => [value, Math.round(count * 1e6) / 1e6])),
  ]);
  const places = rows === null ? null : [...rows.place.keys()].sort((a, b) => rows.place[a]! - rows.place[b]!);
  return {
    ...rest,
    bins: Array.from(bins),
    choices: Object.fromEntries(rounded),
    rows: places?.map((i) => [rows!.place[i], rows!.rate[i], rows!.tier1Bytes[i], rows!.tier2Bytes[i]]),
  };
}
