import type { HardwareNumber } from '../sensitivity/hardware-numbers.js';
import { NO_CELL, plainCell, textCell } from './cell.js';
import type { BarsFigure, Cell, TableFigure } from './figure.js';
import { missingModel, missingSystem, pointProblems } from './problems.js';
import {
  MODE_WORDS,
  measured,
  modesOf,
  numbersOf,
  SENSITIVITY_FIELDS,
  sensitivityPoints,
} from './sensitivity-points.js';
import type { Measured, Mode, SensitivityInputs } from './sensitivity-points.js';
import type { Findings, Study, StudyReport, StudyWorld } from './study.js';
import { fixed, percent } from './words.js';

/** More bars than this have no room for their names. */
const MOST_BARS = 8;
/** An effect below this is written as none. */
const SMALL = 5e-4;

interface Row {
  readonly number: HardwareNumber;
  readonly by: readonly (readonly [Mode, Measured])[];
  /** The larger of the elasticities, without sign. */
  readonly size: number;
}

/** The most sensitive first. */
function rowsOf(inputs: SensitivityInputs, world: StudyWorld, findings: Findings): readonly Row[] {
  return numbersOf(inputs, world)
    .map((number): Row => {
      const by = modesOf(inputs).map((mode) => [mode, measured(inputs, findings, mode, number)] as const);
      return { number, by, size: Math.max(...by.map(([, { elasticity }]) => Math.abs(elasticity.value ?? 0))) };
    })
    .sort((a, b) => b.size - a.size);
}

const signed = (text: string, value: number): string => (value < 0 ? `−${text}` : text);
const elasticityText = (value: number): string => signed(fixed(Math.abs(value), 3), value);
const gainText = (value: number): string =>
  Math.abs(value) < SMALL ? '0 %' : `${value < 0 ? '−' : '+'}${percent(Math.abs(value))}`;

function numberCell(
  { pending }: Measured,
  value: number | null,
  text: (value: number) => string,
  key: string | null,
): Cell {
  if (value !== null) return { key, state: 'value', value, text: text(value) };
  return pending ? { key, state: 'pending', value: null, text: '' } : { ...NO_CELL, text: '—' };
}

/** Why a number counts for nothing, or is measured to one side only. */
function note({ number, by }: Row): string {
  const [, first] = by[0] as readonly [Mode, Measured];
  if (by.some(([, { pending }]) => pending)) return '';
  if (number.value === 0) return 'is 0: a percentage of it is nothing';
  const one = by.find(
    ([
      ,
      {
        elasticity: { sides },
      },
    ]) => sides === 'up' || sides === 'down',
  );
  if (one !== undefined) return `measured ${one[1].elasticity.sides}wards only`;
  if (first.elasticity.sides === 'none') return 'nothing feasible to measure from';
  if (by.every(([, { elasticity }]) => elasticity.value === 0))
    return /\.(GiB|size)$/.test(number.path) ? 'stepwise: it only decides what fits' : 'takes no part here';
  return '';
}

function tornado(inputs: SensitivityInputs, rows: readonly Row[], finding: string): BarsFigure {
  const shown = rows.filter(({ size }) => size >= SMALL).slice(0, MOST_BARS);
  return {
    kind: 'bars',
    id: 'elasticities',
    finding,
    subtitle: 'Percent more rate for one percent better, the largest first; the table below has every number',
    x: { label: 'Hardware number', values: shown.map(({ number }) => number.label) },
    series: modesOf(inputs).map((mode, at) => ({
      id: mode,
      label: `Elasticity, ${MODE_WORDS[mode]}`,
      unit: 'none',
      cells: shown.map(({ by, number }) => {
        const [, each] = by[at] as readonly [Mode, Measured];
        const { value } = each.elasticity;
        return numberCell(each, value === null ? null : number.lessIsBetter ? -value : value, elasticityText, null);
      }),
    })),
    marked: [],
  };
}

function table(inputs: SensitivityInputs, rows: readonly Row[]): TableFigure {
  const { factor } = inputs;
  const modes = modesOf(inputs);
  return {
    kind: 'table',
    id: 'numbers',
    finding: 'Every number of the hardware',
    subtitle: `Elasticity: percent change of rate for one percent change; and the rate gained with the number ${factor} times as good`,
    columns: [
      { id: 'number', label: 'Number', unit: 'none' },
      { id: 'value', label: 'Value', unit: 'none' },
      ...modes.map((mode) => ({ id: mode, label: `Elasticity, ${MODE_WORDS[mode]}`, unit: 'none' as const })),
      ...modes.map((mode) => ({
        id: `gain-${mode}`,
        label: `${factor}× as good, ${MODE_WORDS[mode]}`,
        unit: 'fraction' as const,
      })),
      { id: 'note', label: 'Note', unit: 'none' },
    ],
    rows: rows.map((row, at) => ({
      id: row.number.path,
      marked: at === 0 && row.size >= SMALL,
      cells: [
        textCell(row.number.label),
        plainCell(
          row.number.value,
          `${row.number.value} ${row.number.field.unit === '%' ? '' : row.number.field.unit}`.trim(),
        ),
        ...row.by.map(([, each]) => numberCell(each, each.elasticity.value, elasticityText, null)),
        ...row.by.map(([, each]) => numberCell(each, each.gain, gainText, each.gainKey)),
        textCell(note(row)),
      ],
    })),
  };
}

function report(inputs: SensitivityInputs, world: StudyWorld, findings: Findings): StudyReport {
  const rows = rowsOf(inputs, world, findings);
  const [first] = rows;
  const finding =
    first === undefined || first.size < SMALL
      ? 'What the rate is most sensitive to'
      : `One percent of ${first.number.label} moves the rate by ${fixed(first.size, 2)} %`;
  return {
    answer: [finding, purchase(inputs, rows)].filter((each) => each !== '').join('. '),
    figures: [tornado(inputs, rows, finding), table(inputs, rows)],
  };
}

/** The number worth buying more of. */
function purchase(inputs: SensitivityInputs, rows: readonly Row[]): string {
  const gains = rows.flatMap(({ number, by }) => {
    const gain = by.at(-1)?.[1].gain ?? null;
    return gain === null ? [] : [{ number, gain }];
  });
  const best = gains.reduce<(typeof gains)[number] | null>(
    (most, each) => (each.gain > (most?.gain ?? SMALL) ? each : most),
    null,
  );
  if (best === null) return '';
  const { label, lessIsBetter } = best.number;
  const how = lessIsBetter ? `1/${inputs.factor} of the ${label}` : `${inputs.factor} times the ${label}`;
  const mode = modesOf(inputs).at(-1) ?? 'fixed';
  return `To buy: ${how} gains most, ${gainText(best.gain)}, ${mode === 'fixed' ? 'at the current strategy' : 're-optimised'}.`;
}

/** What the rate is most sensitive to: every hardware number, at the current strategy and over all strategies. */
export const SENSITIVITY: Study<typeof SENSITIVITY_FIELDS> = {
  id: 'sensitivity',
  title: 'Sensitivity',
  figure: '',
  question: 'Which hardware number is the rate most sensitive to, and what should one buy?',
  runs: 'when-asked',
  fields: SENSITIVITY_FIELDS,
  problems: (inputs, world) => {
    const missing = [...missingModel(world, 'model', inputs.model), ...missingSystem(world, 'system', inputs.system)];
    if (missing.length > 0 || !inputs.reoptimise) return missing;
    return pointProblems('system', sensitivityPoints(inputs, world).slice(-1));
  },
  points: sensitivityPoints,
  report,
};
