import { capacityText } from '../quantities/byte-units.js';
import { cellOf } from './cell.js';
import { evaluationOf } from './evaluation-of.js';
import { choicesField, numbersField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import type { Curve, CurvesFigure } from './figure.js';
import { missingSystem, modelOf, problemsOf, systemOf } from './problems.js';
import { parameterCount, readTransformer } from '../model/transformer.js';
import { searchedDesign, wholeSearch, withHardware } from './setting.js';
import { domainField, maxBatchField, microbatchBreakField, processorsField } from './shared-fields.js';
import type { Findings, Study, StudyPoint, StudyWorld } from './study.js';
import { begun, capacity, count, fixed, listed, percent } from './words.js';

/** The multi-trillion models of the follow-up, by the sizes in their names. */
const SIZES = ['1t', '2t', '4t', '7t', '11t', '18t', '26t', '37t', '53t', '72t', '96t', '128t'];

const fields = {
  system: systemField('h100-80g-nvl8'),
  models: choicesField(
    SIZES,
    SIZES.map((value) => ({ value, label: value.toUpperCase() })),
    { label: 'Models', help: 'f = 4h, a = L, sequences of 8,192 tokens.' },
  ),
  processors: processorsField(4096, 'Of the system for every model.'),
  maxBatch: maxBatchField(3072),
  domain: domainField(8, 'Most processors on the fastest network; the paper has 8 and 16.'),
  hbmGiB: numbersField([80, 120], 1, 100_000, { label: 'HBM', help: 'Capacities to compare.', unit: 'GiB' }),
  tier2GiB: numbersField([0, 256, 512, 1024, 2048], 0, 1_000_000, {
    label: 'Tier 2',
    help: 'Capacities to compare; 0 for none.',
    unit: 'GiB',
  }),
  tier2GBps: numbersField([50, 100], 1, 1_000_000, {
    label: 'Tier-2 bandwidths',
    help: 'For each capacity above 0.',
    unit: 'GB/s',
  }),
  scaling: numbersField([1024, 2048, 4096, 8192, 16_384], 1, 1_048_576, {
    label: 'Scaling of 1T',
    help: 'Processors for the strong scaling of the 1T model.',
  }),
  microbatchBreak: microbatchBreakField(),
};
type Inputs = InputsOf<typeof fields>;

interface Memory {
  readonly id: string;
  /** With the unit that memory is written in. */
  readonly label: string;
  readonly hbmGiB: number;
  readonly tier2GiB: number;
  readonly tier2GBps: number;
}

function memories({ hbmGiB, tier2GiB, tier2GBps }: Inputs): readonly Memory[] {
  return hbmGiB.flatMap((hbm) =>
    tier2GiB.flatMap((tier2): readonly Memory[] => {
      if (tier2 === 0) return [{ id: `${hbm} GiB`, label: capacity(hbm), hbmGiB: hbm, tier2GiB: 0, tier2GBps: 1 }];
      return tier2GBps.map((GBps) => ({
        id: `${hbm} + ${tier2} GiB at ${GBps} GB/s`,
        label: `${capacityText(hbm)} + ${capacity(tier2)} at ${GBps} GB/s`,
        hbmGiB: hbm,
        tier2GiB: tier2,
        tier2GBps: GBps,
      }));
    }),
  );
}

function pointOf(inputs: Inputs, world: StudyWorld, memory: Memory, size: string, processors: number): StudyPoint {
  const model = modelOf(world, `beyond-${size}`);
  const { hbmGiB, tier2GiB, tier2GBps } = memory;
  const { domain, microbatchBreak } = inputs;
  const system = withHardware(systemOf(world, inputs.system).value, { hbmGiB, tier2GiB, tier2GBps, domain });
  return {
    key: `${memory.id} ${size} ${processors}`,
    label: `${size.toUpperCase()}, ${count(processors)} processors, ${memory.label}`,
    question: {
      design: searchedDesign(model.value, system, processors, 'float8'),
      searches: [wholeSearch(inputs.maxBatch, microbatchBreak)],
    },
  };
}

const points = (inputs: Inputs, world: StudyWorld): readonly StudyPoint[] => {
  const all = memories(inputs);
  return [
    ...inputs.models.flatMap((size) => all.map((memory) => pointOf(inputs, world, memory, size, inputs.processors))),
    ...inputs.scaling
      .filter((processors) => processors !== inputs.processors || !inputs.models.includes('1t'))
      .flatMap((processors) => all.map((memory) => pointOf(inputs, world, memory, '1t', processors))),
  ];
};

/** Strokes of the groups of curves that share their colours, one for each capacity of HBM. */
const STROKES = [
  { style: 'line', word: 'Solid' },
  { style: 'dashed', word: 'Dashed' },
  { style: 'dotted', word: 'Dotted' },
] as const;
const strokeOf = (group: number): (typeof STROKES)[number] => STROKES[group % STROKES.length] ?? STROKES[0];

/** A memory's colour is that of its tier 2, its stroke that of its HBM: the paper's eighteen are all told apart. */
function looksOf({ hbmGiB }: Inputs, all: readonly Memory[], memory: Memory): Pick<Curve, 'style' | 'colour'> {
  const group = all.filter((each) => each.hbmGiB === memory.hbmGiB);
  return { style: strokeOf(hbmGiB.indexOf(memory.hbmGiB)).style, colour: group.indexOf(memory) };
}

/** “Solid lines have 80 GiB of HBM and …”: what the colours do not say. */
function strokeNotes({ hbmGiB }: Inputs): readonly string[] {
  if (hbmGiB.length < 2) return [];
  const words = hbmGiB.map((GiB, group) => `${strokeOf(group).word.toLowerCase()} lines have ${capacity(GiB)} of HBM`);
  return [`${begun(listed(words))}; one colour is one tier 2.`];
}

function mfuCurves(inputs: Inputs, world: StudyWorld, findings: Findings): readonly Curve[] {
  return memories(inputs).map((memory, _, all) => ({
    id: memory.id,
    label: memory.label,
    ...looksOf(inputs, all, memory),
    points: inputs.models.flatMap((size) => {
      const point = pointOf(inputs, world, memory, size, inputs.processors);
      const evaluation = evaluationOf(point, findings);
      if (evaluation === null) return [];
      const parameters = parameterCount(readTransformer(point.question.design.model));
      return [{ x: parameters / 1e12, y: evaluation.efficiency.totalEfficiency, key: point.key }];
    }),
  }));
}

function scalingCurves(inputs: Inputs, world: StudyWorld, findings: Findings): readonly Curve[] {
  const sizes = [...inputs.scaling].sort((a, b) => a - b);
  return memories(inputs).map((memory, _, all) => ({
    id: memory.id,
    label: memory.label,
    ...looksOf(inputs, all, memory),
    points: sizes.flatMap((processors) => {
      const { key } = pointOf(inputs, world, memory, '1t', processors);
      const { value } = cellOf(findings, key, { value: ({ rate }) => rate, text: String });
      return value === null ? [] : [{ x: processors, y: value, key }];
    }),
  }));
}

function report(inputs: Inputs, world: StudyWorld, findings: Findings) {
  const mfu = mfuCurves(inputs, world, findings);
  const all = mfu.flatMap(({ label, points: each }) => each.map((point) => ({ label, ...point })));
  const largest = Math.max(0, ...all.map(({ x }) => x));
  const there = all.filter(({ x }) => x === largest).sort((a, b) => b.y - a.y);
  const [best] = there;
  const words =
    best === undefined
      ? 'MFU of the best strategy by model size'
      : `${fixed(largest, 0)}T parameters run at ${percent(best.y)} MFU with ${best.label}`;
  const figures: readonly CurvesFigure[] = [
    {
      kind: 'curves',
      id: 'mfu',
      finding: words,
      subtitle: `MFU of the best strategy on ${count(inputs.processors)} processors, float8`,
      x: { label: 'Parameters, trillions', unit: 'none', scale: 'log' },
      y: { label: 'MFU', unit: 'fraction', quantity: 'mfu', scale: 'linear' },
      curves: mfu,
      marks: [],
      notes: strokeNotes(inputs),
    },
    {
      kind: 'curves',
      id: 'scaling',
      finding: 'Strong scaling of the 1T model',
      subtitle: 'Best sample rate by system size, float8',
      x: { label: 'Processors', unit: 'processors', scale: 'log' },
      y: { label: 'Sample rate', unit: 'samples-per-second', quantity: 'sample-rate', scale: 'log' },
      curves: scalingCurves(inputs, world, findings),
      marks: [],
      notes: strokeNotes(inputs),
    },
  ];
  return { answer: best === undefined ? '' : `${words}; ${unableText(inputs, world, findings, best.key)}.`, figures };
}

/** How many of the memories that were tried cannot hold the model of a point. */
function unableText(inputs: Inputs, world: StudyWorld, findings: Findings, key: string | null): string {
  const bySize = inputs.models.map((size) =>
    memories(inputs).map((memory) => pointOf(inputs, world, memory, size, inputs.processors).key),
  );
  const tried = (bySize.find((keys) => keys.some((each) => each === key)) ?? []).filter((each) => findings.has(each));
  const unable = tried.filter((each) => findings.get(each)?.best === null);
  return `${unable.length} of ${tried.length} memories cannot hold a model that large`;
}

/** The follow-up workshop paper: which memory models of up to 128 trillion parameters ask for. */
export const BEYOND_100T: Study<typeof fields> = {
  id: 'beyond-100t',
  title: 'Beyond 100T parameters',
  figure: 'Follow-up',
  question: 'Which memory do models of one to 128 trillion parameters need to run well?',
  runs: 'when-asked',
  fields,
  problems: (inputs, world) => problemsOf(missingSystem(world, 'system', inputs.system), () => points(inputs, world)),
  points,
  report,
};
