import { evaluateDesign } from '../evaluate.js';
import { inputId } from '../quantities/formula/input-ids.js';
import { dashCell, textCell, valueCell } from './cell.js';
import { dropCause, mostlyFrom } from './drop-cause.js';
import type { DropCause } from './drop-cause.js';
import type { Curve, CurveMark, CurvesFigure, TableFigure } from './figure.js';
import { modelOf } from './problems.js';
import type { FoundStrategy } from './question.js';
import { choicesOf } from './strategy-choices.js';
import type { Findings, StudyReport, StudyWorld } from './study.js';
import { CLIFF, lostSizes, sameSplitKey, sizeKey, sizesOf, systemWith } from './system-size-inputs.js';
import type { SystemSizeInputs } from './system-size-inputs.js';
import { count, fixed, listed, percent } from './words.js';

const PROCESSORS = inputId('strategy', 'num_procs');

interface SizePoint {
  readonly processors: number;
  readonly key: string;
  readonly best: FoundStrategy | null;
}

interface Series {
  readonly tier2: string;
  readonly model: string;
  readonly name: string;
  readonly colour: number;
  /** The answered sizes, rising. */
  readonly points: readonly SizePoint[];
  /** Samples/s of the perfect system of the largest size: no strategy wastes anything. */
  readonly perfectRate: number;
}

/** System efficiency of a found strategy; kept, since a report is made again with every new finding. */
const efficiencies = new WeakMap<FoundStrategy, number>();
function systemEfficiency(
  inputs: SystemSizeInputs,
  world: StudyWorld,
  tier2: string,
  model: string,
  best: FoundStrategy,
) {
  const known = efficiencies.get(best);
  if (known !== undefined) return known;
  const system = systemWith(inputs, world, tier2);
  const outcome = evaluateDesign({ model: modelOf(world, model).value, system, strategy: best.strategy });
  const efficiency = outcome.kind === 'feasible' ? outcome.evaluation.efficiency.systemEfficiency : 1;
  efficiencies.set(best, efficiency);
  return efficiency;
}

function seriesOf(inputs: SystemSizeInputs, world: StudyWorld, findings: Findings, tier2: string): readonly Series[] {
  const sizes = sizesOf(inputs);
  return inputs.workloads.map(([model], colour) => {
    const points = sizes.flatMap((processors): readonly SizePoint[] => {
      const key = sizeKey(tier2, model, processors);
      const finding = findings.get(key);
      return finding === undefined ? [] : [{ processors, key, best: finding.best }];
    });
    const perfectRate = points.reduce(
      (most, { best }) =>
        best === null ? most : Math.max(most, best.rate / systemEfficiency(inputs, world, tier2, model, best)),
      0,
    );
    return { tier2, model, name: modelOf(world, model).name, colour, points, perfectRate };
  });
}

/** The largest rate so far at each answered size. */
function runningMaximum(points: readonly SizePoint[]): readonly (SizePoint & { readonly rate: number })[] {
  let most = 0;
  return points.map((point) => {
    most = Math.max(most, point.best?.rate ?? 0);
    return { ...point, rate: most };
  });
}

function curves({ model, name, colour, points, perfectRate }: Series, largest: number): readonly Curve[] {
  const feasible = points.filter(({ best }) => best !== null);
  const relative = (rate: number): number => rate / perfectRate;
  return [
    {
      id: `${model} points`,
      label: name,
      style: 'points',
      colour,
      points: feasible.map(({ processors, key, best }) => ({ x: processors, y: relative(best?.rate ?? 0), key })),
    },
    {
      id: `${model} best`,
      label: `${name}, best of this size or smaller`,
      style: 'line',
      colour,
      points: runningMaximum(points)
        .filter(({ rate }) => rate > 0)
        .map(({ processors, rate }) => ({ x: processors, y: relative(rate), key: null })),
    },
    {
      id: `${model} perfect`,
      label: `${name}, perfect scaling`,
      style: 'dashed',
      colour,
      points: feasible.length === 0 ? [] : [0, largest].map((x) => ({ x, y: x / largest, key: null })),
    },
  ];
}

