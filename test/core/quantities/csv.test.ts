import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvText, type CsvCell } from '../../../src/core/quantities/csv.js';

describe('csvCell', () => {
  it.each<[CsvCell, string]>([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['-1', '-1'],
    ['-1.5e-7', '-1.5e-7'],
    ['+2', '+2'],
    ['-1,5', '"\'-1,5"'],
    ['--1', "'--1"],
    ['-1-1', "'-1-1"],
    ['-', "'-"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['a,b', '"a,b"'],
    ['two\nlines', '"two\nlines"'],
    ['say "so"', '"say ""so"""'],
    ['plain', 'plain'],
    [-1.5e-7, '-1.5e-7'],
    [0, '0'],
    [true, 'true'],
    [null, ''],
    [NaN, ''],
    [Infinity, ''],
  ])('writes %j as %j', (cell, expected) => {
    expect(csvCell(cell)).toBe(expected);
  });

  it('never lets text begin a formula, and writes numbers so that they read back exactly', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), (text, number) => {
        const read = csvCell(text).replace(/^"/, '');
        expect(/^[=+\-@\t\r\n]/.test(read) && Number.isNaN(Number(read))).toBe(false);
        expect(Number(csvCell(number))).toBe(Object.is(number, -0) ? 0 : number);
      }),
    );
  });
});

describe('csvText', () => {
  it('ends every row as RFC 4180 wants it', () => {
    expect(
      csvText([
        ['a', 'b'],
        [1, null],
      ]),
    ).toBe('a,b\r\n1,\r\n');
  });
});
