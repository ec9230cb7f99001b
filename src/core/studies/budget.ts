import { byteUnits, capacityText, capacityUnit } from '../quantities/byte-units.js';
import { inputId } from '../quantities/formula/input-ids.js';
import { isPaper, plainCell, textCell, valueCell } from './cell.js';
import { coarseToFine } from './coarse-to-fine.js';
import { BUDGET_FIELDS, budgetDesigns, budgetKey } from './budget-inputs.js';
import type { BudgetDesign, BudgetInputs } from './budget-inputs.js';
import { PUBLISHED_BUDGET } from './budget-published.js';
import type { BarsFigure, Cell, TableFigure } from './figure.js';
import { missingWorkloads, modelOf, pointProblems, systemOf } from './problems.js';
import { searchedDesign, wholeSearch, withHardware } from './setting.js';
import type { Findings, Study, StudyPoint, StudyProblem, StudyReport, StudyWorld } from './study.js';
import { count, fixed } from './words.js';

const PROCESSORS = inputId('strategy', 'num_procs');

/** Both its sizes in the unit that memory is written in, without it: “80/512”. */
const designName = ({ hbmGiB, tier2GiB }: BudgetDesign): string =>
  byteUnits() === 'binary' ? `${hbmGiB}/${tier2GiB}` : `${capacityText(hbmGiB)}/${capacityText(tier2GiB)}`;

function points(inputs: BudgetInputs, world: StudyWorld): readonly StudyPoint[] {
  const system = systemOf(world, inputs.system).value;
  const { tier2GBps, microbatchBreak } = inputs;
  const designs = budgetDesigns(inputs);
  const order = coarseToFine(inputs.sizes);
  return order.flatMap((place) =>
    designs.flatMap((design) => {
      const processors = design.sizes[place];
      if (processors === undefined) return [];
      const { hbmGiB, tier2GiB } = design;
      const built = withHardware(system, { hbmGiB, tier2GiB, tier2GBps });
      return inputs.workloads.map(([id, maxBatch]) => {
        const model = modelOf(world, id);
        return {
          key: budgetKey(design, id, processors),
          label: `${model.name}, ${count(processors)} processors of ${designName(design)} ${capacityUnit().name}`,
          question: {
            design: searchedDesign(model.value, built, processors),
            searches: [wholeSearch(maxBatch, microbatchBreak)],
          },
        };
      });
    }),
  );
}

/** The best size of a way to spend the budget, for one model. */
interface Choice {
  readonly design: BudgetDesign;
  readonly key: string;
  readonly processors: number;
  /** Samples/s, and samples/s for each 100 million dollars spent. */
  readonly rate: number;
  readonly per100M: number;
}

function bestSize(design: BudgetDesign, model: string, findings: Findings): Choice | null {
  let best: Choice | null = null;
  for (const processors of design.sizes) {
    const key = budgetKey(design, model, processors);
    const rate = findings.get(key)?.best?.rate ?? 0;
    if (rate <= (best?.rate ?? 0)) continue;
    best = { design, key, processors, rate, per100M: rate / ((processors * design.price) / 1e8) };
  }
  return best;
}

interface Line {
  readonly design: BudgetDesign;
  readonly choices: readonly (Choice | null)[];
  readonly answered: boolean;
}

function lines(inputs: BudgetInputs, findings: Findings): readonly Line[] {
  return budgetDesigns(inputs).map((design) => ({
    design,
    choices: inputs.workloads.map(([model]) => bestSize(design, model, findings)),
    answered: inputs.workloads.every(([model]) =>
      design.sizes.every((processors) => findings.has(budgetKey(design, model, processors))),
    ),
  }));
}

function choiceCells({ choices, answered }: Line, published: readonly string[] | null): readonly Cell[] {
  return choices.flatMap((choice, i): readonly Cell[] => {
    if (choice === null) {
      const state = answered ? 'infeasible' : 'pending';
      const nothing: Cell = { key: null, state, value: null, text: answered ? '–' : '' };
      return [nothing, nothing, nothing];
    }
    const { key, processors, rate, per100M } = choice;
    const cell = (value: number, text: string, place: number): Cell => {
      const printed = published?.[i * 3 + place];
      return valueCell(key, value, text, printed === undefined ? null : { text: printed, ours: text });
    };
    return [cell(processors, count(processors), 0), cell(rate, fixed(rate, 0), 1), cell(per100M, fixed(per100M, 0), 2)];
  });
}

/** The paper's price of each design; none where other inputs than the lists of prices are not the paper's. */
function paperPrices(inputs: BudgetInputs): ReadonlyMap<string, number> {
  const { hbmPrices, tier2Prices, ...others } = BUDGET_FIELDS;
  if (!isPaper(others, inputs)) return new Map();
  const initial = Object.fromEntries(Object.entries(others).map(([name, field]) => [name, field.initial]));
  const paper = { ...initial, hbmPrices: hbmPrices.initial, tier2Prices: tier2Prices.initial } as BudgetInputs;
  return new Map(budgetDesigns(paper).map(({ id, price }) => [id, price]));
}

