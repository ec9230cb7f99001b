import type { Locator } from '@playwright/test';
import { expect } from './fixtures.js';

const SI = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 } as const;
const prefixed = (unit: string): Record<string, number> =>
  Object.fromEntries(Object.entries(SI).map(([prefix, factor]) => [`${prefix}${unit}`, factor]));
const rates = (unit: string): Record<string, number> =>
  Object.fromEntries(Object.entries(SI).map(([prefix, factor]) => [`${prefix} ${unit}`.trim(), factor]));

/** What a number is multiplied by to be in base units. */
const UNITS: Readonly<Record<string, number>> = {
  '%': 0.01,
  s: 1,
  ms: 1e-3,
  µs: 1e-6,
  ns: 1e-9,
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
  PiB: 2 ** 50,
  EiB: 2 ** 60,
  'FLOP/B': 1,
  ...prefixed('B/s'),
  ...prefixed('FLOP'),
  ...rates('samples/s'),
  ...rates('tokens/s'),
};

/** What the screen has where a number should be. */
export interface Shown {
  /** For a message: which number this is. */
  readonly what: string;
  /** "16.71478 s", or without the unit where the heading of its column has it. */
  readonly text: string | undefined;
  /** The unit of a text that names none. */
  readonly unit?: string;
}

/**
 * A number of the screen is that of the core (base units), rounded to the digits shown, and there are at least `digits`
 * significant ones of it, or of the total of its column. Only what is exactly 0 may be left out as "0" or "—".
 */
export function expectShown({ what, text, unit }: Shown, value: number, digits: number, total = value): void {
  expect(text, `${what} is on the screen`).toBeDefined();
  expect(value, `${what} is a number of the core`).not.toBeNaN();
  if (value === 0) {
    expect(text, `${what}, which is 0`).toMatch(/^(—|0( \S.*)?)$/);
    return;
  }
  if (!Number.isFinite(value)) {
    expect(text, `${what}, which is without end`).toBe('∞');
    return;
  }
  const [, digitsText, power = '0', own = ''] = /^([\d,]+(?:\.\d+)?)(?:e(−?\d+))?(?: (\S.*))?$/.exec(text ?? '') ?? [];
  expect(digitsText, `${what} shows “${text}”, which is no number; the core has ${value}`).toBeDefined();
  const factor = UNITS[own || (unit ?? '')];
  expect(factor, `${what} shows “${text}” in ${own || unit}, which is no unit`).toBeDefined();
  const written = (digitsText ?? '').replaceAll(',', '');
  const exponent = Number(power.replace('−', '-'));
  const decimals = (written.split('.')[1]?.length ?? 0) - exponent;
  const expected = value / (factor ?? Number.NaN);
  // Without decimals every digit before the point is shown, however many there are.
  const step =
    decimals === 0 ? Math.max(1, 10 ** (Math.floor(Math.log10(Math.abs(expected))) + 1 - 7)) : 10 ** -decimals;
  const read = Number(`${written}e${exponent}`);
  const off = Math.abs(read - expected);
  expect(off, `${what} shows ${text} ${unit ?? ''}; the core has ${value}`).toBeLessThanOrEqual(0.501 * step);
  const whole = Number.isInteger(expected) && decimals === 0;
  // 9.996 rounds up to a digit more
  const largest = Math.max(read, Math.abs(total / (factor ?? Number.NaN)));
  const known = Math.floor(Math.log10(largest)) + 1 + decimals;
  if (!whole) expect(known, `${what} shows ${text}: significant digits`).toBeGreaterThanOrEqual(digits);
}

/** The rows of a table by what stands first in them; each a list of its other cells, with the heading of each. */
export interface TableText {
  readonly headings: readonly string[];
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

export function tableText(table: Locator): Promise<TableText> {
  return table.evaluate((element: HTMLTableElement) => {
    const [head, ...rows] = [...element.rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim()));
    return {
      headings: head ?? [],
      rows: Object.fromEntries(rows.map(([name = '', ...cells]) => [name, cells])),
    };
  });
}

/** A column of a table that adds up to its first row of `expected` shows these values, in the order given. */
export function expectColumn(
  { headings, rows }: TableText,
  column: RegExp,
  expected: readonly (readonly [row: string, value: number])[],
): void {
  const index = headings.findIndex((heading) => column.test(heading));
  expect(index, `a column ${column} among ${headings.join(' | ')}`).toBeGreaterThan(0);
  const unit = /, (\S+)$/.exec(headings[index] ?? '')?.[1] ?? '';
  const total = expected[0]?.[1] ?? Number.NaN;
  for (const [row, value] of expected) {
    expect(Object.keys(rows), 'rows of the table').toContain(row);
    expectShown({ what: `${row}, ${headings[index]}`, text: rows[row]?.[index - 1], unit }, value, 5, total);
  }
}
