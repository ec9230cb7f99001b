import type { HardwareNumber } from '../sensitivity/hardware-numbers.js';
import type { TornadoFigure } from './figure.js';
import { missingParts, problemsOf } from './problems.js';
import { MODE_LABELS, modesOf, SENSITIVITY_FIELDS, sensitivityPoints } from './sensitivity-points.js';
import type { Mode, SensitivityInputs } from './sensitivity-points.js';
import {
  cappedAt,
  gainText,
  isComplete,
  isNil,
  nilText,
  sensitivityRows,
  SMALL,
  tornadoRow,
} from './sensitivity-rows.js';
import type { SensitivityRow } from './sensitivity-rows.js';
import type { Findings, Study, StudyReport, StudyWorld } from './study.js';
import { begun, fixed, inSentence, listed } from './words.js';

const WHERE: Readonly<Record<Mode, string>> = { fixed: 'at the current strategy', best: 're-optimised' };

/** What one percent of the most sensitive number does, in each way that is known. */
function percentText({ number, by }: SensitivityRow): string {
  const effects = by.flatMap(([mode, { elasticity, pending }]) =>
    pending || elasticity.value === null ? [] : `by ${fixed(Math.abs(elasticity.value), 2)} % ${WHERE[mode]}`,
  );
  return `One percent of ${inSentence(number.label)} moves the rate ${listed(effects)}`;
}

interface Purchase {
  readonly number: HardwareNumber;
  /** Share of the rate gained; the first is what makes it the one to buy. */
  readonly gains: readonly (readonly [Mode, number])[];
}

/** The number worth buying more of, of those whose answers are there: re-optimised once all are. */
function purchaseOf(rows: readonly SensitivityRow[], isAll: boolean): Purchase | null {
  const purchases = rows.map(({ number, by }): Purchase => {
    // the best of some is not the best
    const known = isAll ? by.toReversed() : by.filter(([mode]) => mode === 'fixed');
    return { number, gains: known.map(([mode, { gain }]) => [mode, gain ?? 0]) };
  });
  const gainOf = (each: Purchase | null): number => each?.gains[0]?.[1] ?? 0;
  return purchases.reduce<Purchase | null>(
    (most, each) => (gainOf(each) > Math.max(SMALL, gainOf(most)) ? each : most),
    null,
  );
}

/** “twice the matrix peak”, “half the tier 1 latency”, “the highest matrix efficiency at 100 %, its cap,”. */
function improvedText(number: HardwareNumber, factor: number): string {
  const name = `the ${inSentence(number.label)}`;
  const cap = cappedAt(number, factor);
  if (cap !== null) return `${name} at ${cap}, its cap,`;
  if (number.lessIsBetter) return `${factor === 2 ? 'half' : `1/${factor} of`} ${name}`;
  return `${factor === 2 ? 'twice' : `${factor} times`} ${name}`;
}

function purchaseText({ factor }: SensitivityInputs, { number, gains }: Purchase): string {
  const gained = gains.map(([mode, gain]) => `${gainText(gain)} ${WHERE[mode]}`);
  return `To buy: ${improvedText(number, factor)} gains most, ${listed(gained)}`;
}

/** Letters that one line of a title holds. */
const TITLE = 72;

/** “Matrix peak, HBM bandwidth and tier 1 bandwidth matter most”, two where three are too long; null where fewer matter at all. */
function mattersMost(rows: readonly SensitivityRow[], isAll: boolean): string | null {
  const names = rows.filter(({ size }) => size >= SMALL).map(({ number }) => inSentence(number.label));
  if (names.length < 3) return null;
  const title = (count: number): string =>
    `${begun(listed(names.slice(0, count)))} matter most${isAll ? '' : ', current strategy'}`;
  return title(3).length <= TITLE ? title(3) : title(2);
}

function report(inputs: SensitivityInputs, world: StudyWorld, findings: Findings): StudyReport {
  const rows = sensitivityRows(inputs, world, findings);
  const [first] = rows;
  const finding = first === undefined || first.size < SMALL ? 'What the rate is most sensitive to' : percentText(first);
  const isAll = isComplete(rows);
  const purchase = purchaseOf(rows, isAll);
  const counts = (row: SensitivityRow): boolean => !isNil(row, isAll);
  const draw = (row: SensitivityRow) => tornadoRow(row, inputs.factor, isAll ? (purchase?.number ?? null) : null);
  const nil = rows.filter((row) => !counts(row)).map(draw);
  const figure: TornadoFigure = {
    kind: 'tornado',
    id: 'elasticities',
    finding: mattersMost(rows, isAll) ?? finding,
    subtitle: `Elasticity of the sample rate: its change for one percent more of each hardware number, and the gain with the number ${inputs.factor} times as good`,
    names: 'Hardware number',
    axis: 'Change of the rate for one percent more, % per %',
    gain: `${inputs.factor}× as good`,
    modes: modesOf(inputs).map((mode) => ({ id: mode, label: MODE_LABELS[mode] })),
    rows: rows.filter(counts).map(draw),
    nil,
    nilText: nilText(nil, isAll),
  };
  const answer = [finding, ...(purchase === null ? [] : [purchaseText(inputs, purchase)])];
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
