import { improved } from '../sensitivity/elasticity.js';
import type { HardwareNumber } from '../sensitivity/hardware-numbers.js';
import { NO_CELL } from './cell.js';
import type { Cell, TornadoRow } from './figure.js';
import { writtenNumber } from './field-si.js';
import { measured, modesOf, numbersOf } from './sensitivity-points.js';
import type { Measured, Mode, SensitivityInputs } from './sensitivity-points.js';
import type { Findings, StudyWorld } from './study.js';
import { fixed, inSentence, listed, percent } from './words.js';

/** An effect below this is written as none. */
export const SMALL = 5e-4;

/** What is known of one number, for each mode. */
export interface SensitivityRow {
  readonly number: HardwareNumber;
  readonly by: readonly (readonly [Mode, Measured])[];
  /** Elasticity at the current strategy, and the larger of both, without sign. */
  readonly own: number;
  readonly size: number;
}

/** Whether every answer is there. */
export const isComplete = (rows: readonly Pick<SensitivityRow, 'by'>[]): boolean =>
  !rows.some(({ by }) => by.some(([, { pending }]) => pending));

/** A capacity or a size has no slope: what it does is a step, however small the change that takes it. */
const isStep = ({ path }: HardwareNumber): boolean => /\.(GiB|size)$/.test(path);

const sizeOf = (number: HardwareNumber, { elasticity }: Measured): number =>
  isStep(number) ? 0 : Math.abs(elasticity.value ?? 0);
const gainOf = ({ by }: Pick<SensitivityRow, 'by'>): number => Math.max(0, ...by.map(([, { gain }]) => gain ?? 0));

/**
 * The most sensitive first: at the current strategy while the searches run, so that rows do not change places with every
 * answer, then by the larger of both; those without a slope by what they gain.
 */
export function sensitivityRows(
  inputs: SensitivityInputs,
  world: StudyWorld,
  findings: Findings,
): readonly SensitivityRow[] {
  const rows = numbersOf(inputs, world).map((number): SensitivityRow => {
    const by = modesOf(inputs).map((mode) => [mode, measured(inputs, world, findings, mode, number)] as const);
    const [own = 0, best = 0] = by.map(([, each]) => sizeOf(number, each));
    return { number, by, own, size: Math.max(own, best) };
  });
  return isComplete(rows)
    ? rows.toSorted((a, b) => b.size - a.size || gainOf(b) - gainOf(a))
    : rows.map((row) => ({ ...row, size: row.own })).toSorted((a, b) => b.own - a.own);
}

/** Whether a number does nothing, neither a little better nor improved: as far as is known of all numbers. */
export function isNil(row: SensitivityRow, isAll: boolean): boolean {
  const by = isAll ? row.by : row.by.filter(([mode]) => mode === 'fixed');
  return row.size < SMALL && gainOf({ by }) < SMALL;
}

const signed = (text: string, value: number): string => (value < 0 ? `−${text}` : text);
const elasticityText = (value: number): string =>
  Math.abs(value) < SMALL ? fixed(0, 3) : signed(fixed(Math.abs(value), 3), value);
export const gainText = (value: number): string =>
  Math.abs(value) < SMALL ? '0 %' : `${value < 0 ? '−' : '+'}${percent(Math.abs(value))}`;

function cellOf(
  { pending }: Measured,
  value: number | null,
  text: (value: number) => string,
  key: string | null,
): Cell {
  if (value !== null) return { key, state: 'value', value, text: text(value) };
  return pending ? { key, state: 'pending', value: null, text: '' } : { ...NO_CELL, text: '—' };
}

/** A step between the neighbours has no elasticity, whatever their slope. */
function elasticityCell(number: HardwareNumber, each: Measured): Cell {
  const { value } = each.elasticity;
  if (value === null || !isStep(number) || Math.abs(value) < SMALL) return cellOf(each, value, elasticityText, null);
  return { ...NO_CELL, text: 'a step' };
}

/** Why a number counts for nothing, or is measured to one side only. */
function whyNil({ number, by }: SensitivityRow): string {
  if (number.value === 0) return 'is 0: a percentage of it is nothing';
  if (by.some(([, { pending }]) => pending)) return '';
  const isFlat = by.every(([, each]) => sizeOf(number, each) < SMALL);
  // twice as much fits, though no neighbour may
  const isKnown = by.some(([, { gain }]) => gain !== null);
  if (isKnown && isStep(number)) return 'stepwise: it only decides what fits';
  const sides = by.map(([, { elasticity }]) => elasticity.sides);
  const one = sides.find((each) => each === 'up' || each === 'down');
  if (one !== undefined) return `measured ${one}wards only`;
  if (sides.includes('none')) return 'nothing feasible to measure from';
  return isFlat ? 'takes no part here' : '';
}

/** What a number is when its field ends before it is as good as wanted: a share cannot be twice 65 %. Null where it is. */
export function cappedAt(number: HardwareNumber, factor: number): string | null {
  const better = improved(number, factor);
  if (better === null || number.lessIsBetter || better >= number.value * factor * (1 - 1e-9)) return null;
  // a cap is a round number
  return writtenNumber(number.field, better).replace(/\.0+(?= |$)/, '');
}

/** A row as it is drawn; `bought` is the number worth buying. */
export function tornadoRow(row: SensitivityRow, factor: number, bought: HardwareNumber | null): TornadoRow {
  const { number, by } = row;
  const cap = cappedAt(number, factor);
  const capped = cap === null ? '' : `capped at ${cap}`;
  return {
    id: number.path,
    label: number.label,
    value: writtenNumber(number.field, number.value),
    elasticities: by.map(([, each]) => elasticityCell(number, each)),
    gains: by.map(([, each]) => cellOf(each, each.gain, gainText, each.gainKey)),
    capped,
    note: [whyNil(row), capped].filter((each) => each !== '').join('; '),
    marked: bought?.path === number.path,
  };
}

/** “No effect: HBM capacity and tier 0 size (stepwise: it only decides what fits); …” */
export function nilText(rows: readonly TornadoRow[], isAll: boolean): string {
  const notes = [...new Set(rows.map(({ note: why }) => why))];
  const parts = notes.map((why) => {
    const names = listed(rows.filter((row) => row.note === why).map(({ label }) => inSentence(label)));
    return why === '' ? names : `${names} (${why})`;
  });
  const where = isAll ? 'on the rate' : 'at the current strategy';
  return parts.length === 0 ? '' : `No effect ${where}: ${parts.join('; ')}.`;
}
