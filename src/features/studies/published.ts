import type { Cell, Published } from '../../core/studies/figure.js';
import { fixed } from '../../core/studies/words.js';

/** Whether the paper's digits are ours. */
export const agrees = (published: Published): boolean => published.text === published.ours;

const PLAIN = /^[−-]?\d[\d,]*(\.\d+)?$/;

/** Where others write memory in GB, what the paper printed says its unit. */
const plainOf = (text: string): string => text.replace(/ GiB$/, '');

/** The numbers of a printed text such as `70.3/78`; null for one that is none. */
function numbersOf(text: string): readonly (number | null)[] {
  return plainOf(text)
    .split('/')
    .map((part) => {
      const plain = part.trim();
      return PLAIN.test(plain) ? Number(plain.replaceAll(',', '').replace('−', '-')) : null;
    });
}

const decimalsOf = (part: string): number => part.split('.')[1]?.trim().length ?? 0;

/** Ours less the paper's in the last digit printed, for each number of the text: "✓", "+0.1/−2", "≠" where one has none. */
export function differenceText(published: Published): string {
  if (agrees(published)) return '✓';
  const [ours, theirs] = [numbersOf(published.ours), numbersOf(published.text)];
  const printed = plainOf(published.text).split('/');
  if (ours.length !== theirs.length) return '≠';
  const parts = ours.map((value, index) => {
    const other = theirs[index] ?? null;
    if (value === null || other === null) return null;
    const difference = value - other;
    const size = fixed(Math.abs(difference), decimalsOf(printed[index] ?? ''));
    return /[1-9]/.test(size) ? `${difference > 0 ? '+' : '−'}${size}` : '0';
  });
  return parts.includes(null) ? '≠' : parts.join('/');
}

/** `differenceText` for a table or a screen reader. */
export const differenceWords = (published: Published | undefined): string =>
  published === undefined ? '' : agrees(published) ? '✓ agrees' : differenceText(published);

/** How much larger ours is than the paper's first number, as a share of it; null where either has none. */
export function relativeDifference(published: Published): number | null {
  const [ours] = numbersOf(published.ours);
  const [theirs] = numbersOf(published.text);
  if (agrees(published)) return 0;
  if (typeof ours !== 'number' || typeof theirs !== 'number' || theirs === 0) return null;
  return ours / theirs - 1;
}

/** The paper's number in our unit, by the ratio of the digits; null where there is none. */
export function publishedValue(value: number | null, published: Published | undefined): number | null {
  if (published === undefined || value === null) return null;
  const [ours] = numbersOf(published.ours);
  const [theirs] = numbersOf(published.text);
  if (typeof ours !== 'number' || typeof theirs !== 'number') return null;
  return ours === 0 ? (theirs === 0 ? value : null) : (value * theirs) / ours;
}

/** What there is of a cell, in words. */
export const STATE_WORDS: Readonly<Record<Cell['state'], string>> = {
  value: 'feasible',
  infeasible: 'nothing fits',
  pending: 'not searched yet',
  none: 'no such combination',
};
