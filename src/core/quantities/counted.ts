import { grouped } from './grouped.js';
import type { ShownUnit } from './shown-unit.js';

/** What is counted, as it is named beside its number: "samples", and "sample" beside 1. Only for plurals that end in s. */
export const countedName = (count: number, plural: string): string => (count === 1 ? plural.replace(/s$/, '') : plural);

/** A number with what it counts: "1 sample", "2,048 tokens". */
export const counted = (count: number, plural: string): string => `${grouped(count)} ${countedName(count, plural)}`;

/** A unit as it stands beside a number: what is counted is named in the plural, blocks, heads, but beside 1. */
export const unitBeside = (value: number, { text, dimension }: Pick<ShownUnit, 'text' | 'dimension'>): string =>
  dimension === 'count' ? countedName(value, text) : text;
