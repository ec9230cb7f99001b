import { swatch } from './figure-frame.js';
import { reportStyle } from './html-style.js';
import { element, markupText, type Element, type Markup } from './markup.js';
import { isLinkable, plainText } from './plain-text.js';
import type {
  Block,
  Cell,
  Column,
  Facts,
  Figure,
  KeyFigures,
  ReportDocument,
  Section,
  Span,
  Table,
} from './report-document.js';
import { stackDrawing } from './stack-drawing.js';
import { effectDrawing, waterfallDrawing } from './step-drawing.js';

/** The file asks for nothing: no script, nothing from anywhere, its own style sheet only. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** From so many columns a table is set smaller. */
const DENSE = 7;
/** With as many it may have to scroll on a small screen. */
const SCROLLS = 4;

// bdi: a name that is written from right to left does not turn what stands beside it
const spanMarkup = (span: Span): Markup => {
  if (typeof span === 'string') return element('bdi', {}, span);
  return isLinkable(span.href) ? element('a', { href: span.href }, span.text) : element('bdi', {}, span.text);
};

function factList({ facts }: Pick<Facts, 'facts'>): Element {
  return element(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(({ term, spans }) => [element('dt', {}, term), element('dd', {}, ...spans.map(spanMarkup))]),
  );
}

function keyFigures({ caption, figures }: KeyFigures): Element {
  return element(
    'dl',
    { class: 'key', 'aria-label': caption },
    ...figures.map(({ label, value, exact, note, bad }) =>
      element(
        'div',
        { class: bad === true ? 'bad' : undefined },
        element('dt', {}, label),
        element('dd', { class: 'value', title: exact }, value),
        ...(note === '' ? [] : [element('dd', { class: 'note' }, note)]),
      ),
    ),
  );
}

function cellClass({ numeric, quiet }: Omit<Column, 'header'>, marked = false): string | undefined {
  const names = [numeric === true ? 'number' : '', quiet === true ? 'quiet' : '', marked ? 'marked' : ''];
  const written = names.filter((name) => name !== '').join(' ');
  return written === '' ? undefined : written;
}

function tableCell({ text, note, paint, marked }: Cell, header: 'th' | 'td', column: Omit<Column, 'header'>): Element {
  return element(
    header,
    { scope: header === 'th' ? 'row' : undefined, class: cellClass(column, marked) },
    ...(paint === undefined ? [] : [swatch(paint)]),
    element('bdi', {}, text),
    ...(note === undefined || note === '' ? [] : [element('small', {}, note)]),
  );
}

function tableMarkup({ caption, columns, groups, totals = [] }: Table): Element {
  const isDense = columns.length >= DENSE;
  const row = (cells: readonly Cell[]): Element =>
    element('tr', {}, ...cells.map((each, index) => tableCell(each, index === 0 ? 'th' : 'td', columns[index] ?? {})));
  const table = element(
    'table',
    { class: isDense ? 'dense' : undefined },
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...columns.map((column) =>
          element('th', { scope: 'col', class: cellClass(column) }, element('bdi', {}, column.header)),
        ),
      ),
    ),
    ...groups.map(({ title, rows }) =>
      element(
        'tbody',
        {},
        ...(title === null
          ? []
          : [element('tr', {}, element('th', { class: 'group', scope: 'rowgroup', colspan: columns.length }, title))]),
        ...rows.map(row),
      ),
    ),
    ...(totals.length === 0 ? [] : [element('tfoot', {}, ...totals.map(row))]),
  );
  // what may scroll can be reached and scrolled by keyboard
  const attributes =
    columns.length >= SCROLLS
      ? { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': caption }
      : { class: 'scroll' };
  return element('div', attributes, table);
}

function drawingOf(figure: Figure): Element {
  switch (figure.form) {
    case 'stacks':
      return stackDrawing(figure);
    case 'waterfall':
      return waterfallDrawing(figure);
    case 'effects':
      return effectDrawing(figure);
  }
}

function blockMarkup(block: Block): Element {
  switch (block.kind) {
    case 'heading':
      return element('h3', {}, block.text);
    case 'paragraph':
      return element('p', {}, ...block.spans.map(spanMarkup));
    case 'list':
      return element('ul', {}, ...block.items.map((spans) => element('li', {}, ...spans.map(spanMarkup))));
    case 'facts':
      return factList(block);
    case 'verdict':
      return element(
        'div',
        { class: block.tone === 'bad' ? 'verdict bad' : 'verdict' },
        element('p', { class: 'title' }, block.title),
        element('p', {}, block.text),
      );
    case 'key-figures':
      return keyFigures(block);
    case 'table':
      return tableMarkup(block);
    case 'figure':
      return element(
        'figure',
        {},
        element('figcaption', {}, element('strong', {}, block.title), element('span', {}, block.subtitle)),
        drawingOf(block),
      );
  }
}

function sectionMarkup({ id, title, blocks, reference }: Section): Element {
  return element(
    'section',
    { class: reference === true ? 'reference' : undefined, 'aria-labelledby': id },
    element('h2', { id }, title),
    ...blocks.map(blockMarkup),
  );
}

function bodyMarkup({ kind, title, line, facts, opening, sections, footer }: ReportDocument): Element {
  return element(
    'body',
    {},
    element(
      'header',
      {},
      element('p', { class: 'kind' }, kind),
      element('h1', {}, element('bdi', {}, title)),
      ...(line === '' ? [] : [element('p', { class: 'line' }, element('bdi', {}, line))]),
      factList({ facts }),
    ),
    element(
      'main',
      {},
      element(
        'nav',
        { 'aria-label': 'Contents' },
        element(
          'ul',
          {},
          ...sections.map((each) => element('li', {}, element('a', { href: `#${each.id}` }, each.title))),
        ),
      ),
      ...opening.map(blockMarkup),
      ...sections.map(sectionMarkup),
    ),
    element('footer', {}, footer),
  );
}

const LANGUAGE = 'en';

/** A report in the parts of a page, for a page that takes its style sheets otherwise than as text. */
export interface ReportPage {
  readonly language: string;
  readonly title: string;
  readonly style: string;
  /** The markup of the body, itself included. */
  readonly body: string;
}

export function reportPage(report: ReportDocument): ReportPage {
  return {
    language: LANGUAGE,
    title: plainText(`${report.title} · ${report.kind}`),
    style: reportStyle(report.title, report.link),
    body: markupText(bodyMarkup(report)),
  };
}

/** A report as one HTML file: no script, nothing fetched, readable in ten years; it prints as it should. */
export function htmlReport(report: ReportDocument): string {
  const { language, title, style, body } = reportPage(report);
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, title),
    element('style', {}, style),
  );
  return `<!doctype html>\n<html lang="${language}">${markupText(head)}${body}</html>\n`;
}
