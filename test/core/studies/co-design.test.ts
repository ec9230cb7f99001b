import { describe, expect, it } from 'vitest';
import { priceOf, ticksOf } from '../../../src/core/studies/co-design-inputs.js';
import { regionsOf } from '../../../src/core/studies/regions.js';
import { studyInputs } from '../../../src/core/studies/study.js';
import { studyOf } from './ask.js';
import { presetWorld, runStudy } from './run-study.js';

it('maps two hardware inputs, with a boundary wherever the winner changes', () => {
  const { report, findings } = runStudy('co-design', { processors: 64, xSteps: 4, ySteps: 3 });
  const [map] = report.figures;
  if (map?.kind !== 'heatmap') throw new Error('no map');
  expect(map.cells.map((row) => row.length)).toEqual([4, 4, 4]);
  for (const [row, line] of map.cells.entries()) {
    for (const [column, cell] of line.entries()) {
      const best = findings.get(cell.key ?? '')?.best ?? null;
      expect(cell.value).toBe(best?.rate ?? null);
      const region = map.regionOf?.[row]?.[column] ?? -1;
      const { tensor_par: t, pipeline_par: p, data_par: d } = best?.strategy ?? {};
      const name = best === null ? undefined : `t ${t} p ${p} d ${d}`;
      expect(map.regions?.[region]?.label.split(',')[0]).toBe(name);
    }
  }
  const labels = map.regions?.map(({ label }) => label) ?? [];
  expect(new Set(labels).size).toBe(labels.length);
});

it('draws every memory of the follow-up in a way of its own, and says what the strokes are', () => {
  const study = studyOf('beyond-100t');
  if (study === null) throw new Error('no study');
  for (const figure of study.report(studyInputs(study, {}), presetWorld, new Map()).figures) {
    if (figure.kind !== 'curves') throw new Error('no curves');
    expect(figure.curves).toHaveLength(18);
    expect(new Set(figure.curves.map(({ style, colour }) => `${style} ${colour % 9}`)).size).toBe(18);
    const [fast, slow] = ['80 + 512 GiB at 50 GB/s', '120 + 512 GiB at 50 GB/s'].map((name) =>
      figure.curves.find(({ label }) => label === name),
    );
    expect([fast?.style, slow?.style]).toEqual(['line', 'dashed']);
    expect(fast?.colour).toBe(slow?.colour);
    expect(figure.notes).toEqual([
      'Solid lines have 80 GiB of HBM and dashed lines have 120 GiB of HBM; one colour is one tier 2.',
    ]);
  }
});

it('follows up to one model of the follow-up on a small system', () => {
  const { report } = runStudy('beyond-100t', {
    models: ['1t'],
    hbmGiB: [80],
    tier2GiB: [0, 512],
    scaling: [2048],
    processors: 1024,
  });
  const [mfu, scaling] = report.figures;
  if (mfu?.kind !== 'curves' || scaling?.kind !== 'curves') throw new Error('no curves');
  expect(mfu.curves.map(({ id }) => id)).toEqual(['80 GiB', '80 + 512 GiB at 50 GB/s', '80 + 512 GiB at 100 GB/s']);
  for (const { y } of mfu.curves.flatMap(({ points }) => points)) {
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(1);
  }
});

describe('regions', () => {
  it('joins cells that touch and have the same name', () => {
    const { regionOf, regions } = regionsOf([
      ['a', 'a', 'b'],
      [null, 'a', 'a'],
      ['a', null, 'b'],
    ]);
    expect(regionOf).toEqual([
      [0, 0, 1],
      [-1, 0, 0],
      [2, -1, 3],
    ]);
    expect(regions.map(({ cells }) => cells)).toEqual([4, 1, 1, 1]);
  });
});

it('prices between and beyond the sizes of a table in proportion', () => {
  const table = [
    [20, 2250],
    [40, 5000],
    [80, 10_000],
  ] as const;
  expect([20, 30, 60, 160].map((GiB) => priceOf(table, GiB))).toEqual([2250, 3625, 7500, 20_000]);
  expect(priceOf(table, 0)).toBe(0);
});

it('spaces an axis in equal ratios', () => {
  expect(ticksOf(8, 512, 4, true)).toEqual([8, 32, 128, 512]);
});
