import { describe, expect, it } from 'vitest';
import { evaluateDesign } from '../../../src/core/evaluate.js';
import { explainerOf, type Explainer } from '../../../src/core/quantities/formula/explain.js';
import type { Cell, StudyFigure } from '../../../src/core/studies/figure.js';
import { runStudy, type StudyRun } from './run-study.js';
import { tinyWorld } from './small-world.js';

interface ShownNumber {
  readonly key: string;
  readonly value: number;
  readonly quantity: string;
}

const shownBy = (cells: readonly Cell[], all: string | undefined): readonly ShownNumber[] =>
  cells.flatMap(({ key, value, quantity = all }) =>
    key === null || value === null || quantity === undefined ? [] : [{ key, value, quantity }],
  );

/** Every number of a figure that says which quantity of which point it is. */
function shownNumbers(figure: StudyFigure): readonly ShownNumber[] {
  switch (figure.kind) {
    case 'heatmap':
      return shownBy(figure.cells.flat(), figure.scale.quantity);
    case 'bars':
      return figure.series.flatMap(({ cells, quantity }) => shownBy(cells, quantity));
    case 'table':
      return figure.columns.flatMap(({ quantity }, at) =>
        shownBy(
          figure.rows.flatMap(({ cells }) => cells[at] ?? []),
          quantity,
        ),
      );
    case 'curves':
      return figure.curves.flatMap(({ points }) =>
        shownBy(
          points.map(({ key, y }) => ({ key, state: 'value', value: y, text: '' })),
          figure.y.quantity,
        ),
      );
    case 'stacks':
      return figure.bars.flatMap(({ key, time, memory }) => {
        const cells = (parts: typeof time, suffix: string): readonly Cell[] =>
          parts.map(([id, value]) => ({ key, state: 'value', value, text: '', quantity: `${id}${suffix}` }));
        return shownBy([...cells(time, ''), ...cells(memory, '-on-hbm')], undefined);
      });
    case 'tornado':
      return shownBy(
        figure.rows.flatMap(({ gains }) => gains),
        undefined,
      );
  }
}

/** How the numbers of a point come to be, with its best strategy. */
function explainerAt({ points, findings }: StudyRun, key: string): Explainer {
  const point = points.find((each) => each.key === key);
  const best = findings.get(key)?.best;
  if (point === undefined || !best) throw new Error(`nothing is known of ${key}`);
  const design = { ...point.question.design, strategy: best.strategy };
  const outcome = evaluateDesign(design);
  if (outcome.kind === 'invalid') throw new Error(`${key} has no numbers`);
  return explainerOf(design, outcome.evaluation);
}

/** What of a run is not what the explanation of its quantity says it is, and how many numbers there are. */
function differences(run: StudyRun): { readonly count: number; readonly wrong: readonly string[] } {
  const shown = run.report.figures.flatMap(shownNumbers);
  const explainers = new Map<string, Explainer>();
  const wrong = shown.flatMap(({ key, value, quantity }) => {
    const explainer = explainers.get(key) ?? explainerAt(run, key);
    explainers.set(key, explainer);
    const told = explainer.input(quantity)?.value ?? explainer.quantity(quantity)?.value;
    const isSame = told === value || Math.abs((told ?? Number.NaN) - value) <= 1e-12 * Math.abs(value);
    return isSame ? [] : [`${key}: ${value} is no ${quantity}, which is ${told}`];
  });
  return { count: shown.length, wrong };
}

describe('a number of a study that names its quantity', () => {
  it.each([
    ['anatomy', {}, 40],
    ['validation', {}, 8],
    ['software', {}, 40],
    ['trade-offs', {}, 40],
    ['time-memory-maps', { tensor: [8], pipeline: [8, 16] }, 4],
    ['offloading', { tensor: [8], pipeline: [1, 2] }, 8],
    ['co-design', { processors: 64, xSteps: 2, ySteps: 2, colour: 'mfu' }, 2],
    ['beyond-100t', { models: ['1t'], hbmGiB: [80], tier2GiB: [0], scaling: [2048], processors: 1024 }, 2],
    ['system-size', { from: 512, to: 576, step: 32, lostFrom: 512, lostNodes: [0] }, 2],
  ])('is that quantity of its point: %s', (id, changes, least) => {
    const { count, wrong } = differences(runStudy(id, changes));
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(least);
  });

  it.each(['total-time', 'tier1-memory'])('is that quantity of its point: %s over an input', (shown) => {
    const { count, wrong } = differences(runStudy('sweep', { knob: 'mem1.GBps', steps: 3, shown }, tinyWorld));
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(6);
  });
});
