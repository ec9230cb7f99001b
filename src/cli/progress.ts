import { grouped } from '../core/quantities/grouped.js';

const REDRAW_SECONDS = 0.1;
/** By then the threads run at their speed, and what is left can be told. */
const SETTLED_SECONDS = 3;
const LONG_SECONDS = 60;

/** 95 → "1 min 35 s". */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/**
 * How far long work is, on one line of a terminal's error stream. Where there is no terminal it says only once how long
 * the work will take, and only if that is over a minute.
 */
export class Progress {
  private done = 0;
  private readonly start = performance.now();
  private drawn = 0;
  private saidHowLong = false;
  private readonly isTerminal = process.stderr.isTTY;

  constructor(
    private readonly total: number,
    /** What is counted: "strategies". */
    private readonly what: string,
  ) {}

  add(count: number): void {
    this.done += count;
    const now = performance.now();
    const seconds = (now - this.start) / 1000;
    const left = this.done > 0 ? (seconds / this.done) * Math.max(0, this.total - this.done) : Number.POSITIVE_INFINITY;
    if (!this.saidHowLong && !this.isTerminal && seconds >= SETTLED_SECONDS) {
      this.saidHowLong = true;
      if (left > LONG_SECONDS) {
        process.stderr.write(`${grouped(this.total)} ${this.what} will take about ${duration(left)}.\n`);
      }
    }
    if (!this.isTerminal || (now - this.drawn) / 1000 < REDRAW_SECONDS) return;
    this.drawn = now;
    const share = `${((this.done / this.total) * 100).toFixed(1)} %`;
    const rate = `${grouped(Math.round(this.done / seconds))} a second`;
    this.draw(
      `${share}  ${grouped(this.done)} of ${grouped(this.total)} ${this.what}, ${rate}, ${duration(left)} left`,
    );
  }

  /** Takes the line away. */
  clear(): void {
    if (this.isTerminal && this.drawn > 0) this.draw('');
  }

  private draw(line: string): void {
    process.stderr.write(`\r\x1b[2K${line}`);
  }
}
