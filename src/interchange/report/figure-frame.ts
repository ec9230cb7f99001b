import { element, type Element, type Markup } from './markup.js';
import { cutText } from './plain-text.js';
import type { Paint } from './report-document.js';

/** Width of every drawing; the page scales it. */
export const WIDTH = 880;

/** About the width of a character of the drawings' 12 px type. */
const CHARACTER = 6.6;

export const textWidth = (text: string): number => text.length * CHARACTER;

/** Text cut to a width; all of it is in the table under the figure. */
export function cut(text: string, width: number): string {
  return cutText(text, Math.max(1, Math.floor(width / CHARACTER)));
}

/** A drawing with the sentence that a reader hears instead of it. */
export function drawing(title: string, height: number, ...children: readonly Markup[]): Element {
  return element(
    'svg',
    { role: 'img', 'aria-label': title, viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height },
    ...children,
  );
}

/** Stripes over a fill that two parts share, clipped to the box they are in. */
function stripes(x: number, y: number, width: number, height: number, ink: string): Element {
  const lines: string[] = [];
  // from the left edge or the top, down to the right at 45°, no farther than the box
  for (let start = -height + 4; start < width; start += 6) {
    const [x1, y1] = start < 0 ? [0, -start] : [start, 0];
    const length = Math.min(width - x1, height - y1);
    if (length > 0)
      lines.push(`M${(x + x1).toFixed(1)} ${(y + y1).toFixed(1)}l${length.toFixed(1)} ${length.toFixed(1)}`);
  }
  return element('path', { d: lines.join(''), stroke: ink, 'stroke-width': 1, 'stroke-opacity': 0.6, fill: 'none' });
}

/** A rectangle in a colour of the palette. */
export function paintedBox(x: number, y: number, width: number, height: number, paint: Paint): readonly Element[] {
  const box = element('rect', { x, y, width, height, fill: paint.fill, class: 'part' });
  return paint.hatched ? [box, stripes(x, y, width, height, paint.ink)] : [box];
}

/** The colour of a row of a table. */
export function swatch(paint: Paint): Element {
  return element(
    'svg',
    { class: 'swatch', viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
    ...paintedBox(0, 0, 12, 12, paint),
  );
}
