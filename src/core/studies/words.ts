/** Whole numbers as the product writes them: 4,096. */
export const count = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** A number to so many decimals. */
export const fixed = (value: number, decimals: number): string => value.toFixed(decimals);

/** A share as a percentage: 0.767 → “76.7 %”. */
export const percent = (share: number, decimals = 1): string => `${(share * 100).toFixed(decimals)} %`;

/** “a, b and c”. */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
