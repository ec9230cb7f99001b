import type { StrategyInput, SystemInput } from '../inputs/design.js';
import { CO_DESIGN_FIELDS, KNOBS, priceOf, ticksOf } from './co-design-inputs.js';
import type { CoDesignInputs, Knob } from './co-design-inputs.js';
import { along, amountOf, colourText, nameOf, whereOf, winnersText } from './co-design-words.js';
import type { Grid } from './co-design-words.js';
import { coarseToFine } from './coarse-to-fine.js';
import { cellOf } from './cell.js';
import type { CellReading } from './cell.js';
import { evaluationOf } from './evaluation-of.js';
import type { HeatmapFigure } from './figure.js';
import { missingParts, modelOf, problemsOf, systemOf } from './problems.js';
import { regionsOf } from './regions.js';
import { namedApart } from './region-names.js';
import type { RegionCell } from './region-names.js';
import { searchedDesign, wholeSearch } from './setting.js';
import { offloadText, RECOMPUTE_WORDS } from './strategy-choices.js';
import type { Findings, Study, StudyPoint, StudyProblem, StudyReport, StudyWorld } from './study.js';
import { count, fixed } from './words.js';

const knobOf = (value: string): Knob => KNOBS.find((knob) => knob.value === value) ?? (KNOBS[0] as Knob);

function gridOf(inputs: CoDesignInputs): Grid {
  const { xKnob, xFrom, xTo, xSteps, yKnob, yFrom, yTo, ySteps } = inputs;
  const [x, y] = [knobOf(xKnob), knobOf(yKnob)];
  return {
    x,
    y,
    columns: ticksOf(xFrom, xTo, xSteps, x.whole),
    rows: [...ticksOf(yFrom, yTo, ySteps, y.whole)].reverse(),
  };
}

const keyOf = (row: number, column: number): string => `${row},${column}`;

function pointOf(inputs: CoDesignInputs, world: StudyWorld, grid: Grid, row: number, column: number): StudyPoint {
  const model = modelOf(world, inputs.model).value;
  const [across, up] = [grid.columns[column] as number, grid.rows[row] as number];
  const system = grid.y.set(grid.x.set(systemOf(world, inputs.system).value, across), up);
  return {
    key: keyOf(row, column),
    label: `${amountOf(grid.x, across)}, ${amountOf(grid.y, up)}`,
    question: {
      design: searchedDesign(model, system, inputs.processors),
      searches: [wholeSearch(inputs.maxBatch, inputs.microbatchBreak)],
    },
  };
}

