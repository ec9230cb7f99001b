import { evaluateDesign } from '../evaluate.js';
import { capacityUnit } from '../quantities/byte-units.js';
import { cellOf, isPaper } from './cell.js';
import type { CellReading } from './cell.js';
import { byDegrees, degreeCells, fastest, foundOf } from './degree-map.js';
import { modelField, systemField, UNLIMITED } from './field.js';
import type { InputsOf } from './field.js';
import type { Cell, HeatmapFigure, Published } from './figure.js';
import { missingParts, modelOf, problemsOf, systemOf } from './problems.js';
import type { FoundStrategy } from './question.js';
import { searchedDesign, searchOf, STACKED_TIERS, withHardware } from './setting.js';
import {
  maxBatchField,
  pipelineColumnsField,
  processorsField,
  tensorRowsField,
  tier2BandwidthField,
  tier2CapacityField,
  wideDataField,
} from './shared-fields.js';
import type { Findings, Study, StudyPoint, StudyWorld } from './study.js';
import { capacity, count, fixed, inCapacity } from './words.js';

const fields = {
  model: modelField('megatron-1t'),
  system: systemField('h100-80g-nvl4096-512g'),
  processors: processorsField(4096),
  maxBatch: maxBatchField(3072),
  wideData: wideDataField(true),
  tensor: tensorRowsField([1, 2, 4, 8, 16, 32]),
  pipeline: pipelineColumnsField([1, 2, 4, 8, 16, 32]),
  tier2GiB: tier2CapacityField('Of one processor, in the pair of maps with a finite tier 2.', UNLIMITED),
  tier2GBps: tier2BandwidthField('Of one processor, each way, in the pair of maps with a finite tier 2.', {
    most: UNLIMITED,
  }),
};
type Inputs = InputsOf<typeof fields>;

/** A tier 2 that holds and moves all. */
const INFINITE = { tier2GiB: UNLIMITED, tier2GBps: UNLIMITED };

const keyOf = (tier2: 'infinite' | 'finite', t: number, p: number): string => `${tier2} t${t} p${p}`;

/** The largest batch of a cell; at least d where that is wanted. */
const largestBatch = ({ maxBatch, processors, wideData }: Inputs, t: number, p: number): number =>
  wideData ? Math.max(maxBatch, Math.floor(processors / (t * p))) : maxBatch;

function points(inputs: Inputs, world: StudyWorld): StudyPoint[] {
  const model = modelOf(world, inputs.model).value;
  const system = systemOf(world, inputs.system).value;
  const { tier2GiB, tier2GBps } = inputs;
  const finite = withHardware(system, { tier2GiB, tier2GBps });
  const infinite = withHardware(system, INFINITE);
  return byDegrees(inputs, (t, p) =>
    (['finite', 'infinite'] as const).map((tier2) => ({
      key: keyOf(tier2, t, p),
      label: `t ${t}, p ${p}, ${tier2} tier 2`,
      question: {
        design: searchedDesign(model, tier2 === 'finite' ? finite : infinite, inputs.processors),
        searches: [searchOf(largestBatch(inputs, t, p), { t, p }, STACKED_TIERS)],
      },
    })),
  ).flat(2);
}

/** Samples/s of Fig. 9 for p = 1, 2, 4, 8, 16, 32, by t. */
const PUBLISHED: Readonly<Record<'infinite' | 'finite', Readonly<Record<number, readonly (number | null)[]>>>> = {
  infinite: {
    1: [42, 38, 97, 145, 155, 144],
    2: [42, 93, 159, 175, 169, 162],
    4: [177, 238, 241, 235, 223, 211],
    8: [248, 250, 245, 239, 232, 222],
    16: [246, 239, 234, 230, 224, 217],
    32: [213, 207, 204, 200, 197, 192],
  },
  finite: {
    1: [null, null, 50, 61, 60, 54],
    2: [null, 61, 116, 114, 163, 159],
    4: [85, 158, 208, 230, 217, 205],
    8: [183, 243, 239, 232, 226, 216],
    16: [239, 232, 227, 223, 217, 211],
    32: [213, 207, 204, 200, 197, 192],
  },
};

