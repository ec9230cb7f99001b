/** Powers of ten from `low` to `high`, both included if they are powers themselves. */
export function decades(low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let exponent = Math.ceil(Math.log10(low) - 1e-9); exponent <= Math.log10(high) + 1e-9; exponent++)
    ticks.push(10 ** exponent);
  return ticks;
}

/** Below it numbers end in 0, which has no place on such an axis, and above it in infinity. */
const MOST_POWER = 300;
/** Ten to a whole power, as far as that leaves room for a decade on either side. */
export const power = (exponent: number): number => 10 ** Math.min(MOST_POWER, Math.max(-MOST_POWER, exponent));

/** The powers of ten around the positive values, at least one decade apart. */
export function logDomain(values: readonly number[]): readonly [low: number, high: number] {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  if (positive.length === 0) return [1, 10];
  const low = power(Math.floor(Math.log10(Math.min(...positive))));
  const high = power(Math.ceil(Math.log10(Math.max(...positive))));
  return high > low ? [low, high] : [low, low * 10];
}
