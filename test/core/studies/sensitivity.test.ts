import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import type { TornadoFigure } from '../../../src/core/studies/figure.js';
import { studyInputs, type AnyStudy } from '../../../src/core/studies/study.js';
import { inSentence } from '../../../src/core/studies/words.js';
import { studyOf } from './ask.js';
import { runStudy } from './run-study.js';
import type { StudyRun } from './run-study.js';
import { tinyDesign as design, tinyWorld as world, worldOf } from './small-world.js';

const rateOf = (run: StudyRun, key: string): number | null => run.findings.get(key)?.best?.rate ?? null;
const study = (): AnyStudy => {
  const found = studyOf('sensitivity');
  if (found === null) throw new Error('no study');
  return found;
};
const tornadoOf = ({ report: { figures } }: Pick<StudyRun, 'report'>): TornadoFigure => {
  const [figure] = figures;
  if (figure?.kind !== 'tornado') throw new Error('no tornado');
  return figure;
};

describe('sensitivity', () => {
  const run = runStudy('sensitivity', {}, world);
  const figure = tornadoOf(run);
  const all = [...figure.rows, ...figure.nil];

  it('starts from the rate of the design, and a search that is no worse', () => {
    const outcome = evaluateDesign(design);
    expect(outcome.kind).toBe('feasible');
    if (outcome.kind !== 'feasible') return;
    expect(rateOf(run, 'fixed')).toBe(outcome.evaluation.efficiency.sampleRate);
    expect(rateOf(run, 'best')).toBeGreaterThanOrEqual(outcome.evaluation.efficiency.sampleRate);
  });

  it('lists every number once, the most sensitive first, with its slope', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(10 + 9 * design.system.networks.length);
    expect(all).toHaveLength(10 + 9 * design.system.networks.length);
    const slopes = all.filter(({ id }) => !/GiB|size/.test(id));
    const sizes = slopes.map(({ elasticities }) => Math.max(...elasticities.map(({ value }) => Math.abs(value ?? 0))));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(figure.nil.every(({ elasticities }) => elasticities.every(({ value }) => Math.abs(value ?? 0) < 5e-4))).toBe(
      true,
    );
    const matrix = all.find(({ id }) => id.startsWith('matrix'));
    const own = design.system.matrix.float16?.tflops ?? 0;
    const [up, down] = [own + own * 0.005, own - own * 0.005];
    const slope =
      Math.log((rateOf(run, `fixed ${matrix?.id} ${up}`) ?? 0) / (rateOf(run, `fixed ${matrix?.id} ${down}`) ?? 0)) /
      Math.log(up / down);
    expect(matrix?.elasticities[0]?.value).toBeCloseTo(slope, 12);
    expect(slope).toBeGreaterThan(0.1);
  });

  it('has bars to the left for what is better small', () => {
    const latency = all.find(({ id }) => id === 'networks.0.latency');
    expect(latency?.elasticities[0]?.value).toBeLessThan(0);
    expect(latency?.elasticities[0]?.text).toMatch(/^−0\.\d{3}$/);
    expect(latency?.gains[0]?.value).toBeGreaterThan(0);
  });

  it('tells what doubling gains, which gains most, and why a number counts for nothing', () => {
    const row = all.find(({ id }) => id === 'mem1.GBps');
    const key = `best mem1.GBps ${2 * design.system.mem1.GBps}`;
    expect(row?.value).toBe('2.05 TB/s');
    expect(row?.gains[1]).toMatchObject({ key, value: (rateOf(run, key) ?? 0) / (rateOf(run, 'best') ?? 1) - 1 });
    expect(all.find(({ id }) => id === 'networks.0.size')?.note).toMatch(/stepwise/);
    expect(figure.nilText).toMatch(/^No effect on the rate: /);
    const gains = all.map(({ gains: [, best] }) => best?.value ?? 0);
    const bought = all.filter(({ marked }) => marked);
    expect(bought).toHaveLength(1);
    expect(bought[0]?.gains[1]?.value).toBe(Math.max(...gains));
    const [, number, ownPercent, bestPercent] =
      /^One percent of (.*) moves the rate by ([\d.]+) % at the current strategy and by ([\d.]+) % re-optimised\./.exec(
        run.report.answer,
      ) ?? [];
    const [first] = all;
    expect(number).toBe(inSentence(first?.label ?? ''));
    const [own, best] = first?.elasticities.map(({ value }) => Math.abs(value ?? 0)) ?? [];
    expect(Number(ownPercent)).toBeCloseTo(own ?? Number.NaN, 2);
    expect(Number(bestPercent)).toBeCloseTo(best ?? Number.NaN, 2);
    const [ownGain, bestGain] = bought[0]?.gains.map(({ text }) => text) ?? [];
    expect(run.report.answer).toMatch(/To buy: twice the \S.* gains most, /);
    expect(run.report.answer).toContain(inSentence(bought[0]?.label ?? ''));
    expect(run.report.answer.endsWith(`${bestGain} re-optimised and ${ownGain} at the current strategy.`)).toBe(true);
  });

  it('names numbers in its sentences without a comma, and where doubling ends', () => {
    expect(figure.finding).toBe('Matrix peak and highest matrix efficiency matter most');
    expect(figure.nilText).not.toMatch(/, highest|Tier \d:/);
    const matrix = all.find(({ id }) => id.startsWith('matrix') && id.endsWith('efficiency'));
    expect(matrix?.label).toBe('Matrix efficiency, highest');
    expect(matrix?.capped).toBe('capped at 100 %');
    expect(matrix?.note).toContain('capped at 100 %');
    expect(all.find(({ id }) => id === 'mem1.GBps')?.capped).toBe('');
    const early = study().report(studyInputs(study(), {}), world, new Map());
    expect(tornadoOf({ report: early }).finding).toMatch(/ matter most, current strategy$/);
    expect(early.answer).toMatch(
      /^One percent of .* moves the rate by [\d.]+ % at the current strategy\. To buy: .* gains most, \+[\d.]+ % at the current strategy\.$/,
    );
  });

  it('has the bars of the current strategy before anything is asked, in their own order until all is answered', () => {
    const early = tornadoOf({ report: study().report(studyInputs(study(), {}), world, new Map()) });
    const sizes = early.rows.map(({ elasticities: [own] }) => Math.abs(own?.value ?? 0));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(
      early.rows.every(({ elasticities: [own, best] }) => own?.state === 'value' && best?.state === 'pending'),
    ).toBe(true);
    for (const { id, elasticities } of early.rows)
      expect(elasticities[0]?.value).toBe(all.find((row) => row.id === id)?.elasticities[0]?.value);
    // what has no finding cannot be loaded
    expect(early.rows.flatMap(({ gains }) => gains.flatMap(({ key }) => key ?? []))).toEqual([]);
    const half = new Map([...run.findings].slice(0, run.findings.size - 3));
    const partly = tornadoOf({ report: study().report(studyInputs(study(), {}), world, half) });
    expect(partly.rows.map(({ id }) => id)).toEqual(early.rows.map(({ id }) => id));
  });

  it('gives no slope to a step, and shows what it gains', () => {
    // as much HBM as the design needs but for some bytes beyond: half a percent less does not fit, ten times fits more
    const outcome = evaluateDesign(design);
    if (outcome.kind !== 'feasible') throw new Error('does not fit');
    const GiB = outcome.evaluation.memory.tier1Bytes / 2 ** 30 + 1e-3;
    const full = { ...design, system: { ...design.system, mem1: { ...design.system.mem1, GiB } } };
    const drawn = tornadoOf(runStudy('sensitivity', { factor: 10 }, worldOf(full)));
    const row = drawn.rows.find(({ id }) => id === 'mem1.GiB');
    expect(row?.note).toMatch(/^stepwise/);
    expect(row?.elasticities.every(({ value, text }) => text === 'a step' || Math.abs(value ?? 0) < 5e-4)).toBe(true);
    expect(row?.gains[1]?.value).toBeGreaterThan(0.01);
    expect(drawn.nil.every(({ gains }) => gains.every(({ value }) => (value ?? 0) < 5e-4))).toBe(true);
  });

  it('reports without the searches', () => {
    const inputs = studyInputs(study(), { reoptimise: false });
    expect(
      study()
        .points(inputs, world)
        .every(({ question }) => question.searches.length === 0),
    ).toBe(true);
    const own = tornadoOf({ report: study().report(inputs, world, new Map()) });
    expect(own.modes.map(({ id }) => id)).toEqual(['fixed']);
    expect(study().report(inputs, world, new Map()).answer).toMatch(
      /moves the rate by [\d.]+ % at the current strategy\. To buy: .* at the current strategy\.$/,
    );
  });
});
