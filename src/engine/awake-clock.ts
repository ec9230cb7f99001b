/** A page that runs looks at the clock more often than this; a longer gap was sleep. */
const LONGEST_GAP_MS = 2000;

/**
 * How long something took while the page was awake. A tab that is frozen for an hour, or a computer that sleeps, would
 * otherwise make of a search of two seconds one of an hour, and of the next ones too, since their length is learnt from it.
 */
export class AwakeClock {
  private last = performance.now();
  private awakeMs = 0;

  /** To be called whenever anything happens. */
  tick(): void {
    const now = performance.now();
    this.awakeMs += Math.min(Math.max(0, now - this.last), LONGEST_GAP_MS);
    this.last = now;
  }

  get seconds(): number {
    this.tick();
    return this.awakeMs / 1000;
  }
}

/** A frozen page's timers all come due at once when it wakes: patience is made of steps, of which only one is then over. */
const STEPS = 5;

/** Calls back after so long awake. Returns what prevents it. */
export function whenAwakeFor(milliseconds: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const step = (left: number): void => {
    timer = setTimeout(() => (left > 1 ? step(left - 1) : act()), milliseconds / STEPS);
  };
  step(STEPS);
  return () => clearTimeout(timer);
}
