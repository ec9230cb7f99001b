import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/core/inputs/fields.js';
import { encodeLink } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { VIEW_KEYS } from '../../src/share/view-pairs.js';
import { PRESETS } from '../state/preset-files.js';
import { edit, OPENING, read, REVISED } from './link-states.js';

describe('encodeLink', () => {
  it('names the presets and nothing else when nothing differs', () => {
    expect(encodeLink(OPENING, PRESETS)).toBe('#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3');
  });

  it('says what differs as a person would type it', () => {
    let state = edit(OPENING, 'system', 'mem1.GBps', 4000);
    state = edit(state, 'system', 'mem1.MB_efficiency', [
      [100, 0.95],
      [10, 0.9],
      [0, 0.3],
    ]);
    state = edit(state, 'system', 'networks.0.ops.p2p', [1.5, -1]);
    state = edit(state, 'system', 'networks.1.ops.all_reduce', [2, null]);
    state = edit(state, 'strategy', 'tensor_par', 4);
    state = { ...state, view: { tab: 'layers', stage: 'agrad', sort: { column: 'forward-time', descending: true } } };
    expect(encodeLink(state, PRESETS)).toBe(
      '#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3&mem1.GBps=4000&mem1.MB_efficiency=100:0.95,10:0.9,0:0.3' +
        '&networks.0.ops.p2p=1.5:-1&networks.1.ops.all_reduce=2&tensor_par=4&tab=layers&stage=agrad&sort=forward-time,desc',
    );
  });

  it('says which tier a new one started from, and how it differs', () => {
    const tiers = OPENING.system.value.networks;
    const three = edit(OPENING, 'system', 'networks', [...tiers, { ...tiers[1], bandwidth: 12.5 }]);
    expect(encodeLink(three, PRESETS)).toContain('&networks=0,1,1&networks.2.bandwidth=12.5');
    const second = edit(OPENING, 'system', 'networks', [tiers[1]]);
    expect(encodeLink(second, PRESETS)).toMatch(/&networks=1$/);
  });

  it('says which datatype is gone and all of one that is new', () => {
    let state = edit(OPENING, 'system', 'matrix.float16', undefined);
    state = edit(state, 'system', 'matrix.float8', { tflops: 600, gflops_efficiency: [[0, 0.5]] });
    expect(encodeLink(state, PRESETS)).toContain(
      '&matrix.float16=none&matrix.float8.tflops=600&matrix.float8.gflops_efficiency=0:0.5',
    );
    expect(read(encodeLink(state, PRESETS))).toEqual({ state, notes: [] });
  });

  it('names a revision but the first', () => {
    expect(encodeLink(openingState(REVISED), REVISED)).toBe('#v=1&model=gpt3-175b@2&system=a100-80g@2&strategy=fig3@2');
  });

  it('carries an opened file, small', () => {
    const base = { presetId: null, revision: 1, name: 'My 100 % “machine” & <b>more</b>', value: OPENING.system.value };
    const state = { ...OPENING, system: { base, value: base.value } };
    const link = encodeLink(state, PRESETS);
    expect(link).toMatch(/^#v=1&model=gpt3-175b&system=\*&strategy=fig3&z=1\.[\w-]+$/);
    expect(link.length).toBeLessThan(500);
    expect(read(link)).toEqual({ state, notes: [] });
  });

  it('carries a preset that is no longer what it was', () => {
    const link = encodeLink(openingState(REVISED), PRESETS);
    const { state, notes } = read(link);
    expect(notes).toEqual([]);
    expect(state.model).toEqual({
      base: { ...openingState(REVISED).model.base, presetId: null, revision: 1 },
      value: openingState(REVISED).model.value,
    });
  });
});

describe('golden links', () => {
  // never change one: each is a link that somebody has
  const GOLDEN = {
    opening: '#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3',
    edited:
      '#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3&seq_size=4096&mem1.GBps=4800&networks.1.bandwidth=50&tensor_par=4&data_par=16&tab=communication',
    tiers:
      '#v=1&model=megatron-1t&system=h100-80g-nvl8&strategy=fig3&networks=0,1,1&networks.0.size=16&networks.2.latency=0.00005',
    datatypes:
      '#v=1&model=gpt3-175b&system=h100-80g-nvl8&strategy=fig3&matrix.float8=none&vector.float8=none&matrix.float16.gflops_efficiency=64:0.9,0:0.2',
    study:
      '#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3&study=offloading&study.offloading.system=current&study.offloading.processors=512&study.offloading.tensor=1,2,4&study.offloading.tier2GBps=50&tab=studies',
  };

  it.each(Object.entries(GOLDEN))('%s reads without a note and is written the same', (_, link) => {
    const { state, notes } = read(link);
    expect(notes).toEqual([]);
    expect(encodeLink(state, PRESETS)).toBe(link);
  });

  it('edited means what it says', () => {
    const { state } = read(GOLDEN.edited);
    expect(state.model.value.seq_size).toBe(4096);
    expect(state.system.value.mem1.GBps).toBe(4800);
    expect(state.system.value.networks[1]?.bandwidth).toBe(50);
    expect([state.strategy.value.tensor_par, state.strategy.value.data_par]).toEqual([4, 16]);
    expect(state.view).toEqual({ tab: 'communication', stage: 'forward', sort: null });
  });

  it('a carried file, as version 1 and its dictionary wrote it', () => {
    const link =
      '#v=1&model=*&system=a100-80g&strategy=fig3&hidden=8192&z=1.Qy_V3YsObzs8PxVWuJsYWJqhFO6GZsYWJrgLd2Mj3IW7kQkA';
    const { state, notes } = read(link);
    expect(notes).toEqual([]);
    expect(state.model.base).toEqual({
      presetId: null,
      revision: 1,
      name: 'Größe',
      value: { hidden: 4096, feedforward: 16384, seq_size: 2048, attn_heads: 32, attn_size: 128, num_blocks: 24 },
    });
    expect(state.model.value.hidden).toBe(8192);
  });
});

it('every input has a key of its own, which no other part of a link uses', () => {
  const keys = [
    ...Object.values(FIELDS)
      .flat()
      .map((field) => field.path),
    ...VIEW_KEYS,
    'v',
    'z',
    'model',
    'system',
    'strategy',
    'networks',
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
