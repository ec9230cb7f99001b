import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Preset, Presets } from '../../src/state/presets.js';
import { PRESETS } from './preset-files.js';

/**
 * A link names a preset and its revision, and nothing of its numbers: `id@revision` must mean the same for ever. The
 * value of each is therefore known here by its fingerprint. New ones are added, and none is ever changed, with
 * `ADD_PRESETS=1 npx vitest run test/state/preset-fingerprints.test.ts`.
 */
type Fingerprints = Readonly<Record<string, string>>;
const KINDS = ['models', 'systems', 'strategies'] as const satisfies readonly (keyof Presets)[];
const FILE = new URL('preset-fingerprints.json', import.meta.url);
const kept = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<keyof Presets, Fingerprints>>;

/** JSON in which the order of an object's keys says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

const fingerprint = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex').slice(0, 12);

/** By `id@revision`, the earlier ones too. */
function fingerprints(presets: readonly Preset<unknown>[]): Fingerprints {
  return Object.fromEntries(
    presets.flatMap(({ id, value, revision = 1, earlier = [] }) =>
      [...earlier, { revision, value }].map((each) => [`${id}@${each.revision}`, fingerprint(each.value)]),
    ),
  );
}

/** What would make an old link mean something else, or may only be new. */
function faults(before: Fingerprints, now: Fingerprints): string[] {
  const changed = Object.entries(before).flatMap(([key, old]) => {
    if (now[key] === undefined) return [`${key} is gone: a preset is never removed or renamed, links name it.`];
    if (now[key] === old) return [];
    return [`${key} has other numbers than before: add a revision and keep the old value in "earlier".`];
  });
  const added = Object.keys(now).filter((key) => before[key] === undefined);
  return [...changed, ...added.map((key) => `${key} is new: run this file once with ADD_PRESETS=1.`)];
}

describe('what a link’s presets stand for', () => {
  if (process.env['ADD_PRESETS'] !== undefined) {
    const all = KINDS.map((kind) => [kind, { ...fingerprints(PRESETS[kind]), ...kept[kind] }]);
    writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  }
  const added = JSON.parse(readFileSync(FILE, 'utf8')) as typeof kept;

  it.each(KINDS)('is what it always was: %s', (kind) => {
    expect(faults(added[kind], fingerprints(PRESETS[kind]))).toEqual([]);
  });

  it('is not what it was when a value is edited, removed, or edited among the earlier ones', () => {
    const [preset] = PRESETS.models;
    if (preset === undefined) throw new Error('There are models.');
    const before = fingerprints([preset]);
    const edited = { ...preset, value: { ...preset.value, hidden: preset.value.hidden + 1 } };
    expect(faults(before, fingerprints([edited]))).toEqual([
      expect.stringMatching(`^${preset.id}@1 has other numbers .* add a revision`),
    ]);
    const revised = { ...edited, revision: 2, earlier: [{ revision: 1, value: preset.value }] };
    expect(faults(before, fingerprints([revised]))).toEqual([expect.stringMatching(`^${preset.id}@2 is new`)]);
    const rewritten = { ...revised, earlier: [{ revision: 1, value: edited.value }] };
    expect(faults(fingerprints([revised]), fingerprints([rewritten]))).toEqual([
      expect.stringMatching(`^${preset.id}@1 has other numbers`),
    ]);
    expect(faults(before, {})).toEqual([expect.stringMatching(`^${preset.id}@1 is gone`)]);
  });
});
