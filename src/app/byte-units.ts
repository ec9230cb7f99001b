import { byteUnits } from '../core/quantities/byte-units.js';
import { chooseByteUnits } from '../state/byte-units.js';

const KEY = 'calculon-explorer/byte-units';

/** Writes memory as the person chose on an earlier visit. Call once, before the first render. */
export function startByteUnits(): void {
  try {
    if (localStorage.getItem(KEY) === 'decimal') chooseByteUnits('decimal');
  } catch {
    // Storage may be forbidden: memory is written as in the model's files.
  }
}

/** From GiB to GB or back, and kept for the next visit. Nothing is mounted anew: what is open, typed, scrolled and focused stays so. */
export function switchByteUnits(): void {
  const units = byteUnits() === 'binary' ? 'decimal' : 'binary';
  try {
    localStorage.setItem(KEY, units);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  chooseByteUnits(units);
}
