import { unitBeside } from '../core/quantities/counted.js';
import { shownUnit } from '../core/quantities/shown-unit.js';
import { readSuffix } from './typed-unit.js';

/** What typed text came to: a value in the field's stored unit, or a sentence saying why it is refused. */
export type TypedQuantity =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

const refuse = (message: string): TypedQuantity => ({ ok: false, message });

// digits with separators · decimals · exponent · suffix
const TYPED = /^([+-]?)(\d[\d,_' ]*)?(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*([^\d\s.,].*)?$/;
const GROUPED = /^\d{1,3}([,_' ])\d{3}(?:\1\d{3})*$/;

/**
 * Reads a quantity as people type it: "4.8T", "4800 GB/s", "80 GiB", "10 µs", "65 %", "2e3", "12,288".
 * @param unit the field's stored unit; a number without a unit is in the unit shown for it
 */
export function parseQuantity(text: string, unit: string): TypedQuantity {
  const shown = shownUnit(unit);
  const clean = text
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/[−–]/g, '-')
    .trim();
  if (clean === '') return refuse(`Type a number, such as ${shown.examples}.`);
  const match = TYPED.exec(clean);
  const [, sign = '', whole = '', decimals = '', exponent = '0', suffix = ''] = match ?? [];
  const digits = whole.trim();
  if (match === null || digits + decimals === '') {
    const comma = /\d,\d/.test(clean) ? ' Write decimals with a point.' : '';
    return refuse(`“${clean}” is not a number.${comma} Type ${shown.examples}.`);
  }
  if (/[,_' ]/.test(digits) && !GROUPED.test(digits)) {
    return refuse(`“${clean}” can be read in two ways: write decimals with a point, thousands in groups of three.`);
  }
  const scale = readSuffix(suffix.trim(), shown);
  if (scale === undefined) return refuse(`“${suffix.trim()}” is no unit of this field. Type ${shown.examples}.`);

  // Powers of ten move the exponent of the decimal text, so no rounding is added to what was typed.
  const power = Number(exponent) + scale.exponent - shown.exponent;
  const decimal = Number(`${sign}${digits.replace(/[,_' ]/g, '') || '0'}.${decimals}e${power}`);
  const value = (decimal / scale.divisor) * 2 ** (scale.binary - (shown.binary ?? 0));
  return Number.isFinite(value) ? { ok: true, value } : refuse(`“${clean}” is too large.`);
}

/** `value · 10^shift` as plain decimal text, exactly: the point is moved in the shortest decimal of the value. */
function shiftedDecimal(value: number, shift: number): string {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const point = 1 + Number(exponent) + shift;
  const sign = value < 0 ? '-' : '';
  if (value === 0) return '0';
  if (point > 21 || point < -8) return `${sign}${mantissa}e${Number(exponent) + shift}`;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The stored value in the unit shown, every digit, no separators: what an edit starts from. Reads back to the same value. */
export function editText(value: number, unit: string): string {
  const { shift, binaryShift = 0 } = shownUnit(unit);
  // a power of two changes no digit of the number, only its exponent
  return shiftedDecimal(value * 2 ** binaryShift, shift);
}

const group = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');

/** Plain decimal text in four digits with an exponent: "2.048e7". */
const exponentText = (exact: string): string => Number(Number(exact).toPrecision(4)).toExponential().replace('+', '');

/** The stored value in the unit shown, short enough for a narrow box: all digits of a whole number, else five. */
export function shortText(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '—';
  const { shift, binaryShift = 0 } = shownUnit(unit);
  const scaled = value * 2 ** binaryShift;
  const exact = shiftedDecimal(scaled, shift);
  const magnitude = Math.abs(Number(exact));
  if (magnitude !== 0 && (magnitude >= 1e9 || magnitude < 1e-4)) return exponentText(exact);
  const rounded =
    exact.replace('.', '').length > 7 && exact.includes('.')
      ? shiftedDecimal(Number(scaled.toPrecision(5)), shift)
      : exact;
  const [whole = '', decimals] = rounded.split('.');
  return decimals === undefined ? group(whole) : `${group(whole)}.${decimals}`;
}

/** As `shortText`, but with an exponent where that has more characters than are allowed: a number that is cut is another one. */
export function textWithin(most: number, value: number, unit: string): string {
  const text = shortText(value, unit);
  return text.length <= most ? text : exponentText(editText(value, unit));
}

/** The value with its unit, as in "2,048 GB/s", "1 block". */
export function quantityText(value: number, unit: string): string {
  const shown = shownUnit(unit);
  return shown.text === '' ? shortText(value, unit) : `${shortText(value, unit)} ${unitBeside(value, shown)}`;
}