const amount = (bytes: number): string => fixed(inCapacity(bytes), 0);
const gbps = (bytesPerSecond: number): string => {
  const value = bytesPerSecond / 1e9;
  return value > 0 && value < 10 ? fixed(value, 1) : fixed(value, 0);
};

/** Bytes/s of tier 2 that would hide all that is offloaded. */
function offloadNeed(inputs: Inputs, world: StudyWorld, best: FoundStrategy): number {
  const model = modelOf(world, inputs.model).value;
  const system = withHardware(systemOf(world, inputs.system).value, INFINITE);
  const outcome = evaluateDesign({ model, system, strategy: best.strategy });
  return outcome.kind === 'invalid' ? 0 : outcome.evaluation.offload.totalBytesPerSecond;
}

interface Map {
  readonly id: string;
  readonly tier2: 'infinite' | 'finite';
  readonly finding: string;
  readonly subtitle: string;
  readonly scale: HeatmapFigure['scale'];
  readonly reading: (
    published: (t: number, p: number) => number | null | undefined,
  ) => (t: number, p: number) => CellReading;
}

function heatmap(inputs: Inputs, findings: Findings, map: Map): HeatmapFigure {
  const paper = isPaper(fields, inputs) && map.scale.id === 'rate';
  const published = (t: number, p: number): number | null | undefined =>
    paper ? PUBLISHED[map.tier2][t]?.[inputs.pipeline.indexOf(p)] : undefined;
  const reading = map.reading(published);
  const cell = (t: number, p: number): Cell => {
    const found = cellOf(findings, keyOf(map.tier2, t, p), reading(t, p));
    if (found.state !== 'infeasible' || published(t, p) === undefined) return found;
    return { ...found, published: { text: String(published(t, p) ?? '–'), ours: '–' } };
  };
  const { id, finding, subtitle, scale } = map;
  return {
    kind: 'heatmap',
    id,
    finding,
    subtitle,
    ...degreeCells(inputs, cell),
    scale,
  };
}

function report(inputs: Inputs, world: StudyWorld, findings: Findings) {
  const rate: HeatmapFigure['scale'] = {
    id: 'rate',
    label: 'Sample rate',
    unit: 'samples-per-second',
    quantity: 'sample-rate',
    lowIsGood: false,
  };
  const need: HeatmapFigure['scale'] = {
    id: 'need',
    label: 'Offload bandwidth needed',
    unit: 'bytes-per-second',
    quantity: 'offload-bandwidth',
    lowIsGood: true,
  };
  const rateReading: Map['reading'] = (published) => (t, p) => ({
    value: (best) => best.rate,
    text: (value, best) => `${fixed(value, 0)}/${amount(best.tier1Bytes)}`,
    published: (value): Published | null => {
      const printed = published(t, p);
      return printed === undefined ? null : { text: String(printed ?? '–'), ours: fixed(value, 0) };
    },
  });
  const needReading: Map['reading'] = () => () => ({
    value: (best) => offloadNeed(inputs, world, best),
    text: (value, best) => `${gbps(value)}/${amount(best.tier2Bytes)}`,
  });
  const unit = capacityUnit().name;
  const best = { infinite: bestOf(inputs, findings, 'infinite'), finite: bestOf(inputs, findings, 'finite') };
  const finiteName = `${capacity(inputs.tier2GiB)} at ${count(inputs.tier2GBps)} GB/s`;
  const wins = (tier2: 'infinite' | 'finite', name: string): string => {
    const found = best[tier2];
    if (found === null) return `${name}: nothing feasible yet`;
    const { tensor_par: t, pipeline_par: p } = found.strategy;
    return `${name}: ${fixed(found.rate, 0)} samples/s at t ${t}, p ${p}`;
  };
  const figures = [
    heatmap(inputs, findings, {
      id: 'rate-infinite',
      tier2: 'infinite',
      finding: wins('infinite', 'Infinite tier 2'),
      subtitle: `Best sample rate, samples/s / HBM used, ${unit}`,
      scale: rate,
      reading: rateReading,
    }),
    heatmap(inputs, findings, {
      id: 'rate-finite',
      tier2: 'finite',
      finding: wins('finite', finiteName),
      subtitle: `Best sample rate, samples/s / HBM used, ${unit}`,
      scale: rate,
      reading: rateReading,
    }),
    heatmap(inputs, findings, {
      id: 'need-infinite',
      tier2: 'infinite',
      finding: `Infinite tier 2: ${needWords(inputs, world, best.infinite)}`,
      subtitle: `Offload bandwidth needed to hide all of it, GB/s / tier 2 used, ${unit}`,
      scale: need,
      reading: needReading,
    }),
    heatmap(inputs, findings, {
      id: 'need-finite',
      tier2: 'finite',
      finding: `${finiteName}: ${needWords(inputs, world, best.finite)}`,
      subtitle: `Offload bandwidth needed to hide all of it, GB/s / tier 2 used, ${unit}`,
      scale: need,
      reading: needReading,
    }),
  ];
  return { answer: answer(inputs, findings, best, finiteName), figures };
}

