import type { Mode } from './sensitivity-points.js';
import type { Findings, StudyPoint } from './study.js';
import { bestChanges, ownChanges } from './sweep-regimes.js';
import { valuesOf } from './sweep-points.js';
import type { Sweep } from './sweep-points.js';
import { valueBetween } from './sweep-values.js';

/** Questions beyond those of the axis, to find where something changes. Those that search take the time. */
export const MOST_FOLLOW_UPS: Readonly<Record<Mode, number>> = { fixed: 256, best: 64 };

/** Two values next to each other, both answered, between which something changes. */
export interface Change {
  readonly before: number;
  readonly after: number;
  readonly label: string;
  readonly detail: string;
  /** One that could not be placed more exactly has a value between its sides. */
  readonly between: number | null;
}

type Difference = Pick<Change, 'label' | 'detail'>;

/** What is another at `after` than at `before`; several things are one change of strategy. */
function differences(
  sweep: Sweep,
  mode: Mode,
  findings: Findings,
  before: number,
  after: number,
): readonly Difference[] {
  if (mode === 'fixed') return ownChanges(sweep.ownAt(before), sweep.ownAt(after));
  const bestAt = (value: number) => findings.get(`best ${value}`)?.best?.strategy ?? null;
  const [a, b] = [bestAt(before), bestAt(after)];
  if (a === null || b === null) {
    if ((a === null) === (b === null)) return [];
    const text = b === null ? 'nothing fits' : 'something fits';
    return [{ label: text, detail: `From here ${text}.` }];
  }
  const changes = bestChanges(sweep.input.path, a, b);
  const [first, ...others] = changes;
  if (first === undefined) return [];
  return [
    {
      label: `${first.name} ${first.from} → ${first.to}${others.length > 0 ? ' …' : ''}`,
      detail: changes.map(({ name, from, to }) => `${name} ${from} → ${to}`).join('; '),
    },
  ];
}

/** Every change of a mode between values that are answered, by rising value. */
export function changesOf(sweep: Sweep, mode: Mode, findings: Findings): readonly Change[] {
  const values = valuesOf(sweep, mode, findings);
  return values.flatMap((after, i): readonly Change[] => {
    const before = values[i - 1];
    // an answer that is still to come must not join two that are no neighbours
    if (before === undefined || !findings.has(`${mode} ${before}`) || !findings.has(`${mode} ${after}`)) return [];
    const found = differences(sweep, mode, findings, before, after);
    if (found.length === 0) return [];
    const between = valueBetween(sweep.input, sweep.axis, before, after);
    return found.map((each) => ({ ...each, before, after, between }));
  });
}

/**
 * The next halves of the stretches in which something changes, the widest first, as far as the number of questions
 * allows. A change and its opposite between two values of the axis stay unseen.
 */
export function refinements(sweep: Sweep, findings: Findings): readonly StudyPoint[] {
  return sweep.modes.flatMap((mode) => {
    const known = valuesOf(sweep, mode, findings).length - sweep.axis.values.length;
    const widths = new Map<number, number>();
    for (const { before, after, between } of changesOf(sweep, mode, findings))
      if (between !== null) widths.set(between, before > 0 ? after / before : Number.POSITIVE_INFINITY);
    return [...widths]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, Math.max(0, MOST_FOLLOW_UPS[mode] - known))
      .map(([value]) => sweep.pointAt(mode, value));
  });
}
