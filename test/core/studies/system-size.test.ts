import { describe, expect, it } from 'vitest';
import { ask } from './ask.js';
import { coarseToFine } from '../../../src/core/studies/coarse-to-fine.js';
import { runStudy } from './run-study.js';

describe('system size (Figs. 7, 10, 11)', () => {
  const { report, findings } = runStudy('system-size', {
    workloads: [['gpt3-175b', 2340]],
    from: 8,
    to: 512,
    lostFrom: 512,
  });

  it('draws a point for every size that runs, its running maximum, and perfect scaling', () => {
    const [off] = report.figures;
    if (off?.kind !== 'curves') throw new Error('no curves');
    const [points, line, dashed] = off.curves;
    const feasible = [...findings].filter(([key, { best }]) => key.startsWith('off ') && best !== null);
    expect(points?.points).toHaveLength(feasible.length);
    const heights = line?.points.map(({ y }) => y) ?? [];
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(dashed?.points).toEqual([
      { x: 0, y: 0, key: null },
      { x: 512, y: 1, key: null },
    ]);
    for (const { y } of points?.points ?? []) expect(y).toBeLessThanOrEqual(1);
  });

  it('explains every fall of more than a tenth', () => {
    const [off] = report.figures;
    if (off?.kind !== 'curves') throw new Error('no curves');
    const rate = (n: number): number => findings.get(`off gpt3-175b ${n}`)?.best?.rate ?? 0;
    const sizes = Array.from({ length: 63 }, (_, i) => 16 + 8 * i);
    const falls = sizes.filter((n) => rate(n - 8) > 0 && rate(n) < 0.9 * rate(n - 8));
    expect(falls.length).toBeGreaterThan(0);
    expect(off.marks.map(({ x }) => x).sort((a, b) => a - b)).toEqual(falls);
    for (const { detail } of off.marks) expect(detail).toMatch(/becomes .*: .{10,}/);
    expect(off.marks.map(({ label }) => label)).not.toContain('not searched yet');
    expect(off.finding).toMatch(/^Without tier 2: \d+ falls of over 10 %, mostly \S/);
  });

  it('calls the speed-up infinite where nothing runs without tier 2', () => {
    const figure = report.figures.find(({ id }) => id === 'speed-up');
    if (figure?.kind !== 'curves') throw new Error('no curves');
    const smallest = Math.min(
      ...[...findings].flatMap(([key, { best }]) => (key.startsWith('off ') && best ? [best.strategy.num_procs] : [])),
    );
    const [[from, to] = []] = figure.curves[0]?.infinite ?? [];
    expect(from).toBeLessThan(smallest);
    expect(to).toBe(smallest - 8);
  });

  it('says what each lost node costs', () => {
    const table = report.figures.find(({ id }) => id === 'lost-off');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.rows.map(({ cells }) => cells[1]?.value)).toEqual([512, 504, 496, 488, 480]);
    expect(table.rows[0]?.cells[3]?.value).toBe(0);
  });
});

it('finds the same whether questions share their blocks or not', () => {
  const { points, findings } = runStudy('system-size', { from: 512, to: 576, step: 32, lostFrom: 512, lostNodes: [0] });
  for (const { key, question } of points) expect(ask(question)).toEqual(findings.get(key));
});

it.each([1, 2, 63, 64, 1000])('reaches each of %i places once', (n) => {
  expect([...coarseToFine(n)].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
});
