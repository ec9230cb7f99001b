import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choiceField,
  choicesField,
  modelField,
  numberField,
  numbersField,
  pricesField,
  switchField,
  systemField,
  workloadsField,
} from '../../src/core/studies/field.js';
import { STUDIES } from '../../src/core/studies/studies.js';
import { anyStudy, type AnyStudy, type StudyInputs } from '../../src/core/studies/study.js';
import { encodeLink } from '../../src/share/link.js';
import { byKey, pairsFromText, pairsText } from '../../src/share/pairs.js';
import { firstStudy, withStudyInputs } from '../../src/share/study-choice.js';
import { isStudyKey, studyFromPairs, studyPairs } from '../../src/share/study-pairs.js';
import { PRESETS } from '../state/preset-files.js';
import { OPENING, read } from './link-states.js';
import { studyChoice } from './study-arbitrary.js';

const words = { label: 'A thing', help: '' };
const OPTIONS = [
  { value: 'rate', label: 'Rate' },
  { value: 'mfu', label: 'MFU' },
] as const;
/** A study with a field of each kind. */
const fields = {
  model: modelField('gpt3-175b'),
  system: systemField('current'),
  whole: numberField(4, 1, 4096, words),
  share: numberField(0.5, 0, 1, { ...words, fraction: true }),
  sizes: numbersField([8, 16], 1, 4096, words),
  on: switchField(false, words),
  by: choiceField('rate', OPTIONS, words),
  among: choicesField(['rate'], OPTIONS, words),
  workloads: workloadsField([['gpt3-175b', 2340]], words),
  prices: pricesField([[80, 10_000]], words),
};
const kinds = (id: string): AnyStudy =>
  anyStudy({
    id,
    title: id,
    figure: '',
    question: '',
    runs: 'at-once',
    fields,
    problems: () => [],
    points: () => [],
    report: () => ({ answer: '', figures: [] }),
  });
const FAKES = [kinds('first'), kinds('second')];

const written = (changes: StudyInputs, open = 'first', isSeen = false): string => {
  const study = FAKES[0];
  const choice = study && withStudyInputs({ open, changes: {} }, study, changes);
  return choice ? pairsText(studyPairs(choice, isSeen, FAKES)) : 'not taken';
};
const asked = (text: string) => {
  const notes: string[] = [];
  return { ...studyFromPairs(byKey(pairsFromText(text, notes), notes), notes, FAKES), notes };
};

describe('a study in a link', () => {
  it('is nothing while the first is open, not looked at, and asked what the paper asks', () => {
    expect(written({})).toBe('');
    expect(written({}, 'first', true)).toBe('study=first');
    expect(written({}, 'second')).toBe('study=second');
    expect(encodeLink(OPENING, PRESETS)).not.toContain('study');
  });

  it('says what differs, as a person would type it', () => {
    const changes = {
      model: 'current',
      share: 1e-9,
      sizes: [1, 2, 4096],
      on: true,
      by: 'mfu',
      among: ['mfu', 'rate'],
      workloads: [
        ['gpt3-175b', 2340],
        ['turing-530b', 2520],
      ],
      prices: [
        [0, 0],
        [40.5, 12_500],
      ],
    } as const;
    expect(written(changes)).toBe(
      'study.first.model=current&study.first.share=1e-9&study.first.sizes=1,2,4096&study.first.on=true' +
        '&study.first.by=mfu&study.first.among=mfu,rate&study.first.workloads=gpt3-175b:2340,turing-530b:2520' +
        '&study.first.prices=0:0,40.5:12500',
    );
    expect(asked(written(changes))).toEqual({ open: 'first', changes: { first: changes }, notes: [] });
  });

  it('is the same study again, over everything its fields take', () => {
    fc.assert(
      fc.property(studyChoice(FAKES), fc.boolean(), (choice, isSeen) => {
        expect(asked(pairsText(studyPairs(choice, isSeen, FAKES)))).toEqual({ ...choice, notes: [] });
      }),
    );
  });

  it('is the same for every study there is', () => {
    fc.assert(
      fc.property(studyChoice(STUDIES), (study) => {
        const state = { ...OPENING, study };
        expect(read(encodeLink(state, PRESETS))).toEqual({ state, notes: [] });
      }),
    );
  });
});

