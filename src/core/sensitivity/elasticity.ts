import { allowedValue } from './hardware-numbers.js';
import type { HardwareNumber } from './hardware-numbers.js';

/** The values on either side of a number at which its effect is measured; null where there is none to be had. */
interface Neighbours {
  readonly down: number | null;
  readonly up: number | null;
}

/** A share below and above; the next whole numbers where a share is less than one. None for a number that is 0. */
export function neighboursOf(number: HardwareNumber, share: number): Neighbours {
  const { value, field } = number;
  if (value === 0) return { down: null, up: null };
  const by = field.integer ? Math.max(1, Math.round(value * share)) : value * share;
  const down = value - by > 0 ? allowedValue(number, value - by) : null;
  return { down, up: allowedValue(number, value + by) };
}

/** The number improved by a factor, within what its field allows; null where it cannot get better. */
export const improved = (number: HardwareNumber, factor: number): number | null =>
  allowedValue(number, number.lessIsBetter ? number.value / factor : number.value * factor);

/** A rate in samples/s at one value of an input; null where nothing is feasible there. */
export interface RateAt {
  readonly value: number;
  readonly rate: number | null;
}

/** How a rate follows an input. */
export interface Elasticity {
  /** Percent change of the rate for one percent change of the input; null where there is nothing to measure. */
  readonly value: number | null;
  /** What it was measured between: both neighbours, or one of them and the input itself. */
  readonly sides: 'both' | 'up' | 'down' | 'none';
}

/**
 * The slope of ln rate over ln input: between both neighbours, or from the input to the only one that is feasible. An
 * input whose steps lie further apart than the neighbours, such as a capacity, has 0.
 */
export function elasticity(base: RateAt, down: RateAt | null, up: RateAt | null): Elasticity {
  const low = known(down);
  const high = known(up);
  const own = known(base);
  if (low !== null && high !== null) return { value: slope(low, high), sides: 'both' };
  if (own !== null && high !== null) return { value: slope(own, high), sides: 'up' };
  if (own !== null && low !== null) return { value: slope(low, own), sides: 'down' };
  return { value: null, sides: 'none' };
}

type Known = { readonly value: number; readonly rate: number };
const known = (at: RateAt | null): Known | null =>
  at !== null && at.rate !== null && at.value > 0 ? { value: at.value, rate: at.rate } : null;

const slope = (low: Known, high: Known): number => Math.log(high.rate / low.rate) / Math.log(high.value / low.value);
