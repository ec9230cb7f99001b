import { formatQuantity, splitQuantity } from '../quantities/format.js';
import { writtenNumber } from './field-si.js';
import { missingParts, pointProblems } from './problems.js';
import { MODE_WORDS } from './sensitivity-points.js';
import type { Mode } from './sensitivity-points.js';
import type { Findings, Study, StudyProblem, StudyReport, StudyWorld } from './study.js';
import { sweepInputLabel } from './sweep-choices.js';
import { sweepFigure } from './sweep-figure.js';
import { shownQuantity, SWEEP_FIELDS } from './sweep-inputs.js';
import type { SweepInputs } from './sweep-inputs.js';
import { gridPoints, sweepOf } from './sweep-points.js';
import { changesOf, refinements } from './sweep-refine.js';
import { sweepEnds } from './sweep-values.js';
import { inSentence } from './words.js';

const times = (count: number): string => ['never', 'once', 'twice'][count] ?? `${count} times`;

function report(inputs: SweepInputs, world: StudyWorld, findings: Findings): StudyReport {
  const sweep = sweepOf(inputs, world);
  if (sweep === null) return { answer: '', figures: [] };
  const shown = shownQuantity(inputs);
  const figure = sweepFigure(sweep, shown, findings);
  const ends = figure.curves.flatMap(({ id, points }) => {
    const drawn = points.filter(({ y }) => Number.isFinite(y));
    const [first, last] = [drawn[0], drawn.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const [from, to] = [splitQuantity(first.y, shown.unit), formatQuantity(last.y, shown.unit)];
    // one unit is enough for both
    const start = to.endsWith(` ${from.unit}`) ? from.text : formatQuantity(first.y, shown.unit);
    return [`${start} to ${to}, ${MODE_WORDS[id as Mode]}`];
  });
  if (ends.length === 0) return { answer: '', figures: [figure] };
  const over = `over ${inSentence(sweep.label)}`;
  const finding = `${shown.label} ${over}: ${ends.join('; ')}`;
  const changes = changesOf(sweep, 'best', findings).length;
  const isSearched = sweep.modes.includes('best') && (figure.curves.at(-1)?.points.length ?? 0) > 1;
  const regimes = isSearched ? ` The best strategy changes ${times(changes)} on the way.` : '';
  const title = isSearched ? `The best strategy changes ${times(changes)} ${over}` : `${shown.label} ${over}`;
  // the ends are in the answer above the figure
  return { answer: `${finding}.${regimes}`, figures: [{ ...figure, finding: title }] };
}

function problems(inputs: SweepInputs, world: StudyWorld): readonly StudyProblem[] {
  const missing = missingParts(world, inputs);
  if (missing.length > 0) return missing;
  const sweep = sweepOf(inputs, world);
  if (sweep === null) return [{ field: 'knob', message: `The system has no ${sweepInputLabel(inputs.knob)}.` }];
  const { input, label, axis } = sweep;
  const [low, high] = sweepEnds(inputs, input);
  const { min, max, scale } = input.field;
  if (low <= 0 && scale === 'log') return [{ field: 'from', message: `${label} is 0 now: give the ends of the axis.` }];
  if (low < min) return [{ field: 'from', message: `At least ${writtenNumber(input.field, min)}.` }];
  if (inputs.to > max) return [{ field: 'to', message: `At most ${writtenNumber(input.field, max)}.` }];
  if (high <= low) return [{ field: 'to', message: `The axis must end above ${writtenNumber(input.field, low)}.` }];
  if (axis.values.length < 2)
    return [{ field: 'knob', message: `${label} has fewer than two allowed values here. ${axis.leftOut}`.trim() }];
  return pointProblems(gridPoints(sweep).slice(-1));
}

/** Any quantity over any one input, at the current strategy and re-optimised. */
export const SWEEP: Study<typeof SWEEP_FIELDS> = {
  id: 'sweep',
  title: 'One-input sweep',
  figure: '',
  question: 'How does a result follow one input, and where does the best strategy change?',
  runs: 'when-asked',
  fields: SWEEP_FIELDS,
  problems,
  points: (inputs, world) => {
    const sweep = sweepOf(inputs, world);
    return sweep === null ? [] : gridPoints(sweep);
  },
  more: (inputs, world, findings) => {
    const sweep = sweepOf(inputs, world);
    return sweep === null ? [] : refinements(sweep, findings);
  },
  report,
};
