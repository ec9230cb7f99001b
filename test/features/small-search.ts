import { readFileSync } from 'node:fs';
import { WHOLE_SEARCH, type SearchInput } from '../../src/core/inputs/search-input.js';
import type { Design } from '../../src/core/inputs/design.js';
import { readSearchRequest } from '../../src/core/search/read-request.js';
import { search } from '../../src/core/search/search.js';
import type { OracleSearch } from '../core/search/search-oracle.js';
import { designOfPreset } from './evaluation-of-preset.js';

// From the root of the project: under happy-dom a module has no file address of its own.
const searches = JSON.parse(readFileSync('test/oracle/search.json', 'utf8')) as readonly OracleSearch[];
const smallest = searches.toSorted((a, b) => a.strategies - b.strategies)[0];
if (smallest === undefined) throw new Error('the reference has no searches');

/** A design whose space is small: the reference's smallest search. */
export const SMALL_DESIGN: Design = {
  model: smallest.model,
  system: smallest.system,
  strategy: {
    ...designOfPreset('fig3').strategy,
    num_procs: smallest.num_procs,
    tensor_par: 8,
    pipeline_par: 1,
    data_par: smallest.num_procs / 8,
    batch_size: Math.floor(smallest.max_batch_size / (smallest.num_procs / 8)) * (smallest.num_procs / 8),
    pipeline_interleaving: 1,
  },
};

export const SMALL_INPUT: SearchInput = { ...WHOLE_SEARCH, max_batch: smallest.max_batch_size };

/** A search of it, run here. */
export const smallSearch = (mostRows: number, input: Partial<SearchInput> = {}) =>
  search(readSearchRequest(SMALL_DESIGN, { ...SMALL_INPUT, ...input }), { top: 100, mostRows });
