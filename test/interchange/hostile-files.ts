import fc from 'fast-check';
import { designText } from '../../src/interchange/design-file.js';
import { libraryText, LIBRARY_FORMAT } from '../../src/interchange/library-file.js';
import { openingState } from '../../src/share/opening-state.js';
import { leafPaths, withValue } from '../../src/share/paths.js';
import { NASTY } from '../share/hostile-links.js';
import { PRESETS } from '../state/preset-files.js';
import { anySaved } from '../state/saved-arbitrary.js';

const SAVED = fc.sample(anySaved(PRESETS), { numRuns: 12, seed: 7 });
const opening = openingState(PRESETS);
const design = { model: opening.model.value, system: opening.system.value, strategy: opening.strategy.value };

/** Files that can be read: Calculon's three kinds, a design, and saved designs. */
const REAL: readonly string[] = [
  ...[...PRESETS.models, ...PRESETS.systems, ...PRESETS.strategies].map(({ value }) => JSON.stringify(value)),
  ...SAVED.map(({ model, system, strategy }) =>
    designText({
      name: 'Design',
      names: { model: model.name, system: system.name, strategy: strategy.name },
      design: { model: model.value, system: system.value, strategy: strategy.value },
    }),
  ),
  designText({ name: 'Opening', names: { model: 'a', system: 'b', strategy: 'c' }, design }),
  ...SAVED.slice(0, 6).map((saved) => libraryText([saved])),
];
const real = fc.constantFrom(...REAL);

const ODD: readonly unknown[] = [null, true, [], {}, [[]], -1, 0, 1.5, 1e308, 5e-324, 'x', ...NASTY];
const odd = fc.oneof(fc.constantFrom(...ODD), fc.anything({ maxDepth: 2 }));

/** A leaf exchanged, taken away or added: as a person gets it wrong by hand. */
const edited = fc
  .tuple(real, fc.nat(), fc.option(odd), fc.constantFrom('', '.x', '.__proto__', '.0'))
  .map(([text, at, value, below]) => {
    const tree = JSON.parse(text) as unknown;
    const paths = leafPaths(tree);
    const path = `${paths[at % paths.length] ?? 'x'}${below}`;
    return JSON.stringify(withValue<unknown>(tree, path, value ?? undefined)) ?? '';
  });
/** Text that is cut, garbled, or has what only text can have: the same name twice, 1e999, NaN, comments. */
const garbled = fc
  .tuple(
    real,
    fc.array(
      fc.tuple(fc.nat(), fc.nat(30), fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 3 }))),
      {
        maxLength: 2,
      },
    ),
    fc.constantFrom('splice', 'cut', 'numbers', 'twice', 'none'),
  )
  .map(([text, changes, how]) => {
    const [at = 0, , put = ''] = changes[0] ?? [];
    if (how === 'cut') return text.slice(0, at % (text.length + 1));
    if (how === 'numbers')
      return text.replace(/: ?\d+/g, (found, from: number) => (from % 7 === at % 7 ? ':1e999' : found));
    if (how === 'twice')
      return text.replace(/("\w+"):/, (_, name: string) => `${name}:${JSON.stringify(put)},${name}:`);
    return changes.reduce((now, [where, length, insert]) => {
      const from = where % (now.length + 1);
      return now.slice(0, from) + insert + now.slice(from + length);
    }, text);
  });
const framed = fc.oneof(
  fc.array(odd, { maxLength: 4 }).map((designs) => JSON.stringify({ format: LIBRARY_FORMAT, designs })),
  fc.tuple(odd, odd).map(([model, name]) => JSON.stringify({ format: 'calculon-explorer/design@1', name, model })),
);

/** Deep, wide and long: what a reader that recurses, or tells everything, does not come back from. */
const huge = fc.constantFrom(
  '['.repeat(120_000),
  `${'['.repeat(120_000)}${']'.repeat(120_000)}`,
  `{"hidden":${'{"a":'.repeat(40_000)}1${'}'.repeat(40_001)}`,
  `{"hidden":1,${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  JSON.stringify({ ...design.system, networks: Array.from({ length: 500 }, () => ({ a: 1, b: 2, c: 3 })) }),
  JSON.stringify({
    ...design.system,
    mem1: { ...design.system.mem1, MB_efficiency: Array.from({ length: 20_000 }, () => [1, 1]) },
  }),
  JSON.stringify({ ...design.model, hidden: 'x'.repeat(200_000) }),
  ' '.repeat(300_000),
  `{"hidden":"${'\\\\"'.repeat(80_000)}`,
  JSON.stringify({ format: LIBRARY_FORMAT, designs: Array.from({ length: 300 }, () => ({})) }),
);

/** What may be in a file that a person opens, from noise to a file that differs from a real one by a letter. */
export const hostileFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { arbitrary: edited, weight: 40 },
      { arbitrary: garbled, weight: 40 },
      { arbitrary: framed, weight: 10 },
      { arbitrary: fc.json(), weight: 5 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 4 },
      { arbitrary: huge, weight: 1 },
    ),
    fc.constantFrom('', '', '', '\uFEFF', '\n\t '),
  )
  .map(([text, before]) => before + text);

export const hostileName = fc.oneof(
  fc.constantFrom('a.json', 'system.JSON', '../../etc/passwd', 'x', '', '.json', '<b>.json', 'con.json'),
  fc.string({ unit: 'binary', maxLength: 30 }).filter((name) => !/\.gz$/i.test(name)),
);
