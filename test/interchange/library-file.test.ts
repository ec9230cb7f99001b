import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLibraryText, LIBRARY_FORMAT, libraryText, readLibrary } from '../../src/interchange/library-file.js';
import { readSavedRecord } from '../../src/interchange/saved-record.js';
import {
  checkSavedUpgraders,
  SAVED_UPGRADERS,
  SAVED_VERSION,
  upgradedRecord,
} from '../../src/interchange/saved-upgraders.js';
import { LONGEST_LINK } from '../../src/share/link.js';
import { withValue } from '../../src/share/paths.js';
import { contentOf, stateOfSaved, tagsFrom } from '../../src/state/saved-design.js';
import { OPENING } from '../share/link-states.js';
import { PRESETS } from '../state/preset-files.js';
import { anySaved } from '../state/saved-arbitrary.js';

const SAVED = {
  id: 'a1',
  name: 'Baseline',
  tags: ['review'],
  ...contentOf(OPENING, PRESETS, '2026-01-31T09:30:00.000Z'),
};
const golden = (version: number): string =>
  readFileSync(new URL(`golden/library-${version}.json`, import.meta.url), 'utf8');
const messages = (text: string): string[] => {
  const read = readLibrary(text);
  return (read.ok ? read.value.problems : read.problems).map((problem) => problem.message);
};
const fileOf = (...designs: readonly unknown[]): string => JSON.stringify({ format: LIBRARY_FORMAT, designs });

