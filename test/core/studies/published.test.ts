import { describe, expect, it } from 'vitest';
import type { TableFigure } from '../../../src/core/studies/figure.js';
import { publishedOf, runStudy, type StudyRun } from './run-study.js';

function table(run: StudyRun, id: string): TableFigure {
  const found = run.report.figures.find((figure) => figure.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
}

function expectAsPrinted(figure: TableFigure, numbers: number): void {
  const published = publishedOf(figure);
  expect(published).toHaveLength(numbers);
  expect(published.map(({ ours }) => ours)).toEqual(published.map(({ text }) => text));
}

describe('anatomy (Fig. 3)', () => {
  const run = runStudy('anatomy');
  it('shows the parts of the time as printed, but for one rounding', () => {
    const parts = publishedOf(table(run, 'time'));
    expect(parts).toHaveLength(9);
    // Fig. 3 has 1.587 for the bubble; the reference computes 1.58646, and so do we
    const differing = parts.filter(({ text, ours }) => text !== ours);
    expect(differing).toMatchObject([{ text: '1.587', ours: '1.586' }]);
  });
  it('shows the classes of memory as printed', () => expectAsPrinted(table(run, 'memory'), 7));
});

it('shows every prediction of Table 2 as printed', () => {
  const run = runStudy('validation');
  expectAsPrinted(table(run, 'validation'), 8);
  expect(run.report.answer).toContain('3.65 % off on average, 8.87 % at most');
});

it('shows the MFUs of Table 4 as printed', () => expectAsPrinted(table(runStudy('software'), 'choices'), 4));

describe('distribution (Fig. 6)', () => {
  it('counts as the paper where d may exceed the batch', () =>
    expectAsPrinted(table(runStudy('distribution'), 'counts'), 3));

  it('counts as the reference where it may not', () => {
    const { findings } = runStudy('distribution', { wideData: false });
    const all = findings.get('all');
    expect(all).toMatchObject({ evaluated: 10_956_160, feasible: 1_974_830 });
    expect(all?.bins.reduce((sum, bin) => sum + bin, 0)).toBe(1_974_830);
    expect(all?.best?.rate).toBeCloseTo(1084.0640302411402, 9);
  });
});

it('draws the three panels of Fig. 4, every bar with time and memory', () => {
  const { report } = runStudy('trade-offs');
  expect(report.figures.map(({ kind }) => kind)).toEqual(['stacks', 'stacks', 'stacks']);
  for (const figure of report.figures) {
    if (figure.kind !== 'stacks') continue;
    for (const bar of figure.bars) {
      expect(bar.state).toBe('value');
      expect(bar.time).toHaveLength(11);
      expect(bar.memory).toHaveLength(6);
    }
  }
});