function table(inputs: BudgetInputs, world: StudyWorld, all: readonly Line[], best: Line | null): TableFigure {
  const paper = paperPrices(inputs);
  const names = inputs.workloads.map(([model]) => modelOf(world, model).name);
  return {
    kind: 'table',
    id: 'budget',
    finding:
      best === null
        ? 'What each design buys'
        : `${designName(best.design)} ${capacityUnit().name} serves the models best for the money`,
    subtitle: 'Best size, its sample rate, and that for each 100 million dollars',
    columns: [
      { id: 'design', label: `HBM/DDR, ${capacityUnit().name}`, unit: 'none' },
      { id: 'price', label: 'Price, $', unit: 'dollars' },
      { id: 'most', label: 'Most processors', unit: 'processors' },
      ...inputs.workloads.flatMap(([model], i) => [
        { id: `${model} n`, label: `${names[i]}: processors`, unit: 'processors', quantity: PROCESSORS } as const,
        {
          id: `${model} rate`,
          label: `${names[i]}: samples/s`,
          unit: 'samples-per-second',
          quantity: 'sample-rate',
        } as const,
        { id: `${model} value`, label: `${names[i]}: per $100M`, unit: 'per-100M-dollars' } as const,
      ]),
    ],
    rows: all.map((line) => {
      const { design } = line;
      const published = paper.get(design.id) === design.price ? (PUBLISHED_BUDGET[design.id] ?? null) : null;
      const most = published && { text: published[0] as string, ours: count(Math.floor(design.most / 8) * 8) };
      return {
        id: design.id,
        marked: line === best,
        cells: [
          textCell(designName(design)),
          plainCell(design.price, count(design.price)),
          plainCell(design.most, count(design.most), most),
          ...choiceCells(line, published?.slice(1) ?? null),
        ],
      };
    }),
  };
}

/** The design whose rates, each relative to the best of its model, are the largest together. */
function bestLine(inputs: BudgetInputs, all: readonly Line[]): Line | null {
  const most = inputs.workloads.map((_, i) => Math.max(...all.map(({ choices }) => choices[i]?.rate ?? 0)));
  if (most.every((rate) => rate === 0)) return null;
  const score = ({ choices }: Line): number =>
    choices.reduce(
      (sum, choice, i) => sum + ((most[i] as number) > 0 ? (choice?.rate ?? 0) / (most[i] as number) : 0),
      0,
    );
  return all.reduce((best, line) => (score(line) > score(best) ? line : best));
}

function bars(
  inputs: BudgetInputs,
  world: StudyWorld,
  all: readonly Line[],
  best: Line | null,
  what: 'rate' | 'per100M',
): BarsFigure {
  const isRate = what === 'rate';
  return {
    kind: 'bars',
    id: what,
    finding: isRate ? 'Sample rate of the whole budget' : 'Sample rate for each 100 million dollars spent',
    subtitle: 'Best size of each design',
    x: { label: `HBM/DDR, ${capacityUnit().name}`, values: all.map(({ design }) => designName(design)) },
    series: inputs.workloads.map(([model], i) => ({
      id: model,
      label: modelOf(world, model).name,
      unit: isRate ? 'samples-per-second' : 'per-100M-dollars',
      ...(isRate ? { quantity: 'sample-rate' } : {}),
      cells: all.map(({ choices, answered }): Cell => {
        const choice = choices[i] ?? null;
        if (choice === null) return { key: null, state: answered ? 'infeasible' : 'pending', value: null, text: '' };
        const value = choice[what];
        return valueCell(choice.key, value, fixed(value, 0));
      }),
    })),
    marked: best === null ? [] : [all.indexOf(best)],
  };
}

function report(inputs: BudgetInputs, world: StudyWorld, findings: Findings): StudyReport {
  const all = lines(inputs, findings);
  const best = bestLine(inputs, all);
  const winners = inputs.workloads.flatMap(([model], i) => {
    const choices = all.flatMap(({ choices: row }) => row[i] ?? []);
    const [first] = choices.sort((a, b) => b.rate - a.rate);
    if (first === undefined) return [];
    return [
      `${modelOf(world, model).name} ${fixed(first.rate, 0)} samples/s on ${count(first.processors)} of ${designName(first.design)} ${capacityUnit().name}`,
    ];
  });
  return {
    answer: winners.length === 0 ? '' : `Best for the budget: ${winners.join('; ')}.`,
    figures: [
      table(inputs, world, all, best),
      bars(inputs, world, all, best, 'rate'),
      bars(inputs, world, all, best, 'per100M'),
    ],
  };
}

function problems(inputs: BudgetInputs, world: StudyWorld): readonly StudyProblem[] {
  const missing = missingWorkloads(world, inputs);
  if (missing.length > 0) return missing;
  const asked = points(inputs, world);
  if (asked.length === 0)
    return [
      { field: 'budget', message: `The budget of $${count(inputs.budget)} does not pay for one node of any design.` },
    ];
  return pointProblems(asked);
}

/** Study 5, Table 3: which memories to buy when the budget is fixed. */
export const BUDGET: Study<typeof BUDGET_FIELDS> = {
  id: 'budget',
  title: 'Fixed budget',
  figure: 'Table 3',
  question: 'Which sizes of HBM and DDR make the fastest machine for a given budget?',
  runs: 'when-asked',
  fields: BUDGET_FIELDS,
  problems,
  points,
  report,
};
