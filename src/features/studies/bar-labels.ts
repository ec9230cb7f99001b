/** A bar that may have its number above it, in CSS pixels. */
export interface LabelledBar {
  readonly middle: number;
  readonly top: number;
  /** Empty for none. */
  readonly text: string;
  /** Whether it is one of those to look at. */
  readonly isMarked: boolean;
}

/** Where the number of a bar stands: its middle and its foot. */
export interface BarLabel {
  readonly x: number;
  readonly y: number;
}

export interface BarLabels {
  readonly size: number;
  /** By bar; null where there is no room for its number. */
  readonly labels: readonly (BarLabel | null)[];
}

const SIZES = [11, 10, 9] as const;
/** Width of a digit, as a share of its size. */
const DIGIT = 0.62;
const APART = 3;
const ABOVE = 5;
/** What says that nothing fits has room everywhere. */
const DASH = '–';

/**
 * The numbers of a panel's bars, `step` apart, all in one size. Where even the smallest is too wide not some of them go, by
 * the number of their digits, but all except those of the marked bars and of the tallest.
 *
 * @param right where the drawing ends
 */
export function barLabels(bars: readonly LabelledBar[], step: number, right: number): BarLabels {
  const longest = bars.reduce((most, { text }) => Math.max(most, text.length), 0);
  const size = SIZES.find((each) => longest * each * DIGIT + APART <= step);
  const above = ({ middle, top, text }: LabelledBar): BarLabel | null =>
    text === '' ? null : { x: middle, y: top - ABOVE };
  if (size !== undefined) return { size, labels: bars.map(above) };
  const least = SIZES[SIZES.length - 1] as number;
  return { size: least, labels: fewLabels(bars, least, right) };
}

/** Those of the marked bars and of the tallest: one that would touch another stands above it. */
function fewLabels(bars: readonly LabelledBar[], size: number, right: number): readonly (BarLabel | null)[] {
  const labels = bars.map(({ middle, top, text }): BarLabel | null =>
    text === DASH ? { x: middle, y: top - ABOVE } : null,
  );
  const numbered = bars.flatMap((bar, index) => (bar.text === '' || bar.text === DASH ? [] : [{ ...bar, index }]));
  const tallest = Math.min(...numbered.map(({ top }) => top));
  const first = numbered.find(({ top }) => top === tallest);
  const placed: (BarLabel & { readonly half: number })[] = [];
  // the lower ones first, so that the higher one gives way, upwards
  const chosen = numbered.filter((bar) => bar.isMarked || bar === first).toSorted((a, b) => b.top - a.top);
  for (const { index, middle, top, text } of chosen) {
    const half = (text.length * size * DIGIT) / 2;
    const x = Math.min(middle, right - half);
    let y = top - ABOVE;
    for (const other of placed)
      if (Math.abs(other.x - x) < other.half + half + APART) y = Math.min(y, other.y - size - 1);
    placed.push({ x, y, half });
    labels[index] = { x, y };
  }
  return labels;
}
