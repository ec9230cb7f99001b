import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/studies/question.js';
import { reportSoFar, soFar } from '../../../src/core/studies/so-far.js';
import { STUDIES } from '../../../src/core/studies/studies.js';
import { studyInputs, type StudyReport } from '../../../src/core/studies/study.js';
import { studyOf } from './ask.js';
import { presetWorld, runStudy } from './run-study.js';
import { tinyWorld } from './small-world.js';

const table = (id: string, finding: string): StudyReport['figures'][number] => ({
  kind: 'table',
  id,
  finding,
  subtitle: '',
  columns: [],
  rows: [],
});
const report = { answer: 'A is best.', figures: [table('a', '12 fit'), table('b', 'What each buys')] };
const unasked = { answer: '', figures: [table('a', 'What fits'), table('b', 'What each buys')] };
const titles = ({ figures }: StudyReport): readonly string[] => figures.map(({ finding }) => finding);

describe('a report of some of the findings', () => {
  it('is said to be one where it states a result', () => {
    const running = reportSoFar(report, unasked, 'running');
    expect(running.answer).toBe('So far: A is best.');
    expect(titles(running)).toEqual(['So far: 12 fit', 'What each buys']);
    expect(titles(reportSoFar(report, unasked, 'stopped'))[0]).toBe('Of what was tried: 12 fit');
    expect(reportSoFar({ ...report, answer: '' }, null, 'running').answer).toBe('');
  });

  it('is left as it is when it is whole', () => {
    expect(reportSoFar(report, unasked, 'whole')).toBe(report);
    expect(soFar('whole')).toBe('');
  });
});

describe('before anything is answered', () => {
  it.each(STUDIES.map(({ id }) => id))('%s says of nothing that it does not fit', (id) => {
    const study = studyOf(id);
    if (study === null) throw new Error('no study');
    const { answer, figures } = study.report(studyInputs(study, {}), tinyWorld, new Map());
    const said = [answer, ...figures.map(({ finding }) => finding)].join('\n');
    expect(said).not.toMatch(/nothing fits|no strategy|nothing is feasible|none of/i);
  });
});

describe('while a study runs', () => {
  const part = (id: string, changes: Parameters<typeof runStudy>[1], of: (key: string, at: number) => boolean) => {
    const { findings } = runStudy(id, changes);
    const study = studyOf(id);
    if (study === null) throw new Error('no study');
    const some = new Map<string, Finding>([...findings].filter(([key], at) => of(key, at)));
    return { findings, said: study.report(studyInputs(study, changes ?? {}), presetWorld, some).answer };
  };

  it('the co-design map counts the cells that are answered', () => {
    const { said } = part('co-design', { processors: 64, xSteps: 4, ySteps: 3 }, (_, at) => at < 5);
    expect(said).toMatch(/in \d of 5 cells nothing fits/);
  });

  it('beyond 100T counts the memories that were tried with the largest model', () => {
    const changes = { models: ['1t'], hbmGiB: [80], tier2GiB: [0, 512], scaling: [1024], processors: 1024 };
    const { said, findings } = part('beyond-100t', changes, (_, at) => at < 2);
    expect(findings.size).toBe(3);
    expect(said).toMatch(/\d of 2 memories cannot hold a model that large\.$/);
  });
});
