import fc from 'fast-check';
import { COLLECTIVES, DATATYPES, type Design, type DesignPart } from '../../src/core/inputs/design.js';
import type { InputField } from '../../src/core/inputs/field.js';
import { FIELDS } from '../../src/core/inputs/fields.js';
import { cleanName } from '../../src/share/names.js';
import { presetBase } from '../../src/share/preset-base.js';
import {
  MOST_COMPARED,
  STAGES,
  TABS,
  type Base,
  type NamedDesign,
  type Part,
  type SharedState,
  type View,
} from '../../src/share/shared-state.js';
import { searchInput } from './search-arbitrary.js';
import { studyChoice } from './study-arbitrary.js';
import type { Presets } from '../../src/state/presets.js';

const positive = (max: number, min = 0): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));

/** Any value that a field allows, over all its range and near its ends. */
export function allowedValue(field: InputField): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number': {
      if (field.integer) return fc.integer({ min: field.min, max: field.max });
      const open = {
        ...(field.minExclusive ? { minExcluded: true } : {}),
        ...(field.maxExclusive ? { maxExcluded: true } : {}),
      };
      const any = fc.double({ min: field.min, max: field.max, noNaN: true, ...open });
      const inRange = fc.double({ min: field.slider[0], max: field.slider[1], noNaN: true });
      return fc.oneof(any, inRange).map((value) => (value === 0 ? 0 : value));
    }
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'switch':
      return fc.boolean();
    case 'curve':
      return fc
        .tuple(
          fc.uniqueArray(positive(1e6), { maxLength: 6 }),
          fc.array(positive(1, 1e-12), { minLength: 7, maxLength: 7 }),
        )
        .map(([thresholds, efficiencies]) =>
          [...new Set([...thresholds, 0])]
            .sort((left, right) => right - left)
            .map((at, index) => [at, efficiencies[index]]),
        );
    case 'collective-law':
      return fc.tuple(
        positive(1000),
        fc.oneof(fc.constant(null), fc.integer({ min: -2, max: 100 }), positive(1e6, -2)),
      );
  }
}

/** A record of allowed values for the fields whose path begins with a prefix, nested as the paths are. */
function object(part: DesignPart, prefix = ''): fc.Arbitrary<Record<string, unknown>> {
  const fields = FIELDS[part].filter(
    (field) => field.path.startsWith(prefix) && !field.path.slice(prefix.length).includes('.'),
  );
  return fc.record(Object.fromEntries(fields.map((field) => [field.path.slice(prefix.length), allowedValue(field)])));
}

const engines = (engine: 'matrix' | 'vector'): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.subarray([...DATATYPES], { minLength: 1 }),
      fc.array(object('system', `${engine}.*.`), { minLength: 4, maxLength: 4 }),
    )
    .map(([datatypes, values]) => Object.fromEntries(datatypes.map((datatype, index) => [datatype, values[index]])));

export const tier: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(object('system', 'networks.*.'), object('system', 'networks.*.ops.'))
  .map(([fields, ops]) => ({ ...fields, ops: Object.fromEntries(COLLECTIVES.map((name) => [name, ops[name]])) }));

const wholeSystem = fc.record({
  matrix: engines('matrix'),
  vector: engines('vector'),
  mem1: object('system', 'mem1.'),
  mem2: object('system', 'mem2.'),
  processing_mode: fc.constantFrom('roofline', 'no_overlap'),
  networks: fc.array(tier, { minLength: 1, maxLength: 4 }),
});

/** Any part within its limits; made from the fields' declarations, which is what the types cannot say. */
export function anyPart<P extends DesignPart>(part: P): fc.Arbitrary<Design[P]> {
  return (part === 'system' ? wholeSystem : object(part)) as unknown as fc.Arbitrary<Design[P]>;
}

const name = fc.string({ unit: 'binary', maxLength: 30 }).map(cleanName);

/** A base is a preset in one of its revisions, or an opened file. */
function anyBase<P extends DesignPart>(part: P, presets: Presets): fc.Arbitrary<Base<Design[P]>> {
  const lists = { model: presets.models, system: presets.systems, strategy: presets.strategies };
  const bases = lists[part].flatMap(({ id, revision, earlier }) =>
    [revision ?? 1, ...(earlier ?? []).map((old) => old.revision)].flatMap(
      (each) => presetBase(presets, part, id, each) ?? [],
    ),
  );
  const file = fc
    .tuple(name, anyPart(part))
    .map(([title, value]) => ({ presetId: null, revision: 1, name: title, value }));
  return fc.oneof({ arbitrary: fc.constantFrom(...bases), weight: 3 }, { arbitrary: file, weight: 1 });
}

/** A few leaves of the base exchanged for others; for a system also datatypes and tiers come and gone. */
function edited<P extends DesignPart>(part: P, base: Design[P]): fc.Arbitrary<Design[P]> {
  return anyPart(part).chain((other) => {
    if (part !== 'system') return mixed(base, other);
    const before = base as Design['system'];
    const after = other as Design['system'];
    const candidates = [...before.networks, ...before.networks, ...after.networks];
    const tiers = fc.shuffledSubarray(candidates, { minLength: 1, maxLength: Math.min(6, candidates.length) });
    const system = fc.record({
      matrix: mixed(before.matrix, after.matrix),
      vector: mixed(before.vector, after.vector),
      mem1: mixed(before.mem1, after.mem1),
      mem2: mixed(before.mem2, after.mem2),
      processing_mode: fc.constantFrom(before.processing_mode, after.processing_mode),
      networks: fc.oneof(fc.constant(before.networks), tiers),
    });
    return system as unknown as fc.Arbitrary<Design[P]>;
  });
}

/** Each key from the one or the other; a key that only one has may be there or not. */
function mixed<T extends object>(base: T, other: T): fc.Arbitrary<T> {
  const pick = (key: string): fc.Arbitrary<unknown> =>
    fc.constantFrom(...[base, base, base, other].map((from) => (from as Record<string, unknown>)[key]));
  const keys = [...new Set([...Object.keys(base), ...Object.keys(other)])];
  return fc
    .record(Object.fromEntries(keys.map((key) => [key, pick(key)])))
    .map((picked) => Object.fromEntries(Object.entries(picked).filter(([, value]) => value !== undefined)) as T)
    .map((picked) => (Object.keys(picked).length > 0 ? picked : base));
}

function anyState<P extends DesignPart>(part: P, presets: Presets): fc.Arbitrary<Part<Design[P]>> {
  return anyBase(part, presets).chain((base) =>
    fc.oneof(fc.constant(base.value), edited(part, base.value)).map((value) => ({ base, value })),
  );
}

const anyView: fc.Arbitrary<View> = fc.record({
  tab: fc.constantFrom(...TABS),
  stage: fc.constantFrom(...STAGES),
  sort: fc.option(fc.record({ column: fc.stringMatching(/^[a-z][a-z0-9,.=&%-]{0,20}$/), descending: fc.boolean() })),
});

const namedDesign: fc.Arbitrary<NamedDesign> = fc.record({
  name: name.map((text) => text || 'Design'),
  design: fc.record({ model: anyPart('model'), system: anyPart('system'), strategy: anyPart('strategy') }),
});

/** Any state that the store can reach. */
export function sharedState(presets: Presets): fc.Arbitrary<SharedState> {
  return fc.record({
    model: anyState('model', presets),
    system: anyState('system', presets),
    strategy: anyState('strategy', presets),
    search: searchInput,
    study: studyChoice(presets.studies ?? []),
    compared: fc.array(namedDesign, { maxLength: MOST_COMPARED }),
    view: anyView,
  });
}
