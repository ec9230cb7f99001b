import { axisLines } from './axis.js';
import { cut, drawing, paintedBox, textWidth, WIDTH } from './figure-frame.js';
import { element, type Element } from './markup.js';
import type { Stack, StackFigure, StackSegment } from './report-document.js';

const NAME = 22;
const BAR = 44;
const AXIS = 22;
const GAP = 14;
/** Room of the figure at the right of a bar's name. */
const FIGURE = 300;
/** A limit far beyond what is used would leave slivers: it is told in the figure then, not drawn. */
const FARTHEST_LIMIT = 4;
const INSET = 6;

const farthest = ({ total, limit }: Stack, most: number): number =>
  Math.max(total ?? 0, limit !== null && (most === 0 || limit <= FARTHEST_LIMIT * most) ? limit : 0);

/** The name and the value of a part, in it where there is room. */
function labels({ label, text, paint }: StackSegment, x: number, y: number, width: number): readonly Element[] {
  const at = (row: number, line: string): Element =>
    element('text', { x: x + INSET, y: y + row, fill: paint.ink }, line);
  const room = width - 2 * INSET;
  if (textWidth(label) <= room && textWidth(text) <= room) return [at(18, label), at(34, text)];
  return textWidth(text) <= room ? [at(27, text)] : [];
}

function bar(stack: Stack, top: number, domain: number): readonly Element[] {
  const x = (value: number): number => (domain > 0 ? (value / domain) * WIDTH : 0);
  let start = 0;
  const parts = stack.segments.flatMap((segment) => {
    if (!(segment.value > 0)) return [];
    const [from, width] = [x(start), x(segment.value)];
    start += segment.value;
    return [...paintedBox(from, top, width, BAR, segment.paint), ...labels(segment, from, top, width)];
  });
  const limitAt = stack.limit === null ? null : x(stack.limit);
  const isOver = stack.limit !== null && (stack.total ?? 0) > stack.limit;
  return [
    element('text', { x: 0, y: top - 7, class: 'name' }, cut(stack.label, WIDTH - FIGURE)),
    element(
      'text',
      { x: WIDTH, y: top - 7, 'text-anchor': 'end', class: isOver ? 'figure over' : 'figure' },
      stack.text,
    ),
    element('rect', { x: 0, y: top, width: WIDTH, height: BAR, class: 'room' }),
    ...parts,
    ...(limitAt === null || limitAt > WIDTH + 0.5
      ? []
      : [
          element('line', {
            x1: Math.min(limitAt, WIDTH - 1),
            x2: Math.min(limitAt, WIDTH - 1),
            y1: top - 4,
            y2: top + BAR + 4,
            class: 'limit',
          }),
        ]),
  ];
}

/** Bars of parts, one under the other, over an axis with round values. */
export function stackDrawing({ title, unit, scale, stacks }: StackFigure): Element {
  const most = Math.max(0, ...stacks.map(({ total }) => total ?? 0));
  const shared = Math.max(0, ...stacks.map((stack) => farthest(stack, most)));
  const hasAxisEach = scale === 'own';
  const row = NAME + BAR + GAP + (hasAxisEach ? AXIS : 0);
  const height = stacks.length * row + (hasAxisEach ? 0 : AXIS) - GAP + 6;
  const axis = (domain: number, top: number, bottom: number): readonly Element[] =>
    axisLines({ x: (value) => (domain > 0 ? (value / domain) * WIDTH : 0), low: 0, high: domain, unit }, top, bottom);
  const drawn = stacks.flatMap((stack, index) => {
    const top = index * row + NAME;
    const domain = hasAxisEach ? farthest(stack, 0) : shared;
    return [...bar(stack, top, domain), ...(hasAxisEach ? axis(domain, top + BAR, top + BAR + 4) : [])];
  });
  const bottom = (stacks.length - 1) * row + NAME + BAR;
  return drawing(title, height, ...drawn, ...(hasAxisEach ? [] : axis(shared, bottom, bottom + 4)));
}
