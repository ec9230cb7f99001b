/** All divisors of a positive integer, rising. O(√n). */
export function divisors(n: number): number[] {
  const low: number[] = [];
  const high: number[] = [];
  for (let i = 1; i * i <= n; i++) {
    if (n % i !== 0) continue;
    low.push(i);
    if (i * i !== n) high.push(n / i);
  }
  return low.concat(high.reverse());
}

/** The member of a rising list nearest to `value` (by ratio), the first of equals; `value` itself for an empty list. */
export function nearest(values: readonly number[], value: number): number {
  let best = values[0] ?? value;
  for (const each of values) {
    if (Math.abs(Math.log(each / value)) < Math.abs(Math.log(best / value))) best = each;
  }
  return best;
}
