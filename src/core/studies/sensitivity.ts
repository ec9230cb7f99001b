import type { HardwareNumber } from '../sensitivity/hardware-numbers.js';
import type { TornadoFigure } from './figure.js';
import { missingParts, problemsOf } from './problems.js';
import { MODE_LABELS, modesOf, SENSITIVITY_FIELDS, sensitivityPoints } from './sensitivity-points.js';
import type { Mode, SensitivityInputs } from './sensitivity-points.js';
import { gainText, isComplete, isNil, nilText, sensitivityRows, SMALL, tornadoRow } from './sensitivity-rows.js';
import type { SensitivityRow } from './sensitivity-rows.js';
import type { Findings, Study, StudyReport, StudyWorld } from './study.js';
import { fixed } from './words.js';

const WHERE: Readonly<Record<Mode, string>> = { fixed: 'at the current strategy', best: 're-optimised' };

interface Purchase {
  readonly number: HardwareNumber;
  /** Share of the rate gained. */
  readonly gain: number;
}

/** The number worth buying more of: re-optimised where that is asked. */
function purchaseOf(rows: readonly SensitivityRow[]): Purchase | null {
  return rows
    .map(({ number, by }): Purchase => ({ number, gain: by.at(-1)?.[1].gain ?? 0 }))
    .reduce<Purchase | null>((most, each) => (each.gain > (most?.gain ?? SMALL) ? each : most), null);
}

function purchaseText(inputs: SensitivityInputs, purchase: Purchase | null): string {
  if (purchase === null) return '';
  const { label, lessIsBetter } = purchase.number;
  const how = lessIsBetter ? `1/${inputs.factor} of ${label}` : `${inputs.factor} times ${label}`;
  const mode = modesOf(inputs).at(-1) ?? 'fixed';
  return `To buy: ${how} gains most, ${gainText(purchase.gain)}, ${WHERE[mode]}`;
}

/** “Matrix peak, HBM bandwidth and Tier 1: bandwidth matter most”; null where fewer than three matter at all. */
function mattersMost(rows: readonly SensitivityRow[]): string | null {
  const [first, second, third] = rows.filter(({ size }) => size >= SMALL).map(({ number }) => number.label);
  return third === undefined ? null : `${first}, ${second} and ${third} matter most`;
}

function report(inputs: SensitivityInputs, world: StudyWorld, findings: Findings): StudyReport {
  const rows = sensitivityRows(inputs, world, findings);
  const [first] = rows;
  const finding =
    first === undefined || first.size < SMALL
      ? 'What the rate is most sensitive to'
      : `One percent of ${first.number.label} moves the rate by ${fixed(first.size, 2)} %, ${WHERE[first.mode]}`;
  const isAll = isComplete(rows);
  // the best of some is not the best
  const purchase = isAll ? purchaseOf(rows) : null;
  const counts = (row: SensitivityRow): boolean => !isNil(row, isAll);
  const draw = (row: SensitivityRow) => tornadoRow(row, inputs.factor, purchase?.number ?? null);
  const nil = rows.filter((row) => !counts(row)).map(draw);
  const figure: TornadoFigure = {
    kind: 'tornado',
    id: 'elasticities',
    finding: mattersMost(rows) ?? finding,
    subtitle: `Elasticity of the sample rate: its change for one percent more of each hardware number, and the gain with the number ${inputs.factor} times as good`,
    names: 'Hardware number',
    axis: 'Change of the rate for one percent more, % per %',
    gain: `${inputs.factor}× as good`,
    modes: modesOf(inputs).map((mode) => ({ id: mode, label: MODE_LABELS[mode] })),
    rows: rows.filter(counts).map(draw),
    nil,
    nilText: nilText(nil, isAll),
  };
  const answer = [finding, purchaseText(inputs, purchase)].filter((each) => each !== '');
  return { answer: !rows.some(counts) ? '' : `${answer.join('. ')}.`, figures: [figure] };
}

/** What the rate is most sensitive to: every hardware number, at the current strategy and over all strategies. */
export const SENSITIVITY: Study<typeof SENSITIVITY_FIELDS> = {
  id: 'sensitivity',
  title: 'Sensitivity',
  figure: '',
  question: 'Which hardware number is the rate most sensitive to, and what should one buy?',
  runs: 'when-asked',
  fields: SENSITIVITY_FIELDS,
  // the last is one that searches, where any does
  problems: (inputs, world) =>
    problemsOf(missingParts(world, inputs), () => sensitivityPoints(inputs, world).slice(-1)),
  points: sensitivityPoints,
  report,
};
