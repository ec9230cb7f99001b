/** A rectangle of the plot, in CSS pixels. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface MarkAt {
  readonly name: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Larger marks get their names first. */
  readonly weight: number;
}

export interface PlacedLabel {
  readonly name: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const CHARACTER = 6.8;
const HEIGHT = 12;
const GAP = 4;

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const within = (a: Box, b: Box): boolean =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

function boxOf({ text, x, y, anchor }: PlacedLabel): Box {
  const width = text.length * CHARACTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - HEIGHT + 2, bottom: y + 2 };
}

function candidates({ name, text, x, y, radius }: MarkAt): PlacedLabel[] {
  const at = { name, text };
  return [
    { ...at, x: x + radius + GAP, y: y + 4, anchor: 'start' },
    { ...at, x, y: y + radius + HEIGHT, anchor: 'middle' },
    { ...at, x: x - radius - GAP, y: y + 4, anchor: 'end' },
    { ...at, x, y: y - radius - GAP, anchor: 'middle' },
  ];
}

/** Where a name can stand, for as many marks as there is room: never over another name, another mark or `taken`. */
export function placeLabels(marks: readonly MarkAt[], plot: Box, taken: readonly Box[]): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const boxes: Box[] = [...taken];
  const ofMark = ({ x, y, radius }: MarkAt): Box => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  });
  for (const mark of marks.toSorted((a, b) => b.weight - a.weight)) {
    const others = marks.filter((other) => other !== mark).map(ofMark);
    const free = candidates(mark).find((label) => {
      const box = boxOf(label);
      return within(box, plot) && ![...boxes, ...others].some((other) => meet(box, other));
    });
    if (free === undefined) continue;
    placed.push(free);
    boxes.push(boxOf(free));
  }
  return placed;
}