function needWords(inputs: Inputs, world: StudyWorld, best: FoundStrategy | null): string {
  if (best === null) return 'nothing feasible yet';
  const need = offloadNeed(inputs, world, best);
  if (need === 0) return 'the best strategy offloads nothing';
  return `the best strategy needs ${gbps(need)} GB/s and ${amount(best.tier2Bytes)} ${capacityUnit().name}`;
}

const bestOf = (inputs: Inputs, findings: Findings, tier2: 'infinite' | 'finite'): FoundStrategy | null =>
  fastest(foundOf(inputs, findings, (t, p) => keyOf(tier2, t, p)));

const isAnswered = (inputs: Inputs, findings: Findings, tier2: 'infinite' | 'finite'): boolean =>
  byDegrees(inputs, (t, p) => findings.has(keyOf(tier2, t, p))).every((row) => !row.includes(false));

function answer(
  inputs: Inputs,
  findings: Findings,
  { infinite, finite }: Readonly<Record<'infinite' | 'finite', FoundStrategy | null>>,
  finiteName: string,
): string {
  if (infinite === null) {
    const isNone = isAnswered(inputs, findings, 'infinite');
    return isNone ? 'No strategy of these degrees fits, even with an infinite tier 2.' : '';
  }
  const { tensor_par: t, pipeline_par: p } = infinite.strategy;
  const most = `With an infinite tier 2 the best is ${fixed(infinite.rate, 0)} samples/s at t ${t}, p ${p}`;
  if (finite === null) {
    const isNone = isAnswered(inputs, findings, 'finite');
    return isNone ? `${most}; with ${finiteName} nothing fits.` : `${most}.`;
  }
  const { tensor_par: ft, pipeline_par: fp } = finite.strategy;
  const share = fixed((finite.rate / infinite.rate) * 100, 1);
  return `${most}; ${finiteName} reach ${fixed(finite.rate, 0)} samples/s at t ${ft}, p ${fp}, ${share} % of it.`;
}

/** Study 4, Fig. 9: what a second memory tier buys, and what it has to bring. */
export const OFFLOADING: Study<typeof fields> = {
  id: 'offloading',
  title: 'Offloading',
  figure: 'Fig. 9',
  question: 'How large and how fast must a second memory tier be, and what does it buy?',
  runs: 'at-once',
  fields,
  problems: (inputs, world) => problemsOf(missingParts(world, inputs), () => points(inputs, world)),
  points,
  report,
};
