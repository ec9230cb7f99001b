/** A rectangle in CSS pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
const EDGE = 8;

/** The part of the window that holds all of these; null where none of it is in sight. */
export function around(boxes: readonly Box[], window: Size): Box | null {
  const box = {
    left: Math.max(0, Math.min(...boxes.map(({ left }) => left))),
    top: Math.max(0, Math.min(...boxes.map(({ top }) => top))),
    right: Math.min(window.width, Math.max(...boxes.map(({ right }) => right))),
    bottom: Math.min(window.height, Math.max(...boxes.map(({ bottom }) => bottom))),
  };
  return boxes.length > 0 && box.right > box.left && box.bottom > box.top ? box : null;
}

const within = (value: number, size: number, most: number): number =>
  Math.max(EDGE, Math.min(value, most - size - EDGE));

/** Where a card stands so that it covers as little as can be of what it speaks of: beside it, else in its corner. */
export function placeCard(
  target: Box | null,
  card: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  const corner = { left: window.width - card.width - 2 * GAP, top: window.height - card.height - 2 * GAP };
  if (target === null) return corner;
  const { left, top, right, bottom } = target;
  // level with its middle, away from what is above the rest of the page
  const beside = within((top + bottom - card.height) / 2, card.height, window.height);
  const along = within(left, card.width, window.width);
  if (right + GAP + card.width + EDGE <= window.width) return { left: right + GAP, top: beside };
  if (bottom + GAP + card.height + EDGE <= window.height)
    return { left: within(right - card.width, card.width, window.width), top: bottom + GAP };
  if (left - GAP - card.width >= EDGE) return { left: left - GAP - card.width, top: beside };
  if (top - GAP - card.height >= EDGE) return { left: along, top: top - GAP - card.height };
  return corner;
}
