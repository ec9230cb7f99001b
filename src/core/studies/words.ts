import { byteUnits, capacityText, capacityUnit } from '../quantities/byte-units.js';
import { grouped } from '../quantities/grouped.js';

/** Whole numbers as the product writes them: 4,096. */
export const count = (value: number): string => grouped(Math.round(value));

/** A number to so many decimals, with commas between its thousands and a minus that is one: “1,084”, “−1.72”. */
export function fixed(value: number, decimals: number): string {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A share as a percentage: 0.767 → “76.7 %”. */
export const percent = (share: number, decimals = 1): string => `${fixed(share * 100, decimals)} %`;

/** “a, b and c”. */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const withFirst = (text: string, first: (letter: string) => string): string => first(text.charAt(0)) + text.slice(1);

/** The beginning of a sentence. */
export const begun = (text: string): string => withFirst(text, (letter) => letter.toUpperCase());

/** A label as a sentence has it: “Matrix efficiency, highest” is the “highest matrix efficiency”, “HBM bandwidth” itself. */
export function inSentence(label: string): string {
  const [, name = label, isHighest, more] = /^(.*?)(, highest)?(, \w+)?$/.exec(label) ?? [];
  const plain = name.replace(/^(Tier \d+): /, '$1 ');
  // an abbreviation or a name with capitals within keeps them
  const lower = /^\S+[A-Z]/.test(plain) ? plain : withFirst(plain, (letter) => letter.toLowerCase());
  return `${isHighest === undefined ? '' : 'highest '}${lower}${more === undefined ? '' : ` in ${more.slice(2)}`}`;
}

/** A capacity given in GiB with its unit: “80 GiB”, “85.899 GB”. */
export const capacity = (GiB: number): string => `${capacityText(GiB)} ${capacityUnit().name}`;

/** Bytes in the unit that capacities are shown in: of GiB, or of GB. */
export const inCapacity = (bytes: number): number => bytes / capacityUnit().bytes;

/** What the paper printed in GiB says so where its neighbours are in GB. */
export const asPrinted = (text: string): string => (byteUnits() === 'binary' || text === '–' ? text : `${text} GiB`);
