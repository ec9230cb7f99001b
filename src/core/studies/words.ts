import { byteUnits, capacityText, capacityUnit } from '../quantities/byte-units.js';
import { grouped } from '../quantities/grouped.js';

/** Whole numbers as the product writes them: 4,096. */
export const count = (value: number): string => grouped(Math.round(value));

/** A number to so many decimals. */
export const fixed = (value: number, decimals: number): string => value.toFixed(decimals);

/** A share as a percentage: 0.767 → “76.7 %”. */
export const percent = (share: number, decimals = 1): string => `${(share * 100).toFixed(decimals)} %`;

/** “a, b and c”. */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A capacity given in GiB with its unit: “80 GiB”, “85.899 GB”. */
export const capacity = (GiB: number): string => `${capacityText(GiB)} ${capacityUnit().name}`;

/** Bytes in the unit that capacities are shown in: of GiB, or of GB. */
export const inCapacity = (bytes: number): number => bytes / capacityUnit().bytes;

/** What the paper printed in GiB says so where its neighbours are in GB. */
export const asPrinted = (text: string): string => (byteUnits() === 'binary' || text === '–' ? text : `${text} GiB`);
