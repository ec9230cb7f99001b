/** Median seconds of one call, over batches long enough for the clock; the first batches warm the compiler up. */
export function medianSeconds(
  work: () => void,
  { batches = 40, batchSeconds = 0.02, warmUpSeconds = 0.5 } = {},
): number {
  let calls = 1;
  const time = (): number => {
    const start = performance.now();
    for (let i = 0; i < calls; i += 1) work();
    return (performance.now() - start) / 1000;
  };
  for (let warm = 0; warm < warmUpSeconds;) {
    const seconds = time();
    warm += seconds;
    if (seconds < batchSeconds) calls *= 2;
  }
  const seconds = Array.from({ length: batches }, () => time() / calls).sort((a, b) => a - b);
  return seconds[Math.floor(batches / 2)] ?? Number.NaN;
}

/** One line of a bench: what, its figure, a note. */
export function print(what: string, figure: string, note = ''): void {
  console.log(`  ${what.padEnd(44)} ${figure.padStart(14)}  ${note}`.trimEnd());
}

export const microseconds = (seconds: number): string => `${(seconds * 1e6).toFixed(2)} µs`;
