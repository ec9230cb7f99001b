import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import { quantity } from '../../../src/core/quantities/registry.js';
import type { Curve, CurvesFigure } from '../../../src/core/studies/figure.js';
import type { StudyInputs } from '../../../src/core/studies/study.js';
import { studyInputs } from '../../../src/core/studies/study.js';
import { bestChanges, ownRegime } from '../../../src/core/studies/sweep-regimes.js';
import { strategyChanges } from '../../../src/core/strategy/strategy-changes.js';
import { ask, studyOf } from './ask.js';
import { runStudy } from './run-study.js';
import type { StudyRun } from './run-study.js';
import { tinyDesign, tinyWorld as world, worldOf } from './small-world.js';

const figureOf = (run: Pick<StudyRun, 'report'>): CurvesFigure => {
  const [figure] = run.report.figures;
  if (figure?.kind !== 'curves') throw new Error('no curves');
  return figure;
};
const curve = (figure: CurvesFigure, id: string): Curve => {
  const found = figure.curves.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no curve ${id}`);
  return found;
};
const study = studyOf('sweep');
if (study === null) throw new Error('no study');
describe('a sweep', () => {
  const knobs = [
    'networks.1.bandwidth',
    'hidden',
    'batch_size',
    'tensor_par',
    'num_procs',
    'microbatch_size',
    'data_par_net',
  ];
  it.each(knobs)('over %s draws the quantity of each design, never better at the fixed strategy', (knob) => {
    const run = runStudy('sweep', { knob, steps: 5 }, world);
    for (const shown of ['sample-rate', 'tier1-memory']) {
      const report = study.report(studyInputs(study, { knob, steps: 5, shown }), world, run.findings);
      const figure = figureOf({ report });
      const points = new Map(run.points.map((point) => [point.key, point.question.design]));
      for (const { points: drawn } of figure.curves) {
        expect(drawn.map(({ x }) => x)).toEqual(drawn.map(({ x }) => x).toSorted((a, b) => a - b));
        for (const { y, key } of drawn) {
          const design = points.get(key ?? '');
          const strategy = run.findings.get(key ?? '')?.best?.strategy;
          if (design === undefined) throw new Error('no design');
          const outcome = evaluateDesign({ ...design, strategy: strategy ?? design.strategy });
          if (outcome.kind !== 'feasible') {
            expect(y).toBeNaN();
            continue;
          }
          const value = quantity(shown).value(outcome.evaluation) ?? 0;
          expect(Math.abs(y - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value));
        }
      }
      if (shown !== 'sample-rate') continue;
      const best = new Map(curve(figure, 'best').points.map(({ x, y }) => [x, y]));
      for (const { x, y } of curve(figure, 'fixed').points)
        if (best.has(x) && Number.isFinite(y)) expect(best.get(x)).toBeGreaterThanOrEqual(y * (1 - 1e-12));
    }
  });

  it('holds a re-optimised search to the value of a strategy’s input', () => {
    for (const path of [
      'tensor_par',
      'pipeline_par',
      'data_par',
      'batch_size',
      'microbatch_size',
      'pipeline_interleaving',
    ] as const) {
      const run = runStudy('sweep', { knob: path, steps: 4 }, world);
      const found = [...run.findings].filter(([key]) => key.startsWith('best'));
      expect(found.length).toBeGreaterThan(1);
      for (const [key, { best }] of found)
        if (best !== null) expect([path, best.strategy[path]]).toEqual([path, Number(key.split(' ')[1])]);
    }
    const run = runStudy('sweep', { knob: 'num_procs', steps: 3 }, world);
    for (const [key, { best }] of run.findings) expect(best?.strategy.num_procs).toBe(Number(key.split(' ')[1]));
  });

  it('of a batch finds the best of all strategies with just this batch', () => {
    const batch = 6;
    const run = runStudy('sweep', { knob: 'batch_size', from: batch, to: 12, steps: 2 }, world);
    const { searches, design } = run.points.find(({ key }) => key === `best ${batch}`)?.question ?? {};
    expect(searches?.map(({ bounds }) => bounds.data_par?.[0])).toEqual([1, 2]);
    if (design === undefined || searches === undefined) throw new Error('no question');
    const rates = searches.map((search) => ask({ design, searches: [search] }).best?.rate ?? 0);
    expect(run.findings.get(`best ${batch}`)?.best?.rate).toBe(Math.max(...rates));
  });

  it('has an axis that suits', () => {
    const scale = (changes: StudyInputs) =>
      figureOf({ report: study.report(studyInputs(study, changes), world, new Map()) }).x.scale;
    expect(scale({ knob: 'mem1.GBps' })).toBe('log');
    expect(scale({ knob: 'networks.0.efficiency' })).toBe('linear');
    expect(scale({ knob: 'hidden' })).toBe('linear');
    expect(scale({ knob: 'hidden', from: 1024, to: 65536 })).toBe('log');
    expect(scale({ knob: 'tensor_par' })).toBe('log');
    expect(scale({ knob: 'tensor_par_net' })).toBe('linear');
  });

  it('tells where nothing fits and why, and where the input is now', () => {
    const run = runStudy('sweep', { knob: 'mem1.GiB', from: 0.5, to: 640, steps: 12 }, world);
    const figure = figureOf(run);
    expect(figure.now).toEqual({ x: tinyDesign.system.mem1.GiB * 2 ** 30, label: 'now 80.0 GiB' });
    const own = curve(figure, 'fixed').infeasible ?? [];
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ label: 'HBM full', from: 2 ** 29 });
    expect(own[0]?.detail).toMatch(/GiB/);
    const outcome = evaluateDesign(tinyDesign);
    if (outcome.kind !== 'feasible') throw new Error('does not fit');
    const needed = outcome.evaluation.memory.tier1Bytes;
    expect(own[0]?.to).toBeLessThan(needed);
    expect(own[0]?.to).toBeGreaterThan(needed * 0.98);
    const [fits] = figure.marks.filter(({ colour }) => colour === 1);
    expect(fits).toMatchObject({ label: 'fits' });
    expect(curve(figure, 'best').infeasible?.[0]?.label).toMatch(/^nothing fits: HBM full/);
  });
});

describe('marks of a sweep', () => {
  const inputs = { knob: 'networks.1.bandwidth', from: 1, to: 400, steps: 9 };
  const run = runStudy('sweep', inputs, world);
  const figure = figureOf(run);
  const marks = figure.marks.filter(({ colour }) => colour === 0);
  const bestAt = (key: string | undefined) => run.findings.get(key ?? '')?.best?.strategy;
  const valueOf = (key: string | undefined): number => Number(key?.split(' ')[1]);

  it('have another strategy on either side, and neighbours within 1 %', () => {
    expect(marks.length).toBeGreaterThan(0);
    for (const { keys } of marks) {
      const [a, b] = [bestAt(keys[0]), bestAt(keys[1])];
      if (a === undefined || b === undefined) throw new Error('no strategy');
      expect(strategyChanges(a, b)).not.toEqual([]);
      const [low, high] = [valueOf(keys[0]), valueOf(keys[1])];
      expect(high / low - 1).toBeGreaterThan(0);
      expect(high - low).toBeLessThanOrEqual(0.0101 * high);
    }
  });

  it('are all there are, over a fine grid', () => {
    const own = run.points.find(({ key }) => key.startsWith('best'))?.question;
    if (own === undefined) throw new Error('no question');
    const fine = Array.from({ length: 121 }, (_, i) => 400 ** (i / 120));
    const strategies = fine.map((bandwidth) => {
      const networks = tinyDesign.system.networks.map((each, tier) => (tier === 1 ? { ...each, bandwidth } : each));
      return ask({ ...own, design: { ...tinyDesign, system: { ...tinyDesign.system, networks } } }).best?.strategy;
    });
    const changes = fine.flatMap((value, i) => {
      const [a, b] = [strategies[i - 1], strategies[i]];
      return a !== undefined && b !== undefined && strategyChanges(a, b).length > 0
        ? [[fine[i - 1] ?? 0, value] as const]
        : [];
    });
    expect(changes).toHaveLength(marks.length);
    changes.forEach(([low, high], i) => {
      expect(valueOf(marks[i]?.keys[1])).toBeGreaterThanOrEqual(low);
      expect(valueOf(marks[i]?.keys[0])).toBeLessThanOrEqual(high);
    });
  });

  it('ask no more than so many further questions', () => {
    const grid = 2 * inputs.steps;
    expect(run.points.length - grid).toBeGreaterThan(0);
    const further = run.points.slice(grid);
    expect(further.filter(({ key }) => key.startsWith('best')).length).toBeLessThanOrEqual(64);
    const wild = runStudy('sweep', { knob: 'hidden', steps: 24 }, world);
    expect(wild.points.filter(({ key }) => key.startsWith('best')).length).toBeLessThanOrEqual(24 + 64);
  });

  it('leave out what the input itself brings with it', () => {
    const [a, b] = [tinyDesign.strategy, { ...tinyDesign.strategy, tensor_par: 4, data_par: 1, batch_size: 16 }];
    expect(bestChanges('tensor_par', a, b)).toEqual([]);
    expect(bestChanges('tensor_par', a, { ...b, microbatch_size: 2 }).map(({ path }) => path)).toEqual([
      'microbatch_size',
    ]);
    expect(bestChanges('mem1.GBps', a, b)).toHaveLength(3);
  });

  it('of the current strategy say what is hidden and what is not', () => {
    const overlapped = { ...tinyDesign, strategy: { ...tinyDesign.strategy, tensor_par_overlap: 'ring' as const } };
    const swept = figureOf(
      runStudy(
        'sweep',
        { knob: 'networks.0.bandwidth', from: 1, to: 100_000, steps: 9, reoptimise: false },
        worldOf(overlapped),
      ),
    );
    const [mark, ...others] = swept.marks;
    expect(mark?.label).toBe('TP hidden');
    expect(mark?.detail).toMatch(/^From .* to .*, current strategy: TP traffic is hidden/);
    expect(others).toEqual([]);
    const exposed = mark?.keys.map((key) => {
      const networks = overlapped.system.networks.map((each, tier) =>
        tier === 0 ? { ...each, bandwidth: valueOf(key) } : each,
      );
      const design = { ...overlapped, system: { ...overlapped.system, networks } };
      return ownRegime(design).exposed.find(([kind]) => kind === 'TP')?.[1];
    });
    expect(exposed).toEqual([true, false]);
  });
});
