import { boundUnits } from './bound-units.js';

/** What surrounds the drawing in an exported file, so that it can stand alone. */
export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly legend: readonly LegendEntry[];
}

export interface LegendEntry {
  readonly label: string;
  /** The value with its unit. */
  readonly text: string;
  readonly fill: string;
  readonly hatched?: boolean;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const PADDING = 16;
const LEGEND_COLUMN = 240;
const LEGEND_ROW = 18;
/** What a stylesheet decides about an SVG element and a lone file would lose. */
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const;

/** Breaks `text` into lines that fit `width`; letters of a wide sans are about 0.66 em wide in semi-bold. */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const room = Math.max(8, Math.floor(width / (fontSize * 0.66)));
  const lines: string[] = [];
  for (const word of boundUnits(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const node = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  if (text !== undefined) node.textContent = text;
  return node;
}

/** A copy of `drawing` whose looks no longer depend on the page's stylesheets. */
function inlined(drawing: SVGSVGElement): SVGGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [...drawing.querySelectorAll('*')];
  const copies = [...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (target === undefined) return;
    const style = getComputedStyle(original);
    for (const property of INLINED) {
      const value = style.getPropertyValue(property);
      if (value !== '') target.setAttribute(property, value);
    }
    for (const { name } of Array.from(target.attributes)) {
      if (
        name === 'class' ||
        name === 'style' ||
        name === 'role' ||
        name === 'tabindex' ||
        /^(data|aria)-/.test(name)
      ) {
        target.removeAttribute(name);
      }
    }
  });
  const group = document.createElementNS(NAMESPACE, 'g');
  group.append(...copy.childNodes);
  return group;
}

/** The chart as the text of an SVG file with background, title, subtitle and legend inside. */
export function standaloneSvg(drawing: SVGSVGElement, sheet: Sheet): string {
  const style = getComputedStyle(drawing);
  const ink = style.color || '#000';
  const font = style.fontFamily || 'sans-serif';
  const surface = style.getPropertyValue('--chart-surface').trim() || '#fff';
  const drawn = { width: drawing.clientWidth || 800, height: drawing.clientHeight || 400 };
  const inner = Math.max(drawn.width, 480);
  const width = inner + 2 * PADDING;
  const parts: SVGElement[] = [];
  let y = PADDING;
  const line = (text: string, size: number, weight: number): void => {
    y += size * 1.3;
    parts.push(
      element('text', { x: PADDING, y, 'font-size': size, 'font-weight': weight, fill: ink, stroke: 'none' }, text),
    );
  };
  for (const text of wrap(sheet.title, inner, 16)) line(text, 16, 600);
  for (const text of wrap(sheet.subtitle, inner, 12)) line(text, 12, 400);
  y += 12;
  const body = inlined(drawing);
  body.setAttribute('transform', `translate(${PADDING} ${y})`);
  parts.push(body);
  y += drawn.height + 8;

  const columns = Math.max(1, Math.floor(inner / LEGEND_COLUMN));
  sheet.legend.forEach((entry, index) => {
    const x = PADDING + (index % columns) * LEGEND_COLUMN;
    const top = y + Math.floor(index / columns) * LEGEND_ROW;
    parts.push(
      element('rect', { x, y: top + 2, width: 12, height: 12, fill: entry.fill, stroke: ink, 'stroke-width': 0.5 }),
      element(
        'text',
        { x: x + 18, y: top + 12, 'font-size': 12, fill: ink, stroke: 'none' },
        `${entry.label} ${entry.text}`,
      ),
    );
    if (entry.hatched === true) {
      const stripes = `M${x} ${top + 10}l8 -8M${x + 4} ${top + 14}l8 -8`;
      parts.push(element('path', { d: stripes, stroke: '#fff', 'stroke-width': 1.5, fill: 'none' }));
    }
  });
  y += Math.ceil(sheet.legend.length / columns) * LEGEND_ROW + PADDING;

  const root = element('svg', {
    xmlns: NAMESPACE,
    width,
    height: y,
    viewBox: `0 0 ${width} ${y}`,
    'font-family': font,
  });
  root.append(element('title', {}, sheet.title), element('rect', { width, height: y, fill: surface }), ...parts);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}
