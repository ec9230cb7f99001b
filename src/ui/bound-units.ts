/** Keeps each number and its unit on one line. */
export const boundUnits = (text: string): string => text.replace(/(\d) (?=\S)/g, '$1\u00a0');
