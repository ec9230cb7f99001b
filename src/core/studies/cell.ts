import type { Cell, Published } from './figure.js';
import type { Finding, FoundStrategy } from './question.js';
import type { Findings } from './study.js';

/** A cell with nothing behind it. */
export const NO_CELL: Cell = { key: null, state: 'none', value: null, text: '' };

/** A number of a point; where `key` is null of none, or of several. */
export const valueCell = (key: string | null, value: number, text: string, published?: Published | null): Cell => ({
  key,
  state: 'value',
  value,
  text,
  ...(published ? { published } : {}),
});

/** A number that is of no point, or of several. */
export const plainCell = (value: number, text: string, published?: Published | null): Cell =>
  valueCell(null, value, text, published);

/** A point without a number, in a table: it found nothing, or has not been asked yet. */
export const dashCell = (findings: Findings, key: string): Cell => ({
  key,
  state: findings.has(key) ? 'infeasible' : 'pending',
  value: null,
  text: '–',
});

export const textCell = (text: string, key: string | null = null): Cell => ({ key, state: 'value', value: null, text });

/** How to read a number out of what a point found. */
export interface CellReading {
  readonly value: (best: FoundStrategy, finding: Finding) => number;
  readonly text: (value: number, best: FoundStrategy) => string;
  /** What the paper printed, and ours in its digits. */
  readonly published?: (value: number, best: FoundStrategy) => Published | null;
}

/** The cell of a point: what it found, or why there is no number. */
export function cellOf(findings: Findings, key: string, reading: CellReading): Cell {
  const finding = findings.get(key);
  if (finding === undefined) return { key, state: 'pending', value: null, text: '' };
  const { best } = finding;
  if (best === null) return { key, state: 'infeasible', value: null, text: '–' };
  const value = reading.value(best, finding);
  return valueCell(key, value, reading.text(value, best), reading.published?.(value, best));
}

/** Whether inputs are the paper's, so that its numbers may stand beside ours. */
export function isPaper(
  fields: Readonly<Record<string, { readonly initial: unknown }>>,
  inputs: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(fields).every(
    ([name, field]) => JSON.stringify(field.initial) === JSON.stringify(inputs[name]),
  );
}
