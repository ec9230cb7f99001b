import type { Quantity } from '../quantities/quantity.js';
import { evaluationOf } from './evaluation-of.js';
import { inSi, writtenNumber } from './field-si.js';
import type { Axis, Curve, CurveMark, CurvePoint, CurvesFigure } from './figure.js';
import { MODE_LABELS, MODE_WORDS } from './sensitivity-points.js';
import type { Mode } from './sensitivity-points.js';
import type { Findings } from './study.js';
import { valuesOf } from './sweep-points.js';
import type { Sweep } from './sweep-points.js';
import { changesOf, MOST_FOLLOW_UPS } from './sweep-refine.js';
import type { Change } from './sweep-refine.js';
import { nothingFits } from './sweep-regimes.js';
import type { Hindrance } from './sweep-regimes.js';
import { inSentence } from './words.js';

const COLOURS: Readonly<Record<Mode, number>> = { fixed: 1, best: 0 };

/** Why nothing is drawn at a value that is answered. */
function hindranceAt(sweep: Sweep, mode: Mode, value: number, findings: Findings): Hindrance | null {
  const finding = findings.get(`${mode} ${value}`);
  if (finding === undefined || finding.best !== null) return null;
  return mode === 'best' ? nothingFits(finding) : sweep.ownAt(value).hindrance;
}

/** Values next to each other that have one reason are one stretch. */
function stretches(sweep: Sweep, mode: Mode, values: readonly number[], findings: Findings, factor: number) {
  const all: { from: number; to: number; label: string; detail: string }[] = [];
  let open: (typeof all)[number] | null = null;
  for (const value of values) {
    const why = hindranceAt(sweep, mode, value, findings);
    if (why === null) {
      if (findings.has(`${mode} ${value}`)) open = null;
      continue;
    }
    const x = value * factor;
    if (open !== null && open.label === why.label) open.to = x;
    else all.push((open = { from: x, to: x, ...why }));
  }
  return all;
}

function curveOf(sweep: Sweep, mode: Mode, shown: Quantity, findings: Findings): Curve {
  const [factor] = inSi(sweep.input.field);
  const values = valuesOf(sweep, mode, findings);
  const points = values.flatMap((value): readonly CurvePoint[] => {
    const key = `${mode} ${value}`;
    if (!findings.has(key)) return [];
    const evaluation = evaluationOf(sweep.pointAt(mode, value), findings);
    const y = evaluation === null ? null : shown.value(evaluation);
    return [{ x: value * factor, y: y ?? Number.NaN, key }];
  });
  const endless = points.filter(({ y }) => y === Infinity);
  return {
    id: mode,
    label: MODE_LABELS[mode],
    style: mode === 'fixed' ? 'dashed' : 'line',
    colour: COLOURS[mode],
    points,
    ...(endless.length > 0 ? { infinite: endless.map(({ x }) => [x, x] as const) } : {}),
    infeasible: stretches(sweep, mode, values, findings, factor),
  };
}

/** A mark stands at the first value of what begins there, or at the last before nothing does. */
function markOf(sweep: Sweep, mode: Mode, change: Change, curve: Curve): readonly CurveMark[] {
  const [before, after] = [change.before, change.after].map((value) =>
    curve.points.find(({ key }) => key === `${mode} ${value}`),
  );
  const place = [after, before].find((each) => each !== undefined && Number.isFinite(each.y));
  if (place === undefined) return [];
  const { field } = sweep.input;
  const [from, to] = [writtenNumber(field, change.before), writtenNumber(field, change.after)];
  const where = from === to ? `At ${to}` : `From ${from} to ${to}`;
  return [
    {
      x: place.x,
      y: place.y,
      label: change.label,
      detail: `${where}, ${MODE_WORDS[mode]}: ${change.detail}`,
      keys: [`${mode} ${change.before}`, `${mode} ${change.after}`],
      colour: COLOURS[mode],
    },
  ];
}

/** So many whole numbers are all named along the axis. */
const FEW = 12;
/** Larger ratios of the values are better seen on a logarithmic axis. */
const WIDE = 20;
function yScale(curves: readonly Curve[]): Axis['scale'] {
  const values = curves.flatMap(({ points }) => points.map(({ y }) => y).filter(Number.isFinite));
  const least = Math.min(...values);
  return least > 0 && Math.max(...values) / least > WIDE ? 'log' : 'linear';
}

/** What there is to know of the axis and the marks. */
function notesOf(sweep: Sweep, findings: Findings): readonly string[] {
  const bounded = sweep.modes.flatMap((mode) => {
    const changes = changesOf(sweep, mode, findings);
    const open = changes.filter(({ between }) => between !== null).length;
    const asked = valuesOf(sweep, mode, findings).length - sweep.axis.values.length;
    if (open === 0 || asked < MOST_FOLLOW_UPS[mode]) return [];
    return [
      `${MODE_LABELS[mode]}: ${open} of ${changes.length} changes are placed between neighbours further apart than 1 %; no more than ${MOST_FOLLOW_UPS[mode]} further questions are asked.`,
    ];
  });
  return [sweep.input.follows, sweep.axis.leftOut, ...bounded].filter((each) => each !== '');
}

/** The whole figure of what is answered so far. */
export function sweepFigure(sweep: Sweep, shown: Quantity, findings: Findings): CurvesFigure {
  const { input, label, axis } = sweep;
  const [factor, unit] = inSi(input.field);
  const curves = sweep.modes.map((mode) => curveOf(sweep, mode, shown, findings));
  const marks = sweep.modes.flatMap((mode, i) =>
    changesOf(sweep, mode, findings).flatMap((change) => markOf(sweep, mode, change, curves[i] as Curve)),
  );
  const now = writtenNumber(input.field, input.value);
  return {
    kind: 'curves',
    id: 'sweep',
    finding: `${shown.label} over ${inSentence(label)}`,
    subtitle: `${shown.label} over ${inSentence(label)}, now ${now}; marks where the best strategy changes, and what bounds the current one`,
    x: {
      label,
      unit,
      scale: axis.scale,
      ...(input.field.integer && axis.values.length <= FEW ? { ticks: axis.values } : {}),
    },
    y: { label: shown.label, unit: shown.unit, quantity: shown.id, scale: yScale(curves) },
    curves,
    marks,
    now: { x: input.value * factor, label: `now ${now}` },
    notes: notesOf(sweep, findings),
  };
}
