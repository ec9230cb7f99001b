import { LEFT, RIGHT } from './band-panel.js';

/** Where the bars of a category axis stand. */
export interface Bands {
  readonly left: number;
  readonly right: number;
  /** From the middle of one bar to the next. */
  readonly step: number;
  readonly barWidth: number;
  readonly middle: (index: number) => number;
  /** Every how manieth name has room. */
  readonly every: number;
}

/** Width of a character of a wide sans at 11 px. */
const CHARACTER = 6.6;
const WIDEST = 72;

/** Names broken at their spaces into two lines at most. */
export function twoLines(name: string, room: number): readonly string[] {
  const fits = Math.max(1, Math.floor(room / CHARACTER));
  const words = name.split(' ');
  if (name.length <= fits || words.length === 1) return [name];
  let first = words[0] ?? '';
  let at = 1;
  while (at < words.length && `${first} ${words[at]}`.length <= fits) {
    first = `${first} ${words[at]}`;
    at += 1;
  }
  return at >= words.length ? [first] : [first, words.slice(at).join(' ')];
}

/** The middle of a name beneath its bar, moved aside where it would be cut at the edge of the drawing. */
export function nameMiddle({ middle, right }: Bands, index: number, name: string): number {
  const half = (name.length * CHARACTER) / 2;
  return Math.max(half, Math.min(middle(index), right + RIGHT - half));
}

/** The bars of so many names over a width in CSS pixels. */
export function bandsOf(names: readonly string[], width: number): Bands {
  const left = LEFT;
  const right = Math.max(left + 1, width - RIGHT);
  const step = (right - left) / Math.max(1, names.length);
  const longest = Math.max(
    1,
    ...names.map((name) => Math.max(...twoLines(name, step).map((line) => line.length * CHARACTER + 6))),
  );
  return {
    left,
    right,
    step,
    barWidth: Math.max(1, Math.min(WIDEST, step * 0.7)),
    middle: (index) => left + (index + 0.5) * step,
    every: Math.max(1, Math.ceil(longest / step)),
  };
}
