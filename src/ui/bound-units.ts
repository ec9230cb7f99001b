/** The units of the findings, as `formatQuantity` writes them. */
const NUMBER_AND_UNIT = /(\d) (?=(?:%|[mµn]?s|[KMGTPE]?i?B(?:\/s)?|[kMGTPE]?FLOP)(?![A-Za-z]))/g;

/** Keeps each number and its unit on one line. */
export const boundUnits = (text: string): string => text.replace(NUMBER_AND_UNIT, '$1\u00a0');
