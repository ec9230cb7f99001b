/**
 * Round values from 0 to `max`, about `count` of them, in steps of 1, 2 or 5 × a power of ten.
 * None for a range that is empty or without end.
 */
export function linearTicks(max: number, count: number): number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [];
  const rough = max / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let i = 0; i * step <= max * (1 + 1e-9) && i <= 100; i++) ticks.push(i * step);
  return ticks;
}

/** Round values between `from` and `to`, both included if they are round, in steps as `linearTicks` has them. */
export function ticksBetween(from: number, to: number, count: number): number[] {
  const [least, most] = [Math.min(from, to), Math.max(from, to)];
  const [, step = 0] = linearTicks(most - least, count);
  if (step === 0) return [];
  const ticks: number[] = [];
  const first = Math.ceil(least / step - 1e-9);
  // Far from 0 the next whole number is the same one: the loop has an end of its own. Adding 0 makes a negative zero plain.
  for (let at = 0; (first + at) * step <= most + step * 1e-9 && at <= 100; at++) ticks.push((first + at) * step + 0);
  return ticks;
}
