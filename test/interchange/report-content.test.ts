import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../src/core/evaluate.js';
import { OUTSIDE_MODEL } from '../../src/core/outside-model.js';
import { setByteUnits } from '../../src/core/quantities/byte-units.js';
import { formatQuantity } from '../../src/core/quantities/format.js';
import { quantity, QUANTITIES, TIME_PARTS } from '../../src/core/quantities/registry.js';
import { PRODUCT_VERSION } from '../../src/core/version.js';
import { comparisonReport } from '../../src/interchange/report/comparison-report.js';
import { designReport } from '../../src/interchange/report/design-report.js';
import { inputPlaces } from '../../src/interchange/report/input-rows.js';
import type { Block, Figure, ReportDocument, Table } from '../../src/interchange/report/report-document.js';
import { comparisonSubject, designSubject, fig3, withMemory } from './report-subjects.js';

const blocksOf = ({ opening, sections }: ReportDocument): readonly Block[] => [
  ...opening,
  ...sections.flatMap(({ blocks }) => blocks),
];
const tables = (report: ReportDocument): readonly Table[] =>
  blocksOf(report).filter((block): block is Table => block.kind === 'table');
const table = (report: ReportDocument, caption: string | RegExp): Table => {
  const found = tables(report).find((each) => each.caption.match(caption));
  if (found === undefined) throw new Error(`no table ${String(caption)}`);
  return found;
};
const figures = (report: ReportDocument): readonly Figure[] =>
  blocksOf(report).filter((block): block is Figure => block.kind === 'figure');
const rows = ({ groups, totals = [] }: Table): string[][] =>
  [...groups.flatMap((group) => group.rows), ...totals].map((row) => row.map(({ text }) => text));
const number = (text: string | undefined): number =>
  Number((text ?? '').replaceAll(',', '').replace('−', '-').replace('+', ''));

const fig3Evaluation = (() => {
  const outcome = evaluateDesign(fig3);
  if (outcome.kind === 'invalid') throw new Error('invalid');
  return outcome.evaluation;
})();

