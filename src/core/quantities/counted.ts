import { grouped } from './grouped.js';

/** What is counted, as it is named beside its number: "samples", and "sample" beside 1. Only for plurals that end in s. */
export const countedName = (count: number, plural: string): string => (count === 1 ? plural.replace(/s$/, '') : plural);

/** A number with what it counts: "1 sample", "2,048 tokens". */
export const counted = (count: number, plural: string): string => `${grouped(count)} ${countedName(count, plural)}`;
