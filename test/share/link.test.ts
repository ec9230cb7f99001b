import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SystemInput } from '../../src/core/inputs/design.js';
import { FIELDS } from '../../src/core/inputs/fields.js';
import { bytesText } from '../../src/share/base64url.js';
import { decodeLink, encodeLink, LONGEST_LINK } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { withValue } from '../../src/share/paths.js';
import type { SharedState } from '../../src/share/shared-state.js';
import { VIEW_KEYS } from '../../src/share/view-pairs.js';
import type { Presets } from '../../src/state/presets.js';
import { deepFrozen, PRESETS } from '../state/preset-files.js';
import { sharedState } from './state-arbitrary.js';

const OPENING = deepFrozen(openingState(PRESETS));

/** The presets with a second revision of one of each kind, the shipped value kept as revision 1. */
const REVISED: Presets = deepFrozen({
  models: PRESETS.models.map((one) =>
    one.id === 'gpt3-175b' ? { ...one, ...revised(one.value, { hidden: 12800 }) } : one,
  ),
  systems: PRESETS.systems.map((one) =>
    one.id === 'a100-80g' ? { ...one, ...revised(one.value, { networks: [] }) } : one,
  ),
  strategies: PRESETS.strategies.map((one) =>
    one.id === 'fig3' ? { ...one, ...revised(one.value, { data_par: 4 }) } : one,
  ),
});

function revised<T>(
  value: T,
  change: Partial<T>,
): { revision: number; earlier: { revision: number; value: T }[]; value: T } {
  return { revision: 2, earlier: [{ revision: 1, value }], value: { ...value, ...change } };
}

const edit = (
  state: SharedState,
  part: 'model' | 'system' | 'strategy',
  path: string,
  value: unknown,
): SharedState => ({
  ...state,
  [part]: { base: state[part].base, value: withValue<unknown>(state[part].value, path, value) },
});

const read = (hash: string) => decodeLink(hash, PRESETS);

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