describe('a file of saved designs', () => {
  it('comes back the same, whatever was saved', () => {
    fc.assert(
      fc.property(fc.array(anySaved(PRESETS), { maxLength: 4 }), (designs) => {
        const text = libraryText(designs);
        expect(isLibraryText(text)).toBe(true);
        expect(readLibrary(text)).toEqual({ ok: true, value: { designs, problems: [] } });
        for (const design of designs) expect(stateOfSaved(design, PRESETS).notes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([1])('of version %i is still read, and means what it meant', (version) => {
    const read = readLibrary(golden(version));
    if (!read.ok) throw new Error(messages(golden(version)).join('\n'));
    expect(read.value.problems).toEqual([]);
    const [first, second] = read.value.designs;
    expect(first).toMatchObject({ name: 'Baseline', tags: ['review', 'a100'], savedAt: '2026-01-31T09:30:00.000Z' });
    expect(first?.strategy.value).toMatchObject({ tensor_par: 8, pipeline_par: 64, data_par: 8 });
    expect(second?.system.value.mem1.GBps).toBe(4000);
    for (const design of read.value.designs) expect(stateOfSaved(design, PRESETS).notes).toEqual([]);
  });

  it('allows what the application makes', () => {
    expect(messages(fileOf({ ...SAVED, link: `#${'x'.repeat(LONGEST_LINK - 1)}` }))).toEqual([]);
    const tags = tagsFrom(Array.from({ length: 30 }, (_, index) => `${index}${'x'.repeat(60)}`).join(','));
    expect([tags.length, tags[0]?.length]).toEqual([20, 40]);
    expect(messages(fileOf({ ...SAVED, tags }))).toEqual([]);
  });

  it.each([
    ['name', '', /designs\.0\.name is "", but must be a name of 1 to 200/],
    ['name', undefined, /designs\.0\.name is missing/],
    ['savedAt', '2026-13-45T00:00:00Z', /designs\.0\.savedAt is "2026-13-45.*must be a date such as/],
    ['link', 'javascript:alert(1)', /designs\.0\.link is .*must be a link from its “#” on/],
    ['tags', 'review', /designs\.0\.tags is "review", but must be a list/],
    ['tags.0', '', /designs\.0\.tags\.0 is "", but must be a tag/],
    ['extra', 1, /“designs\.0\.extra” is no field of a saved design/],
    ['model.value.hidden', 'many', /designs\.0\.model\.value\.hidden is "many", but must be a whole number/],
    ['system.value.mem1.GBps', 0, /designs\.0\.system\.value\.mem1\.GBps is 0/],
    ['strategy', null, /designs\.0\.strategy is null, but must be an object with name and value/],
  ])('says what is wrong with %s = %j', (path, value, message) => {
    expect(messages(fileOf(withValue<unknown>(SAVED, path, value))).join('\n')).toMatch(message);
  });

  it('is refused as a whole when its frame is wrong, or nothing of it can be read', () => {
    expect(messages(fileOf(SAVED).replace('library@1', 'library@2')).join()).toMatch(
      /library@2, which a newer version/,
    );
    expect(messages(fileOf(SAVED).replace('library@1', 'library@x')).join()).toMatch(/newer version|format is/);
    expect(messages(JSON.stringify({ format: LIBRARY_FORMAT, designs: {} })).join()).toMatch(/designs is an object/);
    expect(messages('{').join()).toMatch(/not JSON/);
    expect(readLibrary(fileOf({}, 7)).ok).toBe(false);
  });

  it('gives what can be read of it, with what is wrong with the rest', () => {
    const read = readLibrary(fileOf(SAVED, { ...SAVED, link: 7 }, null));
    expect(read.ok && read.value.designs).toEqual([SAVED]);
    expect(messages(fileOf(SAVED, { ...SAVED, link: 7 }, null)).join('\n')).toMatch(/designs\.1\.link[^]*designs\.2 /);
  });

  it('is not taken for one because of a name in it', () => {
    expect(isLibraryText(JSON.stringify({ name: `"format": "${LIBRARY_FORMAT}"` }))).toBe(false);
    expect(isLibraryText(`\uFEFF{ "designs": [], "format" : "${LIBRARY_FORMAT}" }`)).toBe(true);
  });
});

describe('a hostile file', () => {
  it('never makes the reader throw', () => {
    const text = libraryText([SAVED]);
    const cut = fc.tuple(fc.nat(text.length), fc.nat(60), fc.string({ unit: 'binary' })).map(([at, length, put]) => {
      return text.slice(0, at) + put + text.slice(at + length);
    });
    const anything = fc.anything({ withNullPrototype: true });
    const framed = fc.array(anything, { maxLength: 3 }).map((designs) => fileOf(...designs));
    const field = fc
      .tuple(fc.constantFrom(...Object.keys(SAVED), 'model.value', 'tags.0', '__proto__'), anything)
      .map(([path, value]) => fileOf(withValue<unknown>(SAVED, path, value)));
    fc.assert(
      fc.property(fc.oneof(cut, framed, field), (hostile) => {
        const read = readLibrary(hostile);
        for (const problem of read.ok ? read.value.problems : read.problems) expect(problem.message).not.toBe('');
        if (!read.ok) expect(read.problems.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('upgraders of saved designs', () => {
  it('are all there for the version that is written', () => {
    expect(() => checkSavedUpgraders(SAVED_VERSION, SAVED_UPGRADERS)).not.toThrow();
    expect(() => checkSavedUpgraders(3, { 1: (record) => record })).toThrow(
      'no upgrader for saved designs of version 2',
    );
    expect(() => checkSavedUpgraders(1, { 1: (record) => record })).toThrow('saved designs of version 1');
  });

  it('run one after the other, and leave alone what is no record', () => {
    const table = {
      1: ({ title, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, name: title }),
      2: (record: Readonly<Record<string, unknown>>) => ({ tags: [], ...record }),
    };
    const { name, tags: _tags, ...rest } = SAVED;
    expect(readSavedRecord(upgradedRecord({ ...rest, title: name }, 1, 3, table))).toEqual({
      ok: true,
      value: { ...SAVED, tags: [] },
    });
    expect(upgradedRecord(null, 1, 3, table)).toBeNull();
    expect(upgradedRecord('x', 1, 3, table)).toBe('x');
  });
});
