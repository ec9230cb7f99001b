import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { FIELDS } from '../../src/core/inputs/fields.js';
import { BOUNDED_FIELDS, CHOSEN_FIELDS } from '../../src/core/inputs/search-input.js';
import { bytesText } from '../../src/share/base64url.js';
import { encodeLink } from '../../src/share/link.js';
import { VIEW_KEYS } from '../../src/share/view-pairs.js';
import { PRESETS } from '../state/preset-files.js';
import { sharedState } from './state-arbitrary.js';

/** Pieces that break what does not expect them: prototypes, endless numbers, invisible and broken characters, escapes. */
export const NASTY = [
  '__proto__',
  'constructor',
  'prototype.polluted',
  'toString',
  'hasOwnProperty',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '-1e999',
  '1e-999',
  '-0',
  '9'.repeat(400),
  '0.'.concat('0'.repeat(400), '1'),
  '0x10',
  '1_000',
  '%',
  '%00',
  '%E0%A4%A',
  '\uD800',
  '\u202E',
  '\uFEFF',
  '👩‍👩‍👧',
  '<img src=x onerror=alert(1)>',
  'null',
  'undefined',
  '[object Object]',
  '1,'.repeat(200),
  '1:1,'.repeat(200),
  'a.'.repeat(200),
  '',
] as const;

const STUDIES = PRESETS.studies ?? [];
const KEYS = [
  ...Object.values(FIELDS)
    .flat()
    .flatMap(({ path }) => ['0', '1', '63', '64', 'float16', 'float99'].map((item) => path.replace('*', item))),
  'networks',
  'networks.0',
  'networks.9',
  'matrix.float16',
  'matrix.*',
  'v',
  'z',
  'model',
  'system',
  'strategy',
  ...VIEW_KEYS,
  ...['max_batch', 'live', 'objective', 'least_rate', 'hbm_limit_GiB'].map((name) => `search.${name}`),
  ...[...BOUNDED_FIELDS, ...CHOSEN_FIELDS].map((name) => `search.${name}`),
  'study',
  ...STUDIES.flatMap(({ id, fields }) => Object.keys(fields).map((name) => `study.${id}.${name}`)),
];

const nasty = fc.constantFrom(...NASTY);
const key = fc.oneof(
  { arbitrary: fc.constantFrom(...KEYS), weight: 6 },
  { arbitrary: nasty, weight: 1 },
  { arbitrary: fc.tuple(fc.constantFrom(...KEYS), nasty).map((pieces) => pieces.join('.')), weight: 1 },
);
const packed = fc
  .tuple(fc.constantFrom('1', '0', '2', '99'), fc.string({ unit: 'binary', maxLength: 200 }), fc.nat())
  .map(([version, text, cut]) => {
    const whole = bytesText(deflateSync(strToU8(`part=model&name=${text}&hidden=5`)));
    return `${version}.${whole.slice(0, cut % (whole.length + 1))}`;
  });
const value = fc.oneof(
  nasty,
  packed,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer().map(String),
  fc.double().map(String),
  fc.constantFrom(
    'none',
    '*',
    'gpt3-175b',
    'a100-80g@2',
    'fig3',
    '0,0,1',
    'true',
    'false',
    'studies',
    '1..8',
    'float16',
  ),
);
const pairs = fc
  .array(
    fc.tuple(key, value).map((pair) => pair.join('=')),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => `#${all.join('&')}`);

/** Long enough to hang what goes over it more than once. */
const long = fc.constantFrom(
  `#${'a=1&'.repeat(60_000)}`,
  `#v=1&${'networks.0.size=1&'.repeat(10_000)}`,
  `#v=1&${Array.from({ length: 4000 }, (_, index) => `networks.${index}.size=${index}`).join('&')}`,
  `#v=1&mem1.MB_efficiency=${'1:1,'.repeat(45_000)}`,
  `#${'a.'.repeat(90_000)}=1`,
  `#hidden=${'9'.repeat(190_000)}`,
  `#${'%41'.repeat(60_000)}`,
  `#v=1&model=*&z=1.${'A'.repeat(190_000)}`,
  `#v=1&model=*&z=1.${bytesText(deflateSync(new Uint8Array(2e6), { level: 9 }))}`,
);

/** Links of states that the store can reach: real ones, some of them with carried files. */
const REAL = fc
  .sample(sharedState(PRESETS), { numRuns: 120, seed: 5 })
  // designs side by side make a link ten times as long: a few are enough
  .map((state, index) => encodeLink(index % 12 === 0 ? state : { ...state, compared: [] }, PRESETS));
const mutated = fc
  .tuple(
    fc.constantFrom(...REAL),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 4 }))), {
      maxLength: 3,
    }),
    fc.constantFrom('splice', 'cut', 'double', 'none'),
  )
  .map(([link, changes, how]) => {
    const spliced = changes.reduce((text, [at, length, put]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + length);
    }, link);
    if (how === 'double') return `${spliced}&${link.slice(1)}`;
    return how === 'cut' ? spliced.slice(0, (changes[0]?.[0] ?? 0) % (spliced.length + 1)) : spliced;
  });

/** What may stand behind the `#` of an address, from noise to links that differ from a real one by a letter. */
export const hostileLink: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: pairs, weight: 50 },
  { arbitrary: mutated, weight: 40 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `#${text}`), weight: 9 },
  { arbitrary: long, weight: 1 },
);
