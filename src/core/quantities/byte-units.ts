import { grouped } from './grouped.js';

/** How amounts of memory are written: binary (GiB = 2^30 B), as the model has its inputs, or decimal (GB = 10^9 B). */
export type ByteUnits = 'binary' | 'decimal';

let chosen: ByteUnits = 'binary';

/**
 * The units that amounts of memory are written in at present. The one setting of display in the core: see
 * docs/decisions/units.md. No number depends on it, only text.
 */
export const byteUnits = (): ByteUnits => chosen;

/** Writes amounts of memory in these units from now on. Text that was made before stays as it is. */
export function setByteUnits(units: ByteUnits): void {
  chosen = units;
}

/** What capacities are counted in. */
export interface CapacityUnit {
  readonly name: 'GiB' | 'GB';
  /** Bytes in one. */
  readonly bytes: number;
}

const CAPACITY: Readonly<Record<ByteUnits, CapacityUnit>> = {
  binary: { name: 'GiB', bytes: 2 ** 30 },
  decimal: { name: 'GB', bytes: 1e9 },
};

/** The unit for a column, an axis or a sentence that counts memory in billions of bytes. */
export const capacityUnit = (): CapacityUnit => CAPACITY[chosen];

/** A capacity given in GiB, in the unit shown: 80 is 80 (GiB) or 85.9 (GB). A whole number of GiB stays exact. */
const shownCapacity = (GiB: number): number => (chosen === 'binary' ? GiB : (GiB * 2 ** 30) / 1e9);

/** Five digits say what a capacity of GB is; in GiB it is written as it is. */
const DIGITS = 5;

/** `shownCapacity` as text without its unit: "80", "1,024", "85.899". */
export function capacityText(GiB: number): string {
  const shown = shownCapacity(GiB);
  const rounded = chosen === 'binary' ? shown : Number(shown.toPrecision(Math.max(DIGITS, wholeDigits(shown))));
  return grouped(rounded);
}

const wholeDigits = (value: number): number => Math.min(20, Math.floor(Math.abs(value)).toString().length);

/** A fixed text that names the unit of stored capacities ("HBM, GiB"), with the unit shown. It must hold no number. */
export const withCapacityUnit = (text: string): string => text.replace(/\bGiB\b/g, capacityUnit().name);