describe('any state, to a link and back', () => {
  it('is the same state', () => {
    fc.assert(
      fc.property(sharedState(PRESETS), (state) => {
        expect(read(encodeLink(state, PRESETS))).toEqual({ state, notes: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('is the same state with presets that were revised', () => {
    fc.assert(
      fc.property(sharedState(REVISED), (state) => {
        expect(decodeLink(encodeLink(state, REVISED), REVISED)).toEqual({ state, notes: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('needs only characters that every program leaves alone', () => {
    fc.assert(
      fc.property(sharedState(PRESETS), (state) => {
        expect(encodeLink(state, PRESETS)).toMatch(/^#[\w.~!*'():;,@/$&=%-]*$/);
      }),
      { numRuns: 50 },
    );
  });

  it('stays true when a preset gets a new revision', () => {
    const link = encodeLink(edit(OPENING, 'model', 'seq_size', 4096), PRESETS);
    const later = decodeLink(link, REVISED);
    expect(later.notes).toEqual([]);
    expect(later.state.model.value).toEqual({ ...OPENING.model.value, seq_size: 4096 });
    expect(later.state.model.base.revision).toBe(1);
  });

  it('fits the bound at its very largest', () => {
    const points = Array.from({ length: 64 }, (_, index) => [
      index === 63 ? 0 : 1e6 / (index + 1.1),
      1 / (index + 1.3),
    ]);
    const engine = { tflops: 1 / 3e-4, gflops_efficiency: points };
    const types = { float8: engine, float16: engine, bfloat16: engine, float32: engine };
    const memory = { GiB: 1e5 / 3, GBps: 1e5 / 7, MB_efficiency: points };
    const law = [1 / 3, -1 / 7] as const;
    const tier = (index: number) => ({
      ...{ bandwidth: 1 / (3 + index), efficiency: 1 / (7 + index), size: 123456789, latency: 1e-6 / (3 + index) },
      ops: { p2p: law, reduce_scatter: law, all_gather: law, all_reduce: law },
      ...{ must_be_filled: true, processor_usage: 1 / 7 },
    });
    const tiers = (from: number) => Array.from({ length: 64 }, (_, index) => tier(from + index));
    const mode = { processing_mode: 'roofline' };
    const system = (from: number) =>
      ({
        matrix: types,
        vector: types,
        mem1: memory,
        mem2: memory,
        ...mode,
        networks: tiers(from),
      }) as unknown as SystemInput;
    const base = { presetId: null, revision: 1, name: 'Largest', value: system(0) };
    const state: SharedState = {
      ...OPENING,
      system: { base, value: { ...system(100), mem1: { ...system(0).mem1, MB_efficiency: [[0, 1]] } } },
    };
    const link = encodeLink(state, PRESETS);
    expect(link.length).toBeLessThan(LONGEST_LINK);
    expect(read(link)).toEqual({ state, notes: [] });
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

describe('a link that cannot be read whole', () => {
  const notesOf = (hash: string): readonly string[] => read(hash).notes;
  const BASE = '#v=1&model=gpt3-175b&system=a100-80g&strategy=fig3';

  it('is the opening state when there is none', () => {
    expect(read('')).toEqual({ state: OPENING, notes: [] });
    expect(read('#')).toEqual({ state: OPENING, notes: [] });
  });

  it('may be typed by hand, without version or presets', () => {
    const { state, notes } = read('tensor_par=4');
    expect(notes).toEqual([]);
    expect(state.strategy.value.tensor_par).toBe(4);
  });

  it.each([
    ['an unknown preset', `${BASE}&model=gpt5`, /no model preset “gpt5”.*GPT-3 175B/],
    ['a revision that never was', '#v=1&model=gpt3-175b@7', /no revision 7; revision 1/],
    ['an unknown parameter', `${BASE}&mem1.GBbs=4`, /no parameter “mem1.GBbs”/],
    ['a wrong type', `${BASE}&tensor_par=four`, /tensor_par cannot be “four”: it must be a whole number/],
    ['a fraction', `${BASE}&tensor_par=1.5`, /tensor_par cannot be/],
    ['hexadecimal', `${BASE}&tensor_par=0x10`, /tensor_par cannot be/],
    ['out of range', `${BASE}&mem1.GBps=0`, /mem1.GBps cannot be “0”: it must be a number above 0/],
    ['infinity', `${BASE}&mem1.GBps=1e999`, /mem1.GBps cannot be/],
    ['a bad curve', `${BASE}&mem1.MB_efficiency=0:0.5,10:0.9`, /mem1.MB_efficiency cannot be/],
    ['a bad law', `${BASE}&networks.0.ops.p2p=1:2:3`, /networks.0.ops.p2p cannot be/],
    ['an unknown option', `${BASE}&activation_recompute=some`, /one of full, attn_only, none/],
    [
      'a tier that is not there',
      `${BASE}&networks.7.bandwidth=3`,
      /networks.7.bandwidth was ignored: there is no such tier/,
    ],
    ['part of a new tier', `${BASE}&networks.2.bandwidth=3`, /networks.2 is new, but has no efficiency/],
    ['part of a new datatype', `${BASE}&matrix.float8.tflops=3`, /matrix.float8 is new, but has no gflops_efficiency/],
    ['an unknown datatype', `${BASE}&matrix.int4.tflops=3`, /no parameter “matrix.int4.tflops”/],
    ['tiers of tiers that are not there', `${BASE}&networks=0,9`, /networks cannot be “0,9”/],
    ['a version from the future', BASE.replace('v=1', 'v=99'), /version 99, newer than this explorer/],
    ['no version', BASE.replace('v=1', 'v=new'), /“new” is no version/],
    ['a parameter twice', `${BASE}&hidden=4096&hidden=8192`, /“hidden” is given twice; the last value is used/],
    ['no value', `${BASE}&hidden`, /“hidden” is no parameter with a value/],
    ['a broken escape', `${BASE}&hidden=%4`, /“hidden=%4” is no parameter with a value/],
    ['a prototype key', `${BASE}&__proto__=1`, /no parameter “__proto__”/],
    ['a prototype path', `${BASE}&constructor.prototype.x=1`, /no parameter “constructor.prototype.x”/],
    ['a prototype datatype', `${BASE}&matrix.__proto__.tflops=1`, /no parameter “matrix.__proto__.tflops”/],
    ['a prototype preset', '#v=1&model=__proto__', /no model preset “__proto__”/],
    ['script', `${BASE}&tab=<script>alert(1)</script>`, /no tab “<script>alert\(1\)<\/script>”/],
    ['a carried file without z', '#v=1&model=*', /model of an opened file is missing/],
    ['z cut off', '#v=1&model=*&z=1.q1b', /\(z\) could not be/],
    ['z of a newer dictionary', '#v=1&model=*&z=7.q1bK', /cut off or from a newer version/],
    ['a sort by nothing', `${BASE}&sort=`, /cannot be sorted/],
  ])('says so: %s', (_, hash, note) => {
    const { state, notes } = read(hash);
    expect(notes.join('\n')).toMatch(note);
    expect(state.system.base.presetId).toBe('a100-80g');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('keeps what it could read', () => {
    const { state, notes } = read(`${BASE}&hidden=many&seq_size=4096&nonsense=1&networks.1.bandwidth=50`);
    expect(notes).toHaveLength(2);
    expect(state).toEqual(edit(edit(OPENING, 'model', 'seq_size', 4096), 'system', 'networks.1.bandwidth', 50));
  });

  it('ignores one that is far too long, at once', () => {
    expect(notesOf(`#v=1&${'a=1&'.repeat(LONGEST_LINK / 4)}`)).toEqual([
      expect.stringContaining('which no design needs'),
    ]);
    const many = notesOf(`#v=1&${Array.from({ length: 5000 }, (_, index) => `q${index}=1`).join('&')}`);
    expect(many).toHaveLength(13);
    expect(many.at(-1)).toMatch(/^And \d+ more/);
  });

  it('does not unpack a bomb', () => {
    const bomb = deflateSync(new Uint8Array(100e6), { level: 9 });
    const hash = `#v=1&model=*&z=1.${bytesText(bomb)}`;
    expect(hash.length).toBeLessThan(LONGEST_LINK);
    const before = performance.now();
    expect(notesOf(hash).join()).toContain('far too large');
    // inflating it whole takes a second or more, and a hundred megabytes
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('says when a carried file is not whole', () => {
    const z = `1.${bytesText(deflateSync(strToU8('part=model&name=x&hidden=5')))}`;
    expect(notesOf(`#v=1&model=*&z=${z}`).join()).toMatch(
      /model that the link carries is incomplete.*model of an opened file is missing/,
    );
  });

  it('never throws, whatever the text', () => {
    const keys = [
      ...Object.values(FIELDS)
        .flat()
        .map((field) => field.path.replace('*', '0')),
      ...VIEW_KEYS,
      'v',
      'z',
      'model',
      'networks',
      'matrix.float16',
    ];
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('*', 'none', '0,0,0', '1:1', '1e400', '-0', '1.q1bK', '%', 'gpt3-175b@2'),
    );
    const pair = fc
      .tuple(fc.oneof(fc.constantFrom(...keys), fc.string()), values)
      .map(([key, value]) => `${key}=${value}`);
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pair).map((pairs) => `#${pairs.join('&')}`),
    );
    fc.assert(
      fc.property(anything, (hash) => {
        const { state, notes } = read(hash);
        expect(notes.every((note) => note.length < 400)).toBe(true);
        // whatever was read is a state that can be shared again
        expect(read(encodeLink(state, PRESETS)).state).toEqual(state);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws when a good one is cut or garbled', () => {
    const link = encodeLink(
      { ...OPENING, model: { base: { ...OPENING.model.base, presetId: null }, value: OPENING.model.value } },
      PRESETS,
    );
    fc.assert(
      fc.property(fc.nat({ max: link.length - 1 }), fc.string({ maxLength: 3 }), fc.boolean(), (at, text, cut) => {
        read(link.slice(0, at) + text + (cut ? '' : link.slice(at + text.length)));
      }),
      { numRuns: 1000 },
    );
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
