import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonReport } from '../../src/interchange/report/comparison-report.js';
import { designReport } from '../../src/interchange/report/design-report.js';
import { plainText } from '../../src/interchange/report/plain-text.js';
import { markdownReport, markdownText } from '../../src/interchange/report/write-markdown.js';
import { comparisonSubject, designSubject, fig3, HOSTILE, LINK, withMemory } from './report-subjects.js';

/** The tables of a text, each a list of rows, each a list of cells; bars that are escaped part nothing. */
function tablesOf(text: string): string[][][] {
  const tables: string[][][] = [];
  let isInside = false;
  for (const line of text.split('\n')) {
    const isRow = line.startsWith('| ');
    if (isRow && !isInside) tables.push([]);
    if (isRow) tables.at(-1)?.push(line.slice(2, -2).split(/(?<!\\) \| /));
    isInside = isRow;
  }
  return tables;
}

/** What Markdown makes of escaped text. */
const read = (text: string): string =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('text in Markdown', () => {
  it('comes back as it was, on one line, without HTML, and never parts a table', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), (text) => {
        const written = markdownText(text);
        expect(read(written)).toBe(plainText(text));
        expect(written).not.toMatch(/[\n\r<>]|(?<!\\)[|`*_[\]~#$!]/);
        expect(written).not.toMatch(/^\s*([-+]|\d+[.)])(\s|$)/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a report in Markdown', () => {
  const text = markdownReport(designReport(designSubject()));

  it('has tables whose rows all have as many cells as the head', () => {
    const texts = [
      text,
      markdownReport(designReport(designSubject(withMemory(8)))),
      ...HOSTILE.map((name) =>
        markdownReport(comparisonReport(comparisonSubject([name, fig3], ['B', withMemory(96, 4096)]))),
      ),
    ];
    for (const each of texts) {
      const tables = tablesOf(each);
      expect(tables.length).toBeGreaterThan(5);
      for (const [head = [], ruler, ...rows] of tables) {
        expect(ruler?.every((cell) => /^---:?$/.test(cell))).toBe(true);
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(row).toHaveLength(head.length);
      }
      expect(each).not.toMatch(/NaN|undefined|\[object/);
    }
  });

  it('has no HTML but entities, and the same number of fences as figures twice', () => {
    for (const name of HOSTILE) {
      const written = markdownReport(comparisonReport(comparisonSubject([name, fig3], ['B', withMemory(96, 4096)])));
      const outside = written.split(/^```.*$/m).filter((_, index) => index % 2 === 0);
      for (const part of outside) expect(part.replaceAll(`<${LINK}>`, '')).not.toMatch(/<[a-z/!?]/i);
      expect(written.match(/^```/gm)).toHaveLength(8);
    }
  });

  it('has the figures as bars of text, with the numbers of the tables', () => {
    expect(text).toContain('```text\nBatch time: 16.7 s\n  Forward           2.76 s  █████████████████\n');
    expect(text).toContain('| **Batch time** |  | **16.71478** | **100 %** |  |');
    expect(text).toContain('| Batch time | 16.71478 s |  |');
    expect(text).toContain(`- Link: <${LINK}>`);
    expect(text.startsWith('# Fig. 3\n\nDesign report: ')).toBe(true);
  });
});