describe('the report of a design', () => {
  const report = designReport(designSubject());

  it('has the eleven parts of the batch time, which add up, as figure and as table', () => {
    const times = rows(table(report, /eleven parts/));
    expect(times).toHaveLength(12);
    const parts = times.slice(0, -1).map((row) => number(row[2]));
    expect(parts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(16.71478, 4);
    expect(times.at(-1)?.slice(2, 4)).toEqual(['16.71478', '100 %']);
    const [drawn] = figures(report);
    if (drawn?.form !== 'stacks') throw new Error('no bars');
    expect(drawn.title).toBe('Forward and backward take 48 % of the batch; recomputation 16 %, 2.76 s');
    expect(drawn.stacks[0]?.segments.map(({ value }) => value)).toEqual(
      TIME_PARTS.map((id) => quantity(id).value(fig3Evaluation)),
    );
  });

  it('has what each tier of memory holds, against its capacity', () => {
    const memory = rows(table(report, /Memory of one processor/));
    const [used, capacity, left] = memory.slice(-3);
    const classes = memory.slice(0, -3).reduce((sum, row) => sum + number(row[2]), 0);
    expect(number(used?.[2])).toBeCloseTo(classes, 3);
    expect(capacity?.slice(2)).toEqual(['80.00000', '512.0000']);
    expect(number(left?.[2])).toBeCloseTo(80 - classes, 3);
  });

  it('has every quantity of the registry, to seven digits and in full', () => {
    const all = rows(table(report, 'Every quantity of the design'));
    expect(all).toHaveLength(QUANTITIES.length);
    const notes = new Map<string, string[]>();
    for (const [name] of table(report, 'Every quantity of the design').groups.flatMap((group) => group.rows))
      notes.set(name?.text ?? '', [...(notes.get(name?.text ?? '') ?? []), name?.note ?? '']);
    for (const { label, meaning, unit, value, calculon } of QUANTITIES) {
      const row = all.find((cells) => cells[0] === label && cells[1] === meaning);
      expect(notes.get(label)).toContain(calculon ?? '');
      const amount = value(fig3Evaluation);
      expect(row?.[2]).toBe(formatQuantity(amount, unit, { precise: true }));
      if (amount !== null && Number.isFinite(amount)) expect(number(row?.[3]?.split(' ')[0])).toBe(amount);
    }
  });

  it('has every input with every digit, and the one that was changed beside where it started', () => {
    const changed = designReport(designSubject(withMemory(96.0625)));
    const hardware = table(changed, 'Every input of the hardware');
    expect(rows(hardware)).toHaveLength(inputPlaces('system', [fig3.system]).length);
    const capacity = rows(hardware).find(([label]) => label === 'HBM capacity');
    expect(capacity?.slice(1, 3)).toEqual(['96.0625 GiB', '80 GiB']);
    expect(rows(hardware).filter((row) => row[2] !== '')).toHaveLength(1);
    const marked = hardware.groups.flatMap((group) => group.rows.flat()).filter((each) => each.marked === true);
    expect(marked.map(({ text }) => text)).toEqual(['96.0625 GiB']);
    expect(rows(table(changed, 'Every input of the strategy'))).toHaveLength(23);
    expect(JSON.stringify(changed)).toContain('with 1 input changed');
    expect(rows(hardware).find(([label]) => label === 'Latency')?.[1]).toBe('10 µs');
    expect(rows(hardware).find(([label]) => label === 'Matrix efficiency')?.[1]).toBe(
      'from 128 GFLOP 95 %, from 16 GFLOP 90 %, from 1 GFLOP 60 %, from 0 GFLOP 10 %',
    );
  });

  it('has its inputs in the unit that memory is written in, exactly', () => {
    setByteUnits('decimal');
    const decimal = designReport(designSubject(withMemory(96.0625)));
    const compared = comparisonReport(comparisonSubject(['Base', fig3], ['Larger', withMemory(96.0625)]));
    setByteUnits('binary');
    const capacity = rows(table(decimal, 'Every input of the hardware')).find(([label]) => label === 'HBM capacity');
    expect(capacity?.slice(1, 3)).toEqual(['103.146323968 GB', '85.89934592 GB']);
    expect(rows(table(compared, /1 input differs/))).toEqual([['HBM capacity', '85.89934592 GB', '103.146323968 GB']]);
    // a name is a quotation
    expect(JSON.stringify([decimal.sections, compared.sections]).includes('iB')).toBe(false);
  });

  it('says of an infeasible design which limit it breaks and by how much, above numbers that are what it would take', () => {
    const infeasible = designReport(designSubject(withMemory(8)));
    const [verdict] = infeasible.opening;
    expect(verdict).toMatchObject({ kind: 'verdict', tone: 'bad', title: 'Infeasible: 1 limit broken' });
    expect(rows(table(infeasible, 'Limits that the design breaks'))).toEqual([
      ['HBM needs 17.4 GiB, has 8.00 GiB.', 'at most 8.00 GiB', '9.44 GiB (2.18×)', 'HBM capacity'],
    ]);
    for (const { title } of figures(infeasible)) expect(title).toMatch(/^Infeasible\. /);
    const [without] = rows(table(designReport(designSubject(withMemory(0))), 'Limits that the design breaks'));
    expect(without?.[2]).toBe('17.4 GiB');
  });

  it('says of an invalid design which rule it breaks, has its inputs, and no numbers', () => {
    const invalid = designReport(designSubject({ ...fig3, strategy: { ...fig3.strategy, tensor_par: 7 } }));
    expect(invalid.opening[0]).toMatchObject({ kind: 'verdict', tone: 'bad' });
    expect(rows(table(invalid, 'Rules that the design breaks')).length).toBeGreaterThan(0);
    expect(figures(invalid)).toEqual([]);
    expect(invalid.sections.map(({ id }) => id)).toEqual(['inputs', 'outside']);
  });

  it('says when, by which version and under which link', () => {
    expect(JSON.stringify(report.facts)).toContain('2026-03-04, 05:06 UTC');
    expect(JSON.stringify(report.facts)).toContain(`Calculon Explorer ${PRODUCT_VERSION}, model revision `);
    expect(report.facts.at(-1)?.spans).toEqual([{ text: report.link, href: report.link }]);
    const declared = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(PRODUCT_VERSION).toBe(declared.version);
  });

  it('names all that the model leaves out, as its documentation does', () => {
    const text = readFileSync('docs/model.md', 'utf8').replace(/\s+/g, ' ').replaceAll("'", '’');
    const outside = text.slice(text.indexOf('## Outside the model'));
    for (const each of OUTSIDE_MODEL) {
      expect(outside).toContain(each);
      expect(JSON.stringify(report.sections.find(({ id }) => id === 'outside'))).toContain(each);
    }
  });
});

describe('the report of a comparison', () => {
  const [a, b] = [fig3, withMemory(96, 4096)];
  const report = comparisonReport(comparisonSubject(['Base', a], ['Faster', b]));
  const [from, to] = [a, b].map((design) => {
    const outcome = evaluateDesign(design);
    return outcome.kind === 'invalid' ? Number.NaN : outcome.evaluation.time.totalSeconds;
  }) as [number, number];

  it('has a waterfall and effects of inputs that add up to the change', () => {
    const waterfall = figures(report).find(({ form }) => form === 'waterfall');
    if (waterfall?.form !== 'waterfall') throw new Error('no waterfall');
    expect([waterfall.from.value, waterfall.to.value]).toEqual([from, to]);
    expect(waterfall.steps.reduce((sum, { value }) => sum + value, from)).toBeCloseTo(to, 12);
    for (const caption of ['Change of each part', 'Effect of each input']) {
      const all = rows(table(report, caption));
      const parts = all.slice(0, -1).map((row) => number(row.at(-1)));
      expect(parts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(to - from, 4);
      expect(number(all.at(-1)?.at(-1))).toBeCloseTo(to - from, 4);
    }
  });

  it('says what each design is from', () => {
    const text = JSON.stringify(report);
    expect(text).toContain('A: Preset 0; a machine; a strategy of its own.');
    expect(text).toContain('B: Preset 1; a machine; a strategy of its own.');
  });

  it('has every input once: those that differ and those in common', () => {
    expect(rows(table(report, /2 inputs differ/))).toEqual([
      ['HBM capacity', '80 GiB', '96 GiB'],
      ['HBM bandwidth', '2,048 GB/s', '4,096 GB/s'],
    ]);
    const all = (['model', 'system', 'strategy'] as const).flatMap((part) => inputPlaces(part, [a[part]]));
    expect(rows(table(report, /same in all designs/))).toHaveLength(all.length - 2);
  });

  it('has every quantity with difference and ratio to the first', () => {
    const all = rows(table(report, /Every quantity of every design/));
    expect(all).toHaveLength(QUANTITIES.length);
    expect(all.find(([label]) => label === 'Batch time')).toEqual([
      'Batch time',
      '16.71478 s',
      '15.11078 s',
      '−1.60 s',
      '0.904×',
    ]);
  });

  it('of four designs has the causes from the first to each other, and says which have none', () => {
    const invalid = { ...fig3, strategy: { ...fig3.strategy, tensor_par: 7 } };
    const four = comparisonReport(comparisonSubject(['A', a], ['B', b], ['Small', withMemory(8)], ['Odd', invalid]));
    expect(four.sections.map(({ id }) => id).filter((id) => id.startsWith('causes'))).toEqual([
      'causes-b',
      'causes-c',
      'causes-d',
    ]);
    const text = JSON.stringify(four);
    expect(text).toContain('C · Small (infeasible) cannot run; its numbers are what it would take:');
    expect(text).toContain('HBM needs 17.4 GiB, has 8.00 GiB.');
    expect(text).toContain('D · Odd (invalid) has no numbers: causes are shown between valid designs.');
  });

  it('of a design with itself says that nothing differs', () => {
    const text = JSON.stringify(comparisonReport(comparisonSubject(['One', a], ['Same', a])));
    expect(text).toContain('The designs have the same inputs.');
    expect(text).toContain('Both designs have the same inputs');
  });
});
