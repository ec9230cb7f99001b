import type { VariedField } from '../../core/search/field-reader.js';
import {
  codesOf,
  codeText,
  columnReader,
  scaleOf,
  TABLE_COLUMNS,
  type ColumnId,
  type RowSet,
  type TableColumn,
} from './table-columns.js';

/** One condition on a row. All of a filter's have to hold. */
interface Condition {
  readonly column: TableColumn;
  readonly test: (value: number) => boolean;
}

/** Conditions of which any has to hold: a word without a column may be a value of several. */
type Term = readonly Condition[];

export interface RowFilter {
  readonly terms: readonly Term[];
  /** What could not be understood, as a sentence; null when all was. */
  readonly problem: string | null;
}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

const FILTERED = TABLE_COLUMNS.filter((column) => column.id !== 'mfu');
/** A word as filters compare it: “attention only” is `attentiononly`. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const matching = (column: TableColumn, word: string): number[] =>
  codesOf(column).filter((code) => plain(codeText(column.id as VariedField, code)).startsWith(plain(word)));

/** What may be written in a filter. */
export const FILTER_EXAMPLE = 't=8 recompute=full hbm<40 rate>=900';

/**
 * Reads a filter: words apart by spaces, all of which have to hold. `t=8`, `hbm<40` (GiB, or GB where memory is written so), `recompute=attention`,
 * `sharding` (a switch that is on), `sharding=off`, `full` (a value of any choice).
 */
export function parseFilter(text: string): RowFilter {
  const terms: Term[] = [];
  let problem: string | null = null;
  for (const word of text.replaceAll('≤', '<=').replaceAll('≥', '>=').split(/\s+/)) {
    if (word === '') continue;
    const [, key, operator = '', value = ''] = /^([^<>=!]+)(<=|>=|!=|=|<|>)(.*)$/.exec(word) ?? [];
    const term = key === undefined ? bareTerm(word) : comparison(key, operator, value);
    if (typeof term === 'string') problem ??= term;
    else terms.push(term);
  }
  return { terms, problem };
}

function comparison(key: string, operator: string, value: string): Term | string {
  const column = FILTERED.find((each) => each.key === key.toLowerCase());
  if (column === undefined)
    return `There is no column “${key}”. Columns: ${FILTERED.map((each) => each.key).join(', ')}.`;
  const compare = COMPARE[operator] as (a: number, b: number) => boolean;
  if (column.kind === 'measure' || column.kind === 'number') {
    const number = Number(value.replaceAll(',', ''));
    if (value === '' || Number.isNaN(number))
      return `“${key}${operator}${value}” wants a number, as in ${key}${operator}8.`;
    const scaled = number * scaleOf(column);
    return [{ column, test: (each) => compare(each, scaled) }];
  }
  const codes = matching(column, value);
  const known = codesOf(column).map((code) => codeText(column.id as VariedField, code));
  if (operator !== '=' && operator !== '!=') return `“${key}” has no order: use = or !=.`;
  if (value === '' || codes.length === 0) return `“${key}” is one of ${known.join(', ')}.`;
  return [{ column, test: (each) => codes.includes(each) === (operator === '=') }];
}

function bareTerm(word: string): Term | string {
  const flag = FILTERED.find((column) => column.kind === 'switch' && column.key === word.toLowerCase());
  if (flag !== undefined) return [{ column: flag, test: (each) => each === 1 }];
  const conditions = FILTERED.filter((column) => column.kind === 'option').flatMap((column) => {
    const codes = matching(column, word);
    return plain(word) === '' || codes.length === 0 ? [] : [{ column, test: (each: number) => codes.includes(each) }];
  });
  return conditions.length > 0 ? conditions : `“${word}” is no value of a choice. Try ${FILTER_EXAMPLE}.`;
}

/** The rows a filter lets through, in their order; null for all of them. */
export function filteredRows(rows: RowSet, { terms }: RowFilter): Uint32Array | null {
  if (terms.length === 0) return null;
  const readers = terms.map((term) =>
    term.map(({ column, test }) => ({ read: columnReader(rows, column.id as Exclude<ColumnId, 'mfu'>), test })),
  );
  const kept = new Uint32Array(rows.columns.count);
  let count = 0;
  for (let row = 0; row < rows.columns.count; row++) {
    if (readers.every((term) => term.some(({ read, test }) => test(read(row))))) kept[count++] = row;
  }
  return kept.slice(0, count);
}
