import type { StudyReport } from './study.js';

/** How much of what was asked a result rests on: all of it, what is there while the rest is asked, or what there was when it was stopped. */
export type Extent = 'whole' | 'running' | 'stopped';

const BEFORE: Readonly<Record<Extent, string>> = {
  whole: '',
  running: 'So far: ',
  stopped: 'Of what was tried: ',
};

/** What stands before a sentence that holds for a part only; nothing before one that is final. */
export const soFar = (extent: Extent): string => BEFORE[extent];

/**
 * A report of some of the findings as such: its answer, and the title of every figure whose title is a result. What a
 * figure is called before anything is found (`unasked`) is none.
 */
export function reportSoFar(report: StudyReport, unasked: StudyReport | null, extent: Extent): StudyReport {
  if (extent === 'whole') return report;
  const said = (text: string, before: string | undefined): string =>
    text === '' || text === before ? text : soFar(extent) + text;
  return {
    answer: said(report.answer, unasked?.answer),
    figures: report.figures.map((figure) => ({
      ...figure,
      finding: said(figure.finding, unasked?.figures.find(({ id }) => id === figure.id)?.finding),
    })),
  };
}
