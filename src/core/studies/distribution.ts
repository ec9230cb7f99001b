import { isPaper, plainCell, textCell } from './cell.js';
import { modelField, numberField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import type { BarsFigure, CurvesFigure, Published, TableFigure } from './figure.js';
import { missingParts, modelOf, problemsOf, systemOf } from './problems.js';
import type { Finding } from './question.js';
import { divisors } from '../strategy/divisors.js';
import type { SearchInput } from '../inputs/search-input.js';
import { searchedDesign, searchOf } from './setting.js';
import { maxBatchField, processorsField, wideDataField } from './shared-fields.js';
import type { Study, StudyPoint, StudyWorld } from './study.js';
import { count, fixed, percent } from './words.js';

const fields = {
  model: modelField('gpt3-175b'),
  system: systemField('h100-80g-nvl8'),
  processors: processorsField(4096),
  maxBatch: maxBatchField(2340),
  wideData: wideDataField(true),
  bins: numberField(10, 2, 200, { label: 'Bins', help: 'Of the histogram, from 0 to the best rate.' }),
  top: numberField(100, 2, 1000, { label: 'Best strategies', help: 'How many the cumulative distribution shows.' }),
};
type Inputs = InputsOf<typeof fields>;

const KEY = 'all';
/** The best strategies within this share of the best rate. */
const NEAR = 0.9;

/** The whole space; and where wanted, the data-parallel degrees beyond the batch, each with a batch of its own size. */
function searches({ processors, maxBatch, wideData }: Inputs): readonly SearchInput[] {
  const whole = searchOf(maxBatch, {});
  if (!wideData) return [whole];
  const beyond = divisors(processors).filter((d) => d > maxBatch);
  return [whole, ...beyond.map((d) => searchOf(d, { d }))];
}

function point(inputs: Inputs, world: StudyWorld): StudyPoint {
  const model = modelOf(world, inputs.model).value;
  const system = systemOf(world, inputs.system).value;
  return {
    key: KEY,
    label: 'every strategy',
    question: {
      design: searchedDesign(model, system, inputs.processors),
      searches: searches(inputs),
      topRates: inputs.top,
      bins: inputs.bins,
    },
  };
}

/** Fig. 6. */
const PUBLISHED = { evaluated: '10,957,376', feasible: '1,974,902', near: '30' };

function histogram(inputs: Inputs, { best, bins, feasible }: Finding): BarsFigure {
  const width = (best?.rate ?? 0) / inputs.bins;
  const fast = bins.slice(-2).reduce((sum, each) => sum + each, 0);
  return {
    kind: 'bars',
    id: 'histogram',
    finding:
      feasible === 0 ? 'Nothing is feasible' : `${percent(fast / feasible, 3)} of what fits is in the two fastest bins`,
    subtitle: 'Feasible strategies by sample rate',
    x: {
      label: 'Sample rate, samples/s',
      values: bins.map((_, i) => `${fixed(i * width, 0)}–${fixed((i + 1) * width, 0)}`),
    },
    series: [
      {
        id: 'strategies',
        label: 'Feasible strategies',
        unit: 'count',
        cells: bins.map((each) => plainCell(each, count(each))),
      },
    ],
    marked: [],
  };
}

function distribution({ topRates, best }: Finding): CurvesFigure {
  const near = topRates.filter((rate) => rate >= NEAR * (best?.rate ?? 0)).length;
  // the slowest of the best first: the curve is the share of them at or below a rate
  const rising = [...topRates].reverse();
  return {
    kind: 'curves',
    id: 'best',
    finding: `${near} strategies lie within 10 % of the best`,
    subtitle: `The best ${topRates.length} strategies: share of them at or below a rate`,
    x: { label: 'Sample rate', unit: 'samples-per-second', scale: 'linear' },
    y: { label: 'Share of the best strategies', unit: 'fraction', scale: 'linear' },
    curves: [
      {
        id: 'best',
        label: 'Best strategies',
        style: 'line',
        colour: 0,
        points: rising.map((rate, i) => ({
          x: rate,
          y: (i + 1) / rising.length,
          key: i === rising.length - 1 ? KEY : null,
        })),
      },
    ],
    marks: [],
  };
}

function counts(inputs: Inputs, finding: Finding): TableFigure {
  const near = finding.topRates.filter((rate) => rate >= NEAR * (finding.best?.rate ?? 0)).length;
  const paper = isPaper(fields, inputs);
  const row = (id: string, label: string, value: number, text?: string, unit: string = count(value)) => {
    const published: Published | undefined = paper && text !== undefined ? { text, ours: unit } : undefined;
    return { id, marked: false, cells: [textCell(label), plainCell(value, unit, published)] };
  };
  const { infeasible, evaluated, feasible, best } = finding;
  return {
    kind: 'table',
    id: 'counts',
    finding: `${count(feasible)} of ${count(evaluated)} strategies fit`,
    subtitle: 'What was searched',
    columns: [
      { id: 'what', label: 'Strategies', unit: 'none' },
      { id: 'count', label: 'Count', unit: 'count' },
    ],
    rows: [
      row('evaluated', 'Evaluated', evaluated, PUBLISHED.evaluated),
      row('feasible', 'Feasible', feasible, PUBLISHED.feasible),
      row('near', 'Within 10 % of the best', near, PUBLISHED.near),
      row('tier1', 'Need more HBM', infeasible.tier1_capacity),
      row('tier2', 'Need more tier 2', infeasible.tier2_capacity),
      row('network', 'Exceed a network’s endpoints', infeasible.network_size + infeasible.network_not_filled),
      row('offload', 'Offload with too few blocks', infeasible.offload_needs_blocks),
      ...(best === null ? [] : [row('best', 'Best sample rate, samples/s', best.rate, undefined, fixed(best.rate, 2))]),
    ],
  };
}

function answer({ evaluated, feasible, best, topRates }: Finding): string {
  if (best === null) return `None of ${count(evaluated)} strategies fits.`;
  const near = topRates.filter((rate) => rate >= NEAR * best.rate).length;
  const many = near === topRates.length ? `at least ${near}` : String(near);
  return `${percent(feasible / evaluated)} of ${count(evaluated)} strategies fit, and ${many} of them come within 10 % of the best, ${fixed(best.rate, 0)} samples/s: one in ${count(evaluated / near)}.`;
}

/** Study 2, Fig. 6: how rare good strategies are. */
export const DISTRIBUTION: Study<typeof fields> = {
  id: 'distribution',
  title: 'Strategy distribution',
  figure: 'Fig. 6',
  question: 'How rare are good strategies?',
  runs: 'at-once',
  fields,
  problems: (inputs, world) => problemsOf(missingParts(world, inputs), () => [point(inputs, world)]),
  points: (inputs, world) => [point(inputs, world)],
  report: (inputs, _, findings) => {
    const finding = findings.get(KEY);
    if (finding === undefined) return { answer: '', figures: [] };
    return {
      answer: answer(finding),
      figures: [histogram(inputs, finding), distribution(finding), counts(inputs, finding)],
    };
  },
};
