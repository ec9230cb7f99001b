// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonReport } from '../../src/interchange/report/comparison-report.js';
import { designReport } from '../../src/interchange/report/design-report.js';
import { element, markupText } from '../../src/interchange/report/markup.js';
import { plainText } from '../../src/interchange/report/plain-text.js';
import type { ReportDocument } from '../../src/interchange/report/report-document.js';
import { htmlReport } from '../../src/interchange/report/write-html.js';
import { comparisonSubject, designSubject, fig3, HOSTILE, LINK, withMemory } from './report-subjects.js';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** What may stand in a report. */
const TAGS =
  'html head meta title style body header main nav footer section h1 h2 h3 p ul li dl dt dd div figure figcaption strong span table caption thead tbody tfoot tr th td small a bdi svg g rect line path text'.split(
    ' ',
  );

function expectHarmless(page: Document): void {
  const elements = [...page.querySelectorAll('*')];
  expect(
    [...new Set(elements.map(({ tagName }) => tagName.toLowerCase()))].filter((tag) => !TAGS.includes(tag)),
  ).toEqual([]);
  for (const each of elements) {
    for (const { name, value } of each.attributes) {
      expect(name).not.toMatch(/^on|^style$|^src/i);
      if (name === 'href') expect(value).toMatch(/^(#[a-z-]+$|https?:\/\/)/);
    }
  }
}

const small = (text: string): ReportDocument => ({
  kind: text,
  title: text,
  line: text,
  link: text,
  facts: [
    {
      term: text,
      spans: [text, { text, href: text }, { text, href: `https://example.org/${encodeURI(plainText(text))}` }],
    },
  ],
  opening: [
    { kind: 'verdict', tone: 'good', title: text, text },
    { kind: 'key-figures', caption: text, figures: [{ label: text, value: text, exact: text, note: text }] },
  ],
  sections: [
    {
      id: 'one',
      title: text,
      blocks: [
        { kind: 'heading', text },
        { kind: 'list', items: [[text]] },
        {
          kind: 'table',
          caption: text,
          columns: [{ header: text }],
          groups: [{ title: text, rows: [[{ text, note: text }]] }],
          totals: [[{ text }]],
        },
        {
          kind: 'figure',
          form: 'stacks',
          title: text,
          subtitle: text,
          unit: 'seconds',
          scale: 'own',
          stacks: [
            {
              label: text,
              text,
              total: 1,
              limit: 2,
              segments: [{ label: text, value: 1, text, paint: { fill: '#112233', ink: '#ffffff', hatched: true } }],
            },
          ],
        },
      ],
    },
  ],
  footer: text,
});

/** Where a text of `small` has to come back. */
const PLACES = [
  '.kind',
  'h1',
  '.line',
  'dt',
  'h2',
  'h3',
  'li > bdi',
  'caption',
  'thead th',
  'th.group',
  'tbody th bdi',
  'small',
  'tfoot th',
  'figcaption strong',
  'footer',
  '.verdict .title',
  'dl.key dd.value',
];

describe('a report in HTML', () => {
  it('gives every text back as text, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), (text) => {
        const page = parse(htmlReport(small(text)));
        expectHarmless(page);
        for (const place of PLACES) expect(page.querySelector(place)?.textContent ?? '', place).toBe(plainText(text));
        expect(page.querySelector('svg')?.getAttribute('aria-label')).toBe(plainText(text));
        expect(page.querySelector('title')?.textContent).toBe(`${plainText(text)} · ${plainText(text)}`);
      }),
      { numRuns: 100 },
    );
  });

  it('asks for nothing: its own policy, no script, no address but links', () => {
    const html = htmlReport(designReport(designSubject()));
    const page = parse(html);
    expectHarmless(page);
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline';/,
    );
    expect(page.querySelector('style')?.textContent).not.toMatch(/url\(|@import|expression|</);
    expect(page.documentElement.lang).toBe('en');
    expect([...page.querySelectorAll('header a')].map((link) => link.getAttribute('href'))).toEqual([LINK]);
    expect([...page.querySelectorAll('main li > a[href^=http]')].length).toBe(3);
  });

  it('is well made: one h1, levels in order, captions, scopes, figures that say what they show, anchors that lead somewhere', () => {
    for (const report of [
      designReport(designSubject()),
      designReport(designSubject(withMemory(8))),
      comparisonReport(comparisonSubject(['Base', fig3], ['Small', withMemory(8)], ['Fast', withMemory(96, 4096)])),
    ]) {
      const page = parse(htmlReport(report));
      const levels = [...page.querySelectorAll('h1, h2, h3')].map(({ tagName }) => Number(tagName[1]));
      expect(levels[0]).toBe(1);
      expect(levels.slice(1).every((level, index) => level > 1 && level <= (levels[index] ?? 1) + 1)).toBe(true);
      for (const table of page.querySelectorAll('table')) {
        expect(table.querySelector('caption')?.textContent).not.toBe('');
        expect([...table.querySelectorAll('th')].every((each) => each.hasAttribute('scope'))).toBe(true);
        const width = table.querySelectorAll('thead th').length;
        for (const row of table.querySelectorAll('tbody tr, tfoot tr')) {
          expect(row.querySelector('.group') === null ? row.children.length : width).toBe(width);
        }
      }
      for (const drawing of page.querySelectorAll('figure svg')) {
        expect(drawing.getAttribute('role')).toBe('img');
        expect(drawing.getAttribute('aria-label')).toBe(
          drawing.closest('figure')?.querySelector('strong')?.textContent,
        );
        expect(drawing.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      }
      for (const link of page.querySelectorAll('nav a')) {
        expect(page.getElementById((link.getAttribute('href') ?? '').slice(1))?.textContent).toBe(link.textContent);
      }
      expect(page.body.textContent).not.toMatch(/NaN|undefined|\[object/);
    }
  });

  it('names a printed page with no character that its style sheet could read as anything else', () => {
    const html = htmlReport(designReport(designSubject(fig3, '"; } </style> \\a { content: url(http://evil)')));
    const style = parse(html).querySelector('style')?.textContent ?? '';
    expect(style).toContain('content:"\\22 \\3b  \\7d  \\3c \\2f style\\3e  \\5c a \\7b  content\\3a  url\\28 http');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it('writes a link only for an address of the web', () => {
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      ' https://a b',
      'https://a\nb',
    ])
      expect(
        parse(htmlReport({ ...small('x'), facts: [{ term: 't', spans: [{ text: 'x', href }] }] })).querySelector(
          'header a',
        ),
      ).toBeNull();
  });

  it('refuses a style sheet that could end its element', () => {
    expect(() => markupText(element('style', {}, '</style>'))).toThrow(/no “<”/);
  });
});
