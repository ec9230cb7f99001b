import { capacityText, withCapacityUnit } from '../quantities/byte-units.js';
import { counted } from '../quantities/counted.js';
import { grouped } from '../quantities/grouped.js';
import type { CoDesignInputs, Knob } from './co-design-inputs.js';
import { fixed, inSentence, percent } from './words.js';

/** The sides of the map. */
export interface Grid {
  readonly x: Knob;
  readonly y: Knob;
  readonly columns: readonly number[];
  /** The largest first: up is more. */
  readonly rows: readonly number[];
}

/** An end or a step of an axis, in the unit that memory is written in. */
export const along = ({ unit }: Knob, value: number): string => (unit === 'GiB' ? capacityText(value) : grouped(value));

/** An axis by name, with its unit: “HBM capacity, GiB”. */
export const nameOf = ({ label }: Knob): string => withCapacityUnit(label);

/** So much of a hardware input: “16 GiB of HBM capacity”, “an NVLink domain of 8 processors”. */
export function amountOf(knob: Knob, value: number): string {
  const [name = '', unit = ''] = nameOf(knob).split(', ');
  return knob.said?.(value) ?? `${along(knob, value)} ${unit} of ${inSentence(name)}`;
}

/** What the map is coloured by, with its unit, in the digits that a sentence has. */
export function colourText(colour: CoDesignInputs['colour'], value: number): string {
  // “per $100M” is in the name of the last
  return colour === 'mfu' ? percent(value) : `${fixed(value, 0)} samples/s`;
}

/**
 * Where a value is that some cells of the grid share: “at” the one with least of both inputs, and how many others there
 * are; “from” it “on” only where all that have as much of both are those cells.
 */
export function whereOf({ x, y, columns, rows }: Grid, isThere: readonly (readonly boolean[])[]): string {
  const cells = isThere.flatMap((line, row) => line.flatMap((is, column) => (is ? [{ row, column }] : [])));
  const [first] = cells;
  if (first === undefined) return '';
  const steps = ({ row, column }: typeof first): number => column - row;
  const least = cells.reduce((so, each) => (steps(each) < steps(so) ? each : so), first);
  const across = amountOf(x, columns[least.column] as number);
  const up = amountOf(y, rows[least.row] as number);
  const [wide, high] = [columns.length - least.column, least.row + 1];
  const beyond = cells.filter(({ row, column }) => row <= least.row && column >= least.column).length;
  const others = cells.length - 1;
  if (others > 0 && beyond === cells.length && beyond === wide * high) {
    if (high === 1) return `from ${across} on, at ${up}`;
    return wide === 1 ? `at ${across}, from ${up} on` : `from ${across} and ${up} on`;
  }
  const also = others === 0 ? '' : `, and in ${counted(others, 'other cells')}`;
  return `at ${across} and ${up}${also}`;
}

const CHOICES: Readonly<Record<CoDesignInputs['regions'], string>> = {
  split: 't, p, d',
  options: 'recompute and offload',
  both: 't, p, d, recompute and offload',
};

/** How many strategies win, by what divides the map, and in how many patches: “6 choices of t, p, d win in 9 regions”. */
export function winnersText(regions: CoDesignInputs['regions'], winners: number, patches: number): string {
  const win = winners === 1 ? 'wins' : 'win';
  return `${counted(winners, 'choices')} of ${CHOICES[regions]} ${win} in ${counted(patches, 'regions')}`;
}
