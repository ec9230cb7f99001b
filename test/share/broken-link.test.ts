import fc from 'fast-check';
import { deflateSync, Inflate, strToU8 } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { FIELDS } from '../../src/core/inputs/fields.js';
import { bytesText } from '../../src/share/base64url.js';
import { encodeLink, LONGEST_LINK } from '../../src/share/link.js';
import { VIEW_KEYS } from '../../src/share/view-pairs.js';
import { PRESETS } from '../state/preset-files.js';
import { edit, OPENING, read } from './link-states.js';

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
    const unpacked = vi.spyOn(Inflate.prototype, 'push');
    expect(notesOf(hash).join()).toContain('far too large');
    // a fraction of the slices it comes in: all of them would be a hundred megabytes
    expect(unpacked.mock.calls.length).toBeLessThan(10);
    unpacked.mockRestore();
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
