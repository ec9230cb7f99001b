import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvCell, csvText } from '../../src/core/quantities/csv.js';

const sources = resolve(import.meta.dirname, '../../src');
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(sources, path), 'utf8') }));

/** The cells of a CSV file as a spreadsheet reads them: unquoted. */
function cellsOf(text: string): string[] {
  const cells: string[] = [];
  // a comma before the first cell too: a match of nothing there would let the next one begin in the cell after it
  for (const [, quoted, plain] of `,${text}`.matchAll(/(?:,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g))
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
  return cells;
}

describe('CSV', () => {
  it('is read back cell by cell', () => {
    const rows = [
      ['', ',=', 'a "quoted" word'],
      ['two\r\nlines', '', ''],
    ];
    expect(cellsOf(csvText(rows))).toEqual([...rows.flat(), '']);
  });

  it('is written by one writer', () => {
    const makers = files.filter(({ text }) => /text\/csv|\bcsvText\b|\bcsvCell\b/.test(text)).map(({ path }) => path);
    // each is here with the reason why nothing in it gets past the writer
    expect(makers.sort()).toEqual(
      [
        'core/quantities/csv.ts', // the writer
        'app/files.ts', // downloads what interchange/stats-csv.ts has written
        'cli/row-text.ts', // rows of a search, a cell at a time
        'features/layers/layer-table.tsx',
        'features/search/strategy-table.tsx',
        'interchange/stats-csv.ts',
        'ui/chart-frame.tsx', // every chart and study
      ].sort(),
    );
    for (const { path, text } of files) {
      if (!makers.includes(path) || path.endsWith('/csv.ts') || path === 'app/files.ts') continue;
      expect(text, path).toMatch(/import \{[^}]*\bcsv(Text|Cell)\b[^}]*\} from '[./]*(core\/)?(quantities\/)?csv\.js'/);
      // nothing but its text goes into the file
      for (const [blob] of text.matchAll(/new Blob\(\[[^\]]*\], \{ type: 'text\/csv' \}\)/g))
        expect(blob, path).toContain('csvText(');
    }
  });

  it('has no cell that a spreadsheet would run, wherever it stands, and every number as a number', () => {
    const word = fc
      .tuple(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"=', ',=', '";=', ''),
        fc.string({ unit: 'binary' }),
      )
      .map((pieces) => pieces.join(''));
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(word, number), { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        (rows) => {
          const cells = cellsOf(csvText(rows));
          for (const cell of cells)
            if (/^[=+\-@\t\r\n]/.test(cell)) expect(Number.isNaN(Number(cell)), cell).toBe(false);
          for (const value of rows.flat())
            if (typeof value === 'number') expect(Number(csvCell(value))).toBe(value === 0 ? 0 : value);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
