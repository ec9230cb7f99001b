export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A mark of a plot that wants a word beside it, in CSS pixels. */
export interface MarkPlace {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface PlacedMark extends MarkPlace {
  readonly labelX: number;
  readonly labelY: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const MARK_SIZE = 11;
const LETTER = 6.8;
const LINE = 13;
const CLEAR = 5;
/** How far a label may stand from its mark, in lines. */
const LEVELS = [1, -1, 2, -2, 3, 4, 5, -3, -4, 6, 7];
/** Marks of one word no further apart than this share one label. */
const NEAR = 96;

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether two lines, each from a mark to its label, cross or all but touch. */
function cross(one: PlacedMark, other: PlacedMark): boolean {
  const side = (a: Spot, b: Spot, c: Spot): number => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  const [end, otherEnd] = [one, other].map(({ labelX, labelY }) => ({ x: labelX, y: labelY })) as [Spot, Spot];
  return (
    side(one, end, other) !== side(one, end, otherEnd) && side(other, otherEnd, one) !== side(other, otherEnd, end)
  );
}

/**
 * The labels that find room above or below their marks, over no other label, mark or spot of `avoided` and with no line to
 * their mark that crosses another, the first ones first. Of marks near each other with the same word one has it.
 */
export function placeMarks(marks: readonly MarkPlace[], plot: Box, avoided: readonly Spot[] = []): PlacedMark[] {
  const taken: Box[] = marks.map(({ x, y }) => ({
    left: x - CLEAR,
    right: x + CLEAR,
    top: y - CLEAR,
    bottom: y + CLEAR,
  }));
  const lines = avoided.map(({ x, y }): Box => ({ left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 }));
  const placed: PlacedMark[] = [];
  const isSaid = ({ x, y, text }: MarkPlace): boolean =>
    placed.some((other) => other.text === text && Math.hypot(other.x - x, other.y - y) <= NEAR);
  for (const mark of marks) {
    if (isSaid(mark)) continue;
    const half = (mark.text.length * LETTER) / 2;
    const labelX = Math.min(plot.right - half, Math.max(plot.left + half, mark.x));
    for (const level of LEVELS) {
      const middle = mark.y - level * LINE - Math.sign(level) * 2;
      const box = { left: labelX - half, right: labelX + half, top: middle - LINE / 2, bottom: middle + LINE / 2 };
      const isInside = box.top >= plot.top && box.bottom <= plot.bottom && box.left >= plot.left - 1;
      if (!isInside || taken.some((other) => meet(box, other)) || lines.some((other) => meet(box, other))) continue;
      const label = { ...mark, labelX, labelY: middle + MARK_SIZE * 0.36 };
      if (placed.some((other) => cross(label, other))) continue;
      taken.push(box);
      placed.push(label);
      break;
    }
  }
  return placed;
}