/** Corners first, then ever finer between. */
function points(inputs: CoDesignInputs, world: StudyWorld): readonly StudyPoint[] {
  const grid = gridOf(inputs);
  const [down, across] = [coarseToFine(grid.rows.length), coarseToFine(grid.columns.length)];
  const rank = (order: readonly number[], place: number): number => order.indexOf(place);
  return grid.rows
    .flatMap((_, row) => grid.columns.map((__, column) => ({ row, column })))
    .map((cell) => ({ ...cell, at: Math.max(rank(down, cell.row), rank(across, cell.column)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ row, column }) => pointOf(inputs, world, grid, row, column));
}

/** Samples/s for each 100 million dollars of processors with this memory. */
function valueOf(inputs: CoDesignInputs, system: SystemInput, rate: number): number {
  const price =
    inputs.basePrice + priceOf(inputs.hbmPrices, system.mem1.GiB) + priceOf(inputs.tier2Prices, system.mem2.GiB);
  return rate / ((price * inputs.processors) / 1e8);
}

function readingOf(inputs: CoDesignInputs, point: StudyPoint, findings: Findings): CellReading {
  switch (inputs.colour) {
    case 'rate':
      return { value: ({ rate }) => rate, text: (value) => fixed(value, 0) };
    case 'mfu':
      return {
        value: () => evaluationOf(point, findings)?.efficiency.totalEfficiency ?? 0,
        text: (value) => fixed(value * 100, 0),
      };
    case 'value':
      return {
        value: ({ rate }) => valueOf(inputs, point.question.design.system, rate),
        text: (value) => fixed(value, 0),
      };
  }
}

const SCALES: Readonly<Record<CoDesignInputs['colour'], HeatmapFigure['scale']>> = {
  rate: { id: 'rate', label: 'Sample rate', unit: 'samples-per-second', quantity: 'sample-rate', lowIsGood: false },
  mfu: { id: 'mfu', label: 'MFU', unit: 'fraction', quantity: 'mfu', lowIsGood: false },
  value: { id: 'value', label: 'Sample rate per $100M', unit: 'per-100M-dollars', lowIsGood: false },
};

/** The part of a winning strategy whose change draws a boundary. */
function signature(inputs: CoDesignInputs, strategy: StrategyInput): string {
  const split = `t ${strategy.tensor_par} p ${strategy.pipeline_par} d ${strategy.data_par}`;
  const offloads = offloadText(strategy, ['W', 'A', 'O']);
  const options = `${RECOMPUTE_WORDS[strategy.activation_recompute]}, ${offloads === '' ? 'no offload' : `offload ${offloads}`}`;
  return { split, options, both: `${split}, ${options}` }[inputs.regions];
}

/** The winners of a region's cells, with where they are. */
const winnersIn = (
  asked: readonly (readonly StudyPoint[])[],
  regionOf: readonly (readonly number[])[],
  region: number,
  findings: Findings,
): readonly RegionCell[] =>
  asked.flatMap((line, row) =>
    line.flatMap(({ key }, column): readonly RegionCell[] => {
      const best = findings.get(key)?.best ?? null;
      return best === null || regionOf[row]?.[column] !== region ? [] : [{ row, column, strategy: best.strategy }];
    }),
  );

function report(inputs: CoDesignInputs, world: StudyWorld, findings: Findings): StudyReport {
  const grid = gridOf(inputs);
  const asked = grid.rows.map((_, row) => grid.columns.map((__, column) => pointOf(inputs, world, grid, row, column)));
  const cells = asked.map((row) => row.map((point) => cellOf(findings, point.key, readingOf(inputs, point, findings))));
  const signatures = asked.map((row) =>
    row.map(({ key }) => {
      const best = findings.get(key)?.best ?? null;
      return best === null ? null : signature(inputs, best.strategy);
    }),
  );
  const { regionOf, regions: same } = regionsOf(signatures);
  const regions = namedApart(same, (region) => winnersIn(asked, regionOf, region, findings));
  const best = Math.max(0, ...cells.flat().map(({ value }) => value ?? 0));
  const infeasible = cells.flat().filter(({ state }) => state === 'infeasible').length;
  const tried = cells.flat().filter(({ state }) => state !== 'pending').length;
  const scale = SCALES[inputs.colour];
  const written = colourText(inputs.colour, best);
  // as good as the best, to the digits shown
  const isBest = cells.map((row) =>
    row.map(({ value }) => value !== null && colourText(inputs.colour, value) === written),
  );
  const names = new Set(signatures.flat().filter((name) => name !== null));
  const winners = winnersText(inputs.regions, names.size, regions.length);
  const isFound = best > 0;
  return {
    answer: isFound
      ? `${scale.label} is highest, ${written}, ${whereOf(grid, isBest)}; ${winners}; in ${count(infeasible)} of ${count(tried)} cells nothing fits.`
      : '',
    figures: [
      {
        kind: 'heatmap',
        id: 'map',
        finding: isFound
          ? `${scale.label} up to ${written}; ${winners}`
          : `${scale.label} over ${nameOf(grid.x)} and ${nameOf(grid.y)}`,
        subtitle: 'Each cell is the best of a full search; lines where the winning strategy changes',
        rows: { label: nameOf(grid.y), values: grid.rows.map((value) => along(grid.y, value)) },
        columns: { label: nameOf(grid.x), values: grid.columns.map((value) => along(grid.x, value)) },
        cells,
        scale,
        regionOf,
        regions,
      },
    ],
  };
}

function problems(inputs: CoDesignInputs, world: StudyWorld): readonly StudyProblem[] {
  const missing: StudyProblem[] = [...missingParts(world, inputs)];
  if (inputs.xKnob === inputs.yKnob)
    missing.push({ field: 'yKnob', message: 'Both axes vary the same: choose two inputs.' });
  if (inputs.xTo <= inputs.xFrom) missing.push({ field: 'xTo', message: `The axis must end above ${inputs.xFrom}.` });
  if (inputs.yTo <= inputs.yFrom) missing.push({ field: 'yTo', message: `The axis must end above ${inputs.yFrom}.` });
  return problemsOf(missing, () => points(inputs, world));
}

/** Any two hardware inputs against each other, and where the winning strategy changes. */
export const CO_DESIGN: Study<typeof CO_DESIGN_FIELDS> = {
  id: 'co-design',
  title: 'Co-design map',
  figure: '',
  question: 'How do two hardware inputs trade against each other, and where does the best strategy change?',
  runs: 'when-asked',
  fields: CO_DESIGN_FIELDS,
  problems,
  points,
  report,
};
