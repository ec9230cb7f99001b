import { afterEach, describe, expect, it } from 'vitest';
import { setByteUnits } from '../../src/core/quantities/byte-units.js';
import { CURRENT } from '../../src/core/studies/field.js';
import { STUDIES } from '../../src/core/studies/studies.js';
import { studyInputs, type StudyWorld } from '../../src/core/studies/study.js';
import { amountText, valueText } from '../../src/features/studies/field-text.js';
import { readNumber, readNumbers, writeNumbers } from '../../src/features/studies/field-reading.js';
import { agrees, differenceText, publishedValue } from '../../src/features/studies/published.js';
import { shownField } from '../../src/features/studies/shown-field.js';
import { presetWorld, publishedOf, runStudy } from '../core/studies/run-study.js';

afterEach(() => setByteUnits('binary'));

const BINARY = /[KMGTPE]iB/;
/** Everything a report says but what it quotes of the paper, which says its own unit. */
const said = (report: unknown): string =>
  JSON.stringify(report, (key, value: unknown) =>
    key === 'published' || key === 'key' || key === 'id' ? undefined : value,
  );
const name = (_: string, id: string): string => id;
/** With what stands at the left of the screen. */
const world: StudyWorld = {
  ...presetWorld,
  model: (id) => (id === CURRENT ? { name: 'mine', value: presetWorld.current.model } : presetWorld.model(id)),
  system: (id) => (id === CURRENT ? { name: 'mine', value: presetWorld.current.system } : presetWorld.system(id)),
};

it('an amount of one thing is in the singular', () => {
  expect([1, 2].map((value) => amountText(value, 'samples'))).toEqual(['1 sample', '2 samples']);
  expect(amountText(1, 'GiB')).toBe('1 GiB');
});

describe('a study with memory in GB', () => {
  it.each(STUDIES.map((study) => [study.id, study] as const))('%s says so, before it has answers', (_, study) => {
    setByteUnits('decimal');
    const inputs = studyInputs(study, {});
    for (const [key, declared] of Object.entries(study.fields)) {
      const field = shownField(declared, inputs);
      const value = inputs[key];
      if (value === undefined) throw new Error(key);
      const options = field.options.map(({ label }) => label).join();
      expect(
        `${field.label} ${field.kind.startsWith('choice') ? '' : field.allowed} ${options} ${valueText(field, value, name)}`,
        key,
      ).not.toMatch(BINARY);
    }
    expect(said(study.report(inputs, world, new Map()))).not.toMatch(BINARY);
    expect(
      study
        .points(inputs, world)
        .map(({ label }) => label)
        .join(),
    ).not.toMatch(BINARY);
  });

  it('its questions and their keys are the same', () => {
    for (const study of STUDIES) {
      const inputs = studyInputs(study, {});
      const points = (units: 'binary' | 'decimal') => {
        setByteUnits(units);
        return study.points(inputs, world).map(({ key, question }) => ({ key, question }));
      };
      expect(points('decimal'), study.id).toEqual(points('binary'));
    }
  });

  it('has the numbers in GB, and the paper’s beside them as printed', () => {
    const binary = runStudy('anatomy').report.figures;
    setByteUnits('decimal');
    const { figures } = runStudy('anatomy').report;
    expect(said(figures)).not.toMatch(BINARY);
    expect(said(figures)).toContain('18.725');
    expect(said(binary)).toContain('17.439');
    const quoted = figures.flatMap(publishedOf);
    expect(quoted.filter(({ text }) => text.endsWith(' GiB')).length).toBeGreaterThan(3);
    const before = binary.flatMap(publishedOf);
    expect(quoted.map(agrees)).toEqual(before.map(agrees));
    expect(quoted.map(differenceText)).toEqual(before.map(differenceText));
  });

  it('a quoted number is still compared by its digits', () => {
    expect(differenceText({ text: '17.44 GiB', ours: '17.45 GiB' })).toBe('+0.01');
    expect(differenceText({ text: '70.3/78 GiB', ours: '70.3/79 GiB' })).toBe('0/+1');
    expect(publishedValue(20, { text: '8 GiB', ours: '10 GiB' })).toBe(16);
  });

  it('takes amounts in either unit, whole or not', () => {
    setByteUnits('decimal');
    const study = STUDIES.find(({ id }) => id === 'system-size');
    const beyond = STUDIES.find(({ id }) => id === 'beyond-100t');
    const [size, sizes] = [study?.fields['tier2GiB'], beyond?.fields['hbmGiB']];
    if (!size || !sizes) throw new Error('no such fields');
    expect(readNumber('512 GiB', size)).toEqual({ ok: true, value: 512 });
    expect(readNumber('550', size)).toEqual({ ok: true, value: 550e9 / 2 ** 30 });
    expect(writeNumbers([80, 120], 'GiB')).toBe('85.89934592, 128.84901888');
    expect(readNumbers(writeNumbers([80, 120], 'GiB'), sizes)).toEqual({ ok: true, value: [80, 120] });
    expect(shownField(size, {}).allowed).toBe('a number from 0 to 107,374,182 GB');
    setByteUnits('binary');
    expect(writeNumbers([80, 120], 'GiB')).toBe('80, 120');
    expect(shownField(size, {})).toBe(size);
  });
});
