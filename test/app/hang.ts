/**
 * Ten times what a person notices (50 ms, which `npm run bench -- doors` holds the longest of all against): a busy machine
 * is slower, what hangs is slower by far.
 */
export const HANG_MS = 500;

/** Milliseconds that some work takes, once. */
export async function timed(work: () => void | Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/**
 * Milliseconds that the same work takes at the least, of twenty times. Once may be the machine's doing; what hangs does
 * so each time.
 */
export async function leastTime(work: () => void | Promise<void>): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < 20; time += 1) least = Math.min(least, await timed(work));
  return least;
}
