/** Less than this share of the values is the rounding of sums. */
const ROUNDING = 1e-12;

/**
 * What one design has more of a quantity than the first, in its unit: 0 where only the rounding of sums differs, null where
 * there is nothing to take the difference of (∞ − ∞ included).
 */
export function difference(value: number | null, first: number | null): number | null {
  const change = value === null || first === null ? Number.NaN : value - first;
  if (Number.isNaN(change)) return null;
  if (!Number.isFinite(change)) return change;
  return Math.abs(change) <= ROUNDING * Math.max(Math.abs(value ?? 0), Math.abs(first ?? 0)) ? 0 : change;
}

/** How many times what the first design has; 1 of two that are the same, 0 and ∞ included; null where one has none. */
export function ratio(value: number | null, first: number | null): number | null {
  if (value === null || first === null) return null;
  return difference(value, first) === 0 || value === first ? 1 : value / first;
}

/** Whether a quantity is the same in all designs, but for the rounding of sums. */
export function isSameInAll(values: readonly (number | null)[]): boolean {
  const [first = null, ...others] = values;
  return others.every((value) => value === first || difference(value, first) === 0);
}