/** A mark, and the share of the rate that is lost there. */
interface Cliff extends CurveMark {
  readonly label: DropCause['label'];
  readonly fall: number;
}

/** Every fall by more than a tenth from one size to the next, with its cause. */
function cliffs(inputs: SystemSizeInputs, world: StudyWorld, findings: Findings, series: Series): readonly Cliff[] {
  const { tier2, model, name, colour, points, perfectRate } = series;
  const marks: Cliff[] = [];
  const { step } = inputs;
  const system = systemWith(inputs, world, tier2);
  for (const [i, point] of points.entries()) {
    const last = points[i - 1];
    if (!last?.best || point.processors - last.processors !== step) continue;
    const rate = point.best?.rate ?? 0;
    const fall = 1 - rate / last.best.rate;
    const before = findings.get(last.key);
    const after = findings.get(point.key);
    if (fall <= CLIFF || before === undefined || after === undefined) continue;
    const sameSplit = findings.get(sameSplitKey(tier2, model, point.processors)) ?? null;
    const from = last.processors;
    const cause = dropCause({
      model: modelOf(world, model).value,
      system,
      from,
      to: point.processors,
      before,
      after,
      sameSplit,
    });
    marks.push({
      fall,
      x: point.processors,
      y: rate / perfectRate,
      label: cause.label,
      detail: `${name}, ${count(point.processors)}: −${percent(fall, 0)}. ${cause.detail}`,
      keys: [last.key, point.key],
      colour,
    });
  }
  return marks;
}

function sizeFigure(
  inputs: SystemSizeInputs,
  world: StudyWorld,
  findings: Findings,
  tier2: string,
  all: readonly Series[],
): CurvesFigure {
  const largest = sizesOf(inputs).at(-1) ?? 1;
  // the steepest first: they are the first to get room for their label
  const marks = all.flatMap((series) => cliffs(inputs, world, findings, series)).sort((a, b) => b.fall - a.fall);
  const cause = mostlyFrom(marks.map(({ label }) => label));
  const name = tier2 === 'on' ? 'With tier 2' : 'Without tier 2';
  return {
    kind: 'curves',
    id: `size-${tier2}`,
    finding:
      cause === null
        ? `${name}: best rate at each size`
        : `${name}: ${count(marks.length)} falls of over 10 %, mostly ${cause}`,
    subtitle: 'Best sample rate of each size, relative to a perfect system of the largest size',
    x: { label: 'Processors', unit: 'processors', scale: 'linear' },
    y: { label: 'Relative sample rate', unit: 'fraction', scale: 'linear' },
    curves: all.flatMap((series) => curves(series, largest)),
    marks,
  };
}

/** Fig. 11: what the second tier adds; infinite where nothing runs without it. */
function speedUp(off: readonly Series[], on: readonly Series[]): CurvesFigure {
  const all = off.map((without, i): Curve => {
    const withTier = new Map(runningMaximum(on[i]?.points ?? []).map((point) => [point.processors, point]));
    const points: { x: number; y: number; key: string | null }[] = [];
    const infinite: [number, number][] = [];
    for (const { processors, rate } of runningMaximum(without.points)) {
      const other = withTier.get(processors);
      if (other === undefined || other.rate === 0) continue;
      if (rate > 0) points.push({ x: processors, y: other.rate / rate - 1, key: other.key });
      else if (infinite[0] === undefined) infinite.push([processors, processors]);
      else infinite[0][1] = processors;
    }
    return { id: without.model, label: without.name, style: 'line', colour: without.colour, points, infinite };
  });
  const best = all.map(({ label, points }) => `${label} ${percent(Math.max(0, ...points.map(({ y }) => y)), 0)}`);
  return {
    kind: 'curves',
    id: 'speed-up',
    finding: `What tier 2 adds at most, where both run: ${listed(best)}`,
    subtitle:
      'Best rate of this size or smaller with tier 2 over that without, less one; ∞ where only tier 2 lets it run',
    x: { label: 'Processors', unit: 'processors', scale: 'linear' },
    y: { label: 'Speed-up', unit: 'fraction', scale: 'linear' },
    curves: all,
    marks: [],
  };
}

