import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import type { TableFigure } from '../../../src/core/studies/figure.js';
import type { StudyWorld } from '../../../src/core/studies/study.js';
import { studyInputs } from '../../../src/core/studies/study.js';
import { studyOf } from './ask.js';
import type { StudyRun } from './run-study.js';
import { presetWorld, runStudy } from './run-study.js';

// a machine of the size that is searched in no time
const { current } = presetWorld;
const strategy = {
  ...current.strategy,
  num_procs: 64,
  tensor_par: 8,
  pipeline_par: 8,
  data_par: 1,
  batch_size: 64,
  microbatch_size: 1,
  pipeline_interleaving: 1,
  activation_recompute: 'full' as const,
  optimizer_sharding: false,
  data_par_overlap: false,
  seq_par_ag_redo: false,
};
const design = { ...current, strategy };
const world: StudyWorld = {
  ...presetWorld,
  model: (id) => (id === 'current' ? { name: 'own', value: design.model } : presetWorld.model(id)),
  system: (id) => (id === 'current' ? { name: 'own', value: design.system } : presetWorld.system(id)),
  current: design,
};
const rateOf = (run: StudyRun, key: string): number | null => run.findings.get(key)?.best?.rate ?? null;

describe('sensitivity', () => {
  const run = runStudy('sensitivity', {}, world);
  const table = run.report.figures.find(({ id }) => id === 'numbers') as TableFigure;

  it('starts from the rate of the design, and a search that is no worse', () => {
    const outcome = evaluateDesign(design);
    expect(outcome.kind).toBe('feasible');
    if (outcome.kind !== 'feasible') return;
    expect(rateOf(run, 'fixed')).toBe(outcome.evaluation.efficiency.sampleRate);
    expect(rateOf(run, 'best')).toBeGreaterThanOrEqual(outcome.evaluation.efficiency.sampleRate);
  });

  it('lists every number once, the most sensitive first, with its slope', () => {
    expect(table.rows.map(({ id }) => id).sort()).toEqual([...new Set(table.rows.map(({ id }) => id))].sort());
    const sizes = table.rows.map(({ cells }) =>
      Math.max(Math.abs(cells[2]?.value ?? 0), Math.abs(cells[3]?.value ?? 0)),
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    const matrix = table.rows.find(({ id }) => id.startsWith('matrix'));
    const own = design.system.matrix.float16?.tflops ?? 0;
    const [up, down] = [own + own * 0.005, own - own * 0.005];
    const slope =
      Math.log((rateOf(run, `fixed ${matrix?.id} ${up}`) ?? 0) / (rateOf(run, `fixed ${matrix?.id} ${down}`) ?? 0)) /
      Math.log(up / down);
    expect(matrix?.cells[2]?.value).toBeCloseTo(slope, 12);
    expect(slope).toBeGreaterThan(0.1);
  });

  it('tells what doubling gains, and why a number counts for nothing', () => {
    const row = table.rows.find(({ id }) => id === 'mem1.GBps');
    const key = `best mem1.GBps ${2 * design.system.mem1.GBps}`;
    expect(row?.cells[5]).toMatchObject({ key, value: (rateOf(run, key) ?? 0) / (rateOf(run, 'best') ?? 1) - 1 });
    expect(table.rows.find(({ id }) => id === 'mem1.GiB')?.cells.at(-1)?.text).toMatch(/stepwise/);
    expect(run.report.answer).toMatch(/^One percent of .* moves the rate by .*To buy: /);
  });

  it('reports before anything is answered, and without the searches', () => {
    const study = studyOf('sensitivity');
    if (study === null) throw new Error('no study');
    const inputs = studyInputs(study, { reoptimise: false });
    expect(study.points(inputs, world).every(({ question }) => question.searches.length === 0)).toBe(true);
    const report = study.report(inputs, world, new Map());
    expect(report.figures.map(({ id }) => id)).toEqual(['elasticities', 'numbers']);
  });
});

describe('sweep', () => {
  it('draws the quantity of each point, never better at the fixed strategy, and marks each change of winner', () => {
    const run = runStudy('sweep', { knob: 'networks.1.bandwidth', steps: 9 }, world);
    const [figure] = run.report.figures;
    if (figure?.kind !== 'curves') throw new Error('no curves');
    const [own, best] = figure.curves;
    expect(own?.points).toHaveLength(9);
    for (const [i, { x, y, key }] of (best?.points ?? []).entries()) {
      expect(y).toBe(rateOf(run, key ?? ''));
      expect(y).toBeGreaterThanOrEqual(own?.points[i]?.y ?? 0);
      expect(x).toBe(own?.points[i]?.x);
    }
    const winners = best?.points.map(({ key }) => JSON.stringify(run.findings.get(key ?? '')?.best?.strategy)) ?? [];
    const changes = winners.filter((each, i) => i > 0 && each !== winners[i - 1]).length;
    expect(figure.marks).toHaveLength(changes);
  });

  it('says what cannot be swept', () => {
    const study = studyOf('sweep');
    if (study === null) throw new Error('no study');
    const problem = (changes: Record<string, string | number>) =>
      study.problems(studyInputs(study, changes), world).map(({ field }) => field);
    expect(problem({})).toEqual([]);
    expect(problem({ knob: 'networks.3.latency' })).toEqual(['knob']);
    expect(problem({ from: 100, to: 50 })).toEqual(['to']);
    expect(problem({ knob: 'networks.0.efficiency', to: 2 })).toEqual(['to']);
    expect(problem({ model: 'nothing' })).toEqual(['model']);
  });
});