describe('a study that is not as it should be', () => {
  it.each([
    ['whole', '4.5', /study\.first\.whole \(A thing\) cannot be “4\.5”: it must be a whole number from 1 to 4096/],
    ['whole', '4097', /from 1 to 4096/],
    ['whole', '0x10', /from 1 to 4096/],
    ['whole', '', /from 1 to 4096/],
    ['share', 'Infinity', /a number from 0 to 1/],
    ['share', 'NaN', /a number from 0 to 1/],
    ['sizes', '8,8', /different whole numbers/],
    ['sizes', '8,', /different whole numbers/],
    ['sizes', Array.from({ length: 100_000 }, (_, i) => i + 1).join(), /different whole numbers/],
    ['on', '1', /true or false/],
    ['by', 'speed', /one of rate, mfu/],
    ['among', '', /at least one of rate, mfu/],
    ['among', 'rate,rate', /at least one of/],
    ['workloads', 'gpt3-175b', /a largest batch/],
    ['workloads', 'gpt3-175b:1:2', /a largest batch/],
    ['workloads', ':5', /a largest batch/],
    ['workloads', 'a b:5', /a largest batch/],
    ['prices', '80:-1', /a price/],
    ['prices', '80:1,80:2', /a price/],
    ['model', '', /the id of a model preset/],
    ['model', '<b>', /the id of a model preset/],
  ])('%s cannot be %s', (name, text, note) => {
    const { notes, ...choice } = asked(`study.first.${name}=${encodeURIComponent(text)}`);
    expect(choice).toEqual(firstStudy(FAKES));
    expect(notes).toEqual([expect.stringMatching(note)]);
    expect(notes.join().length).toBeLessThan(300);
  });

  it.each([
    ['study=nobody', /no study “nobody”; it was ignored\. There are first, second/],
    ['study=__proto__', /no study/],
    ['study.nobody.whole=1', /no parameter “study\.nobody\.whole”/],
    ['study.first.nothing=1', /no parameter “study\.first\.nothing”; it was ignored\. The study has model, system/],
    ['study.first.constructor=1', /no parameter/],
    ['study.first.__proto__=1', /no parameter/],
    ['study.first.whole.more=1', /no parameter/],
    ['study.first=1', /no parameter/],
    ['study.=1', /no parameter/],
  ])('%s is ignored, with a note', (text, note) => {
    const { notes, ...choice } = asked(text);
    expect(choice).toEqual(firstStudy(FAKES));
    expect(notes).toEqual([expect.stringMatching(note)]);
  });

  it('keeps what is right beside it', () => {
    expect(asked('study=second&study.second.whole=x&study.second.on=true&study.first.whole=9')).toEqual({
      open: 'second',
      changes: { first: { whole: 9 }, second: { on: true } },
      notes: [expect.stringContaining('study.second.whole')],
    });
  });

  it('never throws, and never becomes what its fields do not take', () => {
    const key = fc.constantFrom('study', ...Object.keys(fields).map((name) => `study.first.${name}`));
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double().map(String),
      fc.stringMatching(/^[\d.,:e+-]*$/),
      fc.stringMatching(/^(rate|mfu|true|first)?(,|:)?(rate|mfu|\d+)?$/),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
        const { open, changes } = studyFromPairs(new Map(pairs), [], FAKES);
        expect(['first', 'second']).toContain(open);
        for (const [name, taken] of Object.entries(changes['first'] ?? {}))
          expect(fields[name as keyof typeof fields].accepts(taken)).toBe(true);
      }),
    );
  });

  it('is not the business of other keys', () => {
    expect(['study', 'study.a.b', 'study.'].map(isStudyKey)).toEqual([true, true, true]);
    expect(['studies', 'tab', 'search.max_batch'].map(isStudyKey)).toEqual([false, false, false]);
  });
});