function lostNodes(inputs: SystemSizeInputs, world: StudyWorld, findings: Findings, tier2: string): TableFigure {
  const sizes = lostSizes(inputs);
  const name = tier2 === 'on' ? 'with' : 'without';
  const rows = inputs.workloads.flatMap(([model]) => {
    const rateAt = (n: number): number | null => findings.get(sizeKey(tier2, model, n))?.best?.rate ?? null;
    const full = rateAt(sizes[0] ?? 0);
    return sizes.map((processors) => {
      const key = sizeKey(tier2, model, processors);
      const best = findings.get(key)?.best ?? null;
      const nothing = dashCell(findings, key);
      const loss = full === null || best === null ? null : 1 - best.rate / full;
      return {
        id: key,
        marked: processors === sizes[0],
        cells: [
          textCell(modelOf(world, model).name, key),
          valueCell(key, processors, count(processors)),
          best === null ? nothing : valueCell(key, best.rate, fixed(best.rate, 1)),
          loss === null ? nothing : valueCell(key, loss, percent(loss)),
          best === null ? nothing : textCell(choicesOf(best.strategy), key),
        ],
      };
    });
  });
  return {
    kind: 'table',
    id: `lost-${tier2}`,
    finding: `What losing nodes of ${count(inputs.lostFrom)} processors costs, ${name} tier 2`,
    subtitle: 'The best strategy of what is left',
    columns: [
      { id: 'model', label: 'Model', unit: 'none' },
      { id: 'processors', label: 'Processors', unit: 'processors', quantity: PROCESSORS },
      { id: 'rate', label: 'Sample rate, samples/s', unit: 'samples-per-second', quantity: 'sample-rate' },
      { id: 'loss', label: 'Loss', unit: 'fraction' },
      { id: 'strategy', label: 'Strategy', unit: 'none' },
    ],
    rows,
  };
}

function answer(all: readonly Series[]): string {
  const sentences = all.flatMap(({ name, points, tier2 }) => {
    const best = points.reduce<SizePoint | null>(
      (most, point) => ((point.best?.rate ?? 0) > (most?.best?.rate ?? 0) ? point : most),
      null,
    );
    if (!best?.best) return [];
    const smallest = points.find((point) => point.best !== null)?.processors ?? 0;
    return [
      `${name}${tier2 === 'on' ? ' with tier 2' : ''} runs from ${count(smallest)} processors and is fastest on ${count(best.processors)}, ${fixed(best.best.rate, 0)} samples/s`,
    ];
  });
  return sentences.length === 0 ? '' : `${sentences.join('; ')}.`;
}

/** What the sweep of sizes shows so far. */
export function systemSizeReport(inputs: SystemSizeInputs, world: StudyWorld, findings: Findings): StudyReport {
  const tiers = ['off', 'on'].filter((tier2) => inputs.tier2.includes(tier2));
  const series = new Map(tiers.map((tier2) => [tier2, seriesOf(inputs, world, findings, tier2)]));
  const [off, on] = [series.get('off'), series.get('on')];
  return {
    answer: answer([...series.values()].flat()),
    figures: [
      ...tiers.map((tier2) => sizeFigure(inputs, world, findings, tier2, series.get(tier2) ?? [])),
      ...(off && on ? [speedUp(off, on)] : []),
      ...tiers.map((tier2) => lostNodes(inputs, world, findings, tier2)),
    ],
  };
}
