import { plainText } from './plain-text.js';

/** An element of HTML or SVG; a string is text. Nothing is markup but what was made with `element`. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly Markup[];
}
export type Markup = Element | string;

/** Elements that have no end tag. */
const VOID: readonly string[] = ['meta'];

export function element(tag: string, attributes: Element['attributes'] = {}, ...children: readonly Markup[]): Element {
  return { tag, attributes, children };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is only text, in content and in attributes with quotes. */
function escaped(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Numbers of a drawing, to a hundredth. */
const attributeText = (value: string | number): string =>
  typeof value === 'number' ? String(Number(value.toFixed(2))) : escaped(value);

/** @throws for a style sheet that could end its element: ours has no "<" */
function styleText(children: readonly Markup[]): string {
  const text = children.map((child) => (typeof child === 'string' ? child : '')).join('');
  if (text.includes('<')) throw new Error('A style sheet of a report has no “<”.');
  return text;
}

/** The markup as text; every text and attribute in it is escaped. */
export function markupText(markup: Markup): string {
  if (typeof markup === 'string') return escaped(markup);
  const { tag, attributes, children } = markup;
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${attributeText(value)}"`,
  );
  const open = `<${tag}${written.join('')}>`;
  if (VOID.includes(tag)) return open;
  return `${open}${tag === 'style' ? styleText(children) : children.map(markupText).join('')}</${tag}>`;
}
