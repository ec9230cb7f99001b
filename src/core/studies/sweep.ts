import { withHardwareAt } from '../sensitivity/hardware-numbers.js';
import type { HardwareNumber } from '../sensitivity/hardware-numbers.js';
import { formatQuantity } from '../quantities/format.js';
import { changesText, strategyChanges } from '../strategy/strategy-changes.js';
import { coarseToFine } from './coarse-to-fine.js';
import { evaluationOf } from './evaluation-of.js';
import type { Curve, CurveMark, CurvePoint, CurvesFigure } from './figure.js';
import { missingModel, missingSystem, pointProblems, systemOf } from './problems.js';
import { MODE_WORDS, strategyPoint } from './sensitivity-points.js';
import type { Mode } from './sensitivity-points.js';
import type { Findings, Study, StudyPoint, StudyProblem, StudyReport, StudyWorld } from './study.js';
import { endsOf, inSi, knobLabel, shownQuantity, SWEEP_FIELDS, sweptNumber, sweptValues } from './sweep-inputs.js';
import type { SweepInputs } from './sweep-inputs.js';

const modesOf = ({ reoptimise }: SweepInputs): readonly Mode[] => (reoptimise ? ['fixed', 'best'] : ['fixed']);

const written = (value: number, { field }: HardwareNumber): string => {
  const [factor, unit] = inSi(field);
  return formatQuantity(value * factor, unit);
};

function pointOf(
  inputs: SweepInputs,
  world: StudyWorld,
  number: HardwareNumber,
  mode: Mode,
  value: number,
): StudyPoint {
  const system = withHardwareAt(systemOf(world, inputs.system).value, number.path, value);
  const label = `${number.label} ${written(value, number)}`;
  return strategyPoint(mode, `${mode} ${value}`, label, world, inputs.model, system);
}

/** The current strategy first: its answers take no time. */
function points(inputs: SweepInputs, world: StudyWorld): readonly StudyPoint[] {
  const number = sweptNumber(inputs, world);
  if (number === null) return [];
  const values = sweptValues(inputs, number);
  return modesOf(inputs).flatMap((mode) =>
    coarseToFine(values.length).map((place) => pointOf(inputs, world, number, mode, values[place] as number)),
  );
}

function curveOf(
  inputs: SweepInputs,
  asked: readonly StudyPoint[],
  xs: readonly number[],
  findings: Findings,
  mode: Mode,
): Curve {
  const { value } = shownQuantity(inputs);
  return {
    id: mode,
    label: mode === 'fixed' ? 'Current strategy' : 'Re-optimised',
    style: mode === 'fixed' ? 'dashed' : 'line',
    colour: mode === 'fixed' ? 1 : 0,
    points: asked.flatMap((point, i): readonly CurvePoint[] => {
      const evaluation = evaluationOf(point, findings);
      const y = evaluation === null ? null : value(evaluation);
      return y === null || !Number.isFinite(y) ? [] : [{ x: xs[i] as number, y, key: point.key }];
    }),
  };
}

/** Where the best strategy is another than at the value before; the first cell of each new regime has the mark. */
function marksOf(asked: readonly StudyPoint[], curve: Curve, findings: Findings): readonly CurveMark[] {
  const marks: CurveMark[] = [];
  let before: StudyPoint | null = null;
  for (const point of asked) {
    const strategy = findings.get(point.key)?.best?.strategy;
    const place = curve.points.find(({ key }) => key === point.key);
    // an answer that is still to come must not join two that are no neighbours
    if (strategy === undefined || place === undefined) {
      before = null;
      continue;
    }
    const last = before === null ? undefined : findings.get(before.key)?.best?.strategy;
    if (before !== null && last !== undefined) {
      const changes = strategyChanges(last, strategy);
      const [first, ...others] = changes;
      if (first !== undefined) {
        marks.push({
          x: place.x,
          y: place.y,
          label: `${first.name} ${first.from} → ${first.to}${others.length > 0 ? ' …' : ''}`,
          detail: `${point.label}: ${changesText(changes)}.`,
          keys: [before.key, point.key],
          colour: 0,
        });
      }
    }
    before = point;
  }
  return marks;
}

function report(inputs: SweepInputs, world: StudyWorld, findings: Findings): StudyReport {
  const number = sweptNumber(inputs, world);
  if (number === null) return { answer: '', figures: [] };
  const [factor, unit] = inSi(number.field);
  const values = sweptValues(inputs, number);
  const xs = values.map((value) => value * factor);
  const asked = (mode: Mode) => values.map((value) => pointOf(inputs, world, number, mode, value));
  const curves = modesOf(inputs).map((mode) => curveOf(inputs, asked(mode), xs, findings, mode));
  const best = curves.find(({ id }) => id === 'best');
  const marks = best === undefined ? [] : marksOf(asked('best'), best, findings);
  const { label, unit: yUnit } = shownQuantity(inputs);
  const ends = curves.flatMap((curve) => {
    const [first, last] = [curve.points[0], curve.points.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    return [`${formatQuantity(first.y, yUnit)} to ${formatQuantity(last.y, yUnit)}, ${MODE_WORDS[curve.id as Mode]}`];
  });
  const finding = ends.length === 0 ? `${label} over ${number.label}` : `${label} from ${ends.join('; ')}`;
  const figure: CurvesFigure = {
    kind: 'curves',
    id: 'sweep',
    finding,
    subtitle: `${label} over ${number.label}, now ${written(number.value, number)}; marks where the best strategy changes`,
    x: { label: number.label, unit, scale: 'log' },
    y: { label, unit: yUnit, scale: 'linear' },
    curves,
    marks,
  };
  const changes = marks.length === 1 ? 'changes once' : `changes ${marks.length} times`;
  const regimes = best === undefined || best.points.length < 2 ? '' : ` The best strategy ${changes} on the way.`;
  return { answer: ends.length === 0 ? '' : `${finding}.${regimes}`, figures: [figure] };
}

function problems(inputs: SweepInputs, world: StudyWorld): readonly StudyProblem[] {
  const missing = [...missingModel(world, 'model', inputs.model), ...missingSystem(world, 'system', inputs.system)];
  if (missing.length > 0) return missing;
  const number = sweptNumber(inputs, world);
  if (number === null) return [{ field: 'knob', message: `The system has no ${knobLabel(inputs.knob)}.` }];
  const [low, high] = endsOf(inputs, number);
  const { min, max } = number.field;
  if (low <= 0) return [{ field: 'from', message: `${number.label} is 0 now: give the ends of the axis.` }];
  if (low < min) return [{ field: 'from', message: `At least ${min}.` }];
  if (inputs.to > max) return [{ field: 'to', message: `At most ${max}.` }];
  if (high <= low || sweptValues(inputs, number).length < 2)
    return [{ field: 'to', message: `The axis must end above ${Number(low.toPrecision(4))}.` }];
  return pointProblems('system', points(inputs, world).slice(-1));
}

/** Any quantity over any one hardware number, at the current strategy and re-optimised. */
export const SWEEP: Study<typeof SWEEP_FIELDS> = {
  id: 'sweep',
  title: 'One-input sweep',
  figure: '',
  question: 'How does a result follow one hardware number, and where does the best strategy change?',
  runs: 'when-asked',
  fields: SWEEP_FIELDS,
  problems,
  points,
  report,
};
