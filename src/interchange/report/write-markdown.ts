import { cutText, isLinkable, plainText } from './plain-text.js';
import type { Block, Cell, Fact, Figure, Link, ReportDocument, Section, Span, Table } from './report-document.js';

/** Characters of a bar of text. */
const BAR = 32;
const LONGEST_LABEL = 40;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text that Markdown shows as it is, in a line, a heading or a cell of a table. */
export function markdownText(text: string): string {
  return plainText(text)
    .replace(/[\\`*_[\]|~#$!]/g, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
    .replace(/^(\s*)([-+])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** An address between < and >, where only these, backslashes and blanks would end it. */
const address = (href: string): string => plainText(href).replace(/[<>\\\s]/g, encodeURIComponent);

const linkText = ({ text, href }: Link): string =>
  isLinkable(href)
    ? text === href
      ? `<${address(href)}>`
      : `[${markdownText(text)}](<${address(href)}>)`
    : markdownText(text);

const spansText = (spans: readonly Span[]): string =>
  spans.map((span) => (typeof span === 'string' ? markdownText(span) : linkText(span))).join('');

const factLines = (facts: readonly Fact[]): string =>
  facts.map(({ term, spans }) => `- ${markdownText(term)}: ${spansText(spans)}`).join('\n');

function cellText({ text, note, marked }: Cell): string {
  const written = markdownText(text);
  const strong = marked === true && text !== '' ? `**${written}**` : written;
  return note === undefined || note === '' ? strong : `${strong} (${markdownText(note)})`;
}

const rowText = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function tableText({ caption, columns, groups, totals = [] }: Table): string {
  const strong = (cells: readonly Cell[]): string[] =>
    cells.map((each) => (each.text === '' ? '' : `**${cellText({ ...each, marked: false })}**`));
  return [
    `*${markdownText(caption)}*`,
    '',
    rowText(columns.map(({ header }) => markdownText(header))),
    rowText(columns.map(({ numeric }) => (numeric === true ? '---:' : '---'))),
    ...groups.flatMap(({ title, rows }) => [
      ...(title === null
        ? []
        : [rowText(columns.map((_, index) => (index === 0 ? `**${markdownText(title)}**` : '')))]),
      ...rows.map((row) => rowText(row.map(cellText))),
    ]),
    ...totals.map((row) => rowText(strong(row))),
  ].join('\n');
}

interface TextBar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** The figures of a drawing as rows of text: a row without a value is a heading. */
function bars(figure: Figure): readonly (TextBar | string)[] {
  switch (figure.form) {
    case 'stacks':
      return figure.stacks.flatMap(({ label, text, segments }) => [
        `${label}: ${text}`,
        ...segments.filter(({ value }) => value > 0),
      ]);
    case 'waterfall':
      return [`${figure.from.label}: ${figure.from.text}`, ...figure.steps, `${figure.to.label}: ${figure.to.text}`];
    case 'effects':
      return figure.effects;
  }
}

/** A line inside a block of code, which nothing in it can end: fences are of backticks, and it has none. */
const codeLine = (text: string): string => plainText(text).replaceAll('`', 'ˋ');

const shortened = (text: string): string => cutText(codeLine(text), LONGEST_LABEL);

function figureText(figure: Figure): string {
  const rows = bars(figure);
  const drawn = rows.filter((row) => typeof row !== 'string');
  const most = Math.max(0, ...drawn.map(({ value }) => Math.abs(value)));
  const width = Math.max(0, ...drawn.map(({ label }) => shortened(label).length));
  const figures = Math.max(0, ...drawn.map(({ text }) => text.length));
  const lines = rows.map((row) => {
    if (typeof row === 'string') return codeLine(row);
    const length = most > 0 ? Math.max(row.value === 0 ? 0 : 1, Math.round((Math.abs(row.value) / most) * BAR)) : 0;
    const bar = (row.value < 0 ? '░' : '█').repeat(length);
    return `  ${shortened(row.label).padEnd(width)}  ${codeLine(row.text).padStart(figures)}  ${bar}`.trimEnd();
  });
  return [`**${markdownText(figure.title)}**`, '', markdownText(figure.subtitle), '', '```text', ...lines, '```'].join(
    '\n',
  );
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${markdownText(block.text)}`;
    case 'paragraph':
      return spansText(block.spans);
    case 'list':
      return block.items.map((spans) => `- ${spansText(spans)}`).join('\n');
    case 'facts':
      return factLines(block.facts);
    case 'verdict':
      return `**${markdownText(block.title)}**\n\n${markdownText(block.text)}`;
    case 'key-figures':
      return tableText({
        kind: 'table',
        caption: block.caption,
        columns: [{ header: 'Quantity' }, { header: 'Value', numeric: true }, { header: 'Note' }],
        groups: [
          {
            title: null,
            rows: block.figures.map(({ label, exact, note }) => [{ text: label }, { text: exact }, { text: note }]),
          },
        ],
      });
    case 'table':
      return tableText(block);
    case 'figure':
      return figureText(block);
  }
}

const sectionText = ({ title, blocks }: Section): string =>
  [`## ${markdownText(title)}`, ...blocks.map(blockText)].join('\n\n');

/** A report as GitHub-flavoured Markdown: figures as bars of text, tables as tables, no HTML. */
export function markdownReport({ kind, title, line, facts, opening, sections, footer }: ReportDocument): string {
  const parts = [
    `# ${markdownText(title)}`,
    `${markdownText(kind)}${line === '' ? '' : `: ${markdownText(line)}`}`,
    factLines(facts),
    ...opening.map(blockText),
    ...sections.map(sectionText),
    markdownText(footer),
  ];
  return `${parts.join('\n\n')}\n`;
}
