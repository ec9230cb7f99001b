import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHOSEN_FIELDS, WHOLE_SEARCH, type SearchInput } from '../../src/core/inputs/search-input.js';
import { readSearchRequest } from '../../src/core/search/read-request.js';
import { encodeLink } from '../../src/share/link.js';
import { checkedSearch, chosenOptions } from '../../src/share/search-check.js';
import { isSearchKey, searchFromPairs, searchPairs } from '../../src/share/search-pairs.js';
import { PRESETS } from '../state/preset-files.js';
import { OPENING, read } from './link-states.js';
import { searchInput } from './search-arbitrary.js';

const BARE = '#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3';
const linkOf = (patch: Partial<SearchInput>): string =>
  encodeLink({ ...OPENING, search: { ...WHOLE_SEARCH, ...patch } }, PRESETS);
const asked = (pairs: string) => {
  const { state, notes } = read(`${BARE}&${pairs}`);
  return { search: state.search, notes };
};

describe('a search in a link', () => {
  it('is nothing when the whole space is asked for', () => {
    expect(linkOf({})).toBe(BARE);
    expect(read(BARE).state.search).toEqual(WHOLE_SEARCH);
  });

  it('says what narrows it, as a person would type it', () => {
    expect(
      linkOf({
        max_batch: 3072,
        objective: 'mfu',
        hbm_limit_GiB: 40.5,
        bounds: { tensor_par: [1, 8], microbatch_size: [4, Infinity] },
        allowed: { weight_offload: ['false'], activation_recompute: ['full', 'none'], tensor_par_net: ['0'] },
        live: true,
      }),
    ).toBe(
      `${BARE}&search.max_batch=3072&search.objective=mfu&search.hbm_limit_GiB=40.5&search.tensor_par=1..8` +
        '&search.microbatch_size=4..&search.activation_recompute=full,none&search.weight_offload=false' +
        '&search.tensor_par_net=0&live=1',
    );
  });

  it('can be typed shorter, in any order, and with what says nothing', () => {
    const { search, notes } = asked(
      'live=0&search.data_par=..64&search.tensor_par=8&search.activation_recompute=none,full,none' +
        '&search.weight_offload=true,false&search.pipeline_par=1..&search.tensor_par_net=3,0',
    );
    expect(notes).toEqual([]);
    expect(search).toEqual({
      ...WHOLE_SEARCH,
      bounds: { tensor_par: [8, 8], data_par: [1, 64] },
      allowed: { activation_recompute: ['full', 'none'], tensor_par_net: ['0', '3'] },
    });
  });

  it('may allow nothing at all', () => {
    expect(asked('search.fused_activation=')).toEqual({
      search: { ...WHOLE_SEARCH, allowed: { fused_activation: [] } },
      notes: [],
    });
  });

  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(searchInput, (search) => {
        const notes: string[] = [];
        const pairs = searchPairs(search);
        expect(searchFromPairs(new Map(pairs), notes)).toEqual(search);
        expect(notes).toEqual([]);
        expect(pairs.every(([key]) => isSearchKey(key))).toBe(true);
      }),
    );
  });

  it.each([
    'search.max_batch=0',
    'search.max_batch=1.5',
    'search.max_batch=1e99',
    'search.max_batch=',
    'search.microbatch_break=yes',
    'search.objective=fastest',
    'search.objective=__proto__',
    'search.least_hbm_share=1.1',
    'search.least_hbm_share=-1',
    'search.hbm_limit_GiB=Infinity',
    'search.least_rate=NaN',
    'search.tensor_par=8..1',
    'search.tensor_par=0..4',
    'search.tensor_par=..',
    'search.tensor_par=1..8..9',
    'search.tensor_par=99999999999999999999',
    'search.tensor_par=<script>',
    'search.weight_offload=maybe',
    'search.tensor_par_net=64',
    'search.tensor_par_net=-1',
    'search.tensor_par_net=01',
    `search.tensor_par_net=${Array.from({ length: 5000 }, () => '1').join()}`,
    'live=true',
    'live=2',
  ])('leaves out %.60s, with a note that names it', (pair) => {
    const { search, notes } = asked(pair);
    expect(search).toEqual(WHOLE_SEARCH);
    expect(notes).toEqual([expect.stringContaining(pair.slice(0, pair.indexOf('=')))]);
  });

  it('has no fields but its own', () => {
    expect(asked('search.num_blocks=4').notes).toEqual([expect.stringContaining('no parameter')]);
    expect(asked('search.__proto__=4').notes).toEqual([expect.stringContaining('no parameter')]);
    expect(asked('search.bounds=4').notes).toEqual([expect.stringContaining('no parameter')]);
  });

  it('never throws, and never becomes something that no search takes', () => {
    const key = fc.constantFrom(
      ...[...CHOSEN_FIELDS, 'max_batch', 'objective', 'tensor_par', 'least_rate'].map((field) => `search.${field}`),
      'live',
    );
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String), fc.stringMatching(/^\d*\.*\d*$/));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
        const search = searchFromPairs(new Map(pairs), []);
        expect(checkedSearch(search)).toEqual(search);
        const design = { model: OPENING.model.value, system: OPENING.system.value, strategy: OPENING.strategy.value };
        expect(() => readSearchRequest(design, search)).not.toThrow();
      }),
    );
  });
});

describe('what a search may be asked', () => {
  it('is put into one form', () => {
    const given = {
      ...WHOLE_SEARCH,
      least_rate: -0,
      bounds: { tensor_par: [1, Infinity] as const, data_par: [2, 2] as const },
      allowed: { weight_offload: ['true', 'false'], tensor_par_overlap: ['pipe', 'none', 'pipe'] },
      live: true,
      more: 1,
    };
    expect(checkedSearch(given)).toEqual({
      ...WHOLE_SEARCH,
      bounds: { data_par: [2, 2] },
      allowed: { tensor_par_overlap: ['none', 'pipe'] },
      live: true,
    });
  });

  it('is nothing that has another type, whoever asks', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(WHOLE_SEARCH)), fc.anything()), (patch) => {
        const checked = checkedSearch({ ...WHOLE_SEARCH, ...(patch as Partial<SearchInput>) });
        if (checked) expect(checkedSearch(checked)).toEqual(checked);
      }),
    );
  });

  it('knows the options of every field but the tiers', () => {
    const without = CHOSEN_FIELDS.filter((field) => chosenOptions(field) === null);
    expect(without).toEqual(['tensor_par_net', 'pipeline_par_net', 'data_par_net']);
  });
});
