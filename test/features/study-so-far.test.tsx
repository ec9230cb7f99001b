// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anyStudy } from '../../src/core/studies/study.js';
import { OpenStudy } from '../../src/features/studies/open-study.js';
import { extentOf } from '../../src/features/studies/shown-report.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { NO_STUDY, provideStudies, useStudy, type StudyRunState } from '../../src/state/study-results.js';
import { provideWorkbench, selectDesign, workbench } from '../../src/state/workbench.js';
import { PRESETS } from '../state/preset-files.js';
import { curves, heatmap } from './study-figures.js';

const ANSWER = 'The best is 248 samples/s.';
/** Before anything is found the second figure has the title it keeps. */
const study = anyStudy({
  id: 'every',
  title: 'A study',
  figure: '',
  question: 'What is best?',
  runs: 'when-asked',
  fields: {},
  problems: () => [],
  points: () => [],
  report: () => ({ answer: '', figures: [{ ...heatmap, finding: 'Rates' }, curves] }),
});

const show = (state: Partial<StudyRunState>): void => act(() => useStudy.setState(state));
const plain = (element: Element | null): string => (element?.textContent ?? '').replaceAll('\u00a0', ' ');
const said = (): readonly string[] => [
  plain(document.querySelector('section[aria-labelledby="study-title"] > p')),
  ...screen.getAllByRole('figure').map((figure) => plain(figure.querySelector('h3'))),
];

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  provideStudies({ run: vi.fn(), cancel: vi.fn(), adopt: vi.fn(), designAt: () => null });
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  const world = { model: () => null, system: () => null, current: selectDesign(workbench().getState()) };
  useStudy.setState({ ...NO_STUDY, studyId: 'every', inputs: {}, world, total: 6 }, true);
  render(<OpenStudy study={study} settingsOpen={false} onSettings={vi.fn()} />);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('what a study says', () => {
  const whole = [ANSWER, heatmap.finding, curves.finding];

  it('is of a part while it runs, and when it was stopped', () => {
    show({ status: 'running', answered: 3, report: { answer: ANSWER, figures: [heatmap, curves] } });
    expect(said()).toEqual([`So far: ${ANSWER}`, `So far: ${heatmap.finding}`, curves.finding]);
    show({ status: 'cancelled' });
    expect(said()).toEqual([`Of what was tried: ${ANSWER}`, `Of what was tried: ${heatmap.finding}`, curves.finding]);
    show({ status: 'done', answered: 6 });
    expect(said()).toEqual(whole);
  });

  it.each([
    ['idle', 0, 6, 'when-asked', 'running'],
    ['running', 6, 6, 'when-asked', 'running'],
    ['cancelled', 6, 6, 'when-asked', 'stopped'],
    ['error', 3, 6, 'at-once', 'stopped'],
    ['running', 3, 6, 'at-once', 'running'],
    // what follows by itself keeps its last answer until it has another
    ['running', 6, 6, 'at-once', 'whole'],
    ['done', 6, 6, 'when-asked', 'whole'],
  ] as const)('%s with %i of %i answered, %s: %s', (status, answered, total, runs, extent) => {
    expect(extentOf({ status, answered, total }, runs)).toBe(extent);
  });
});
