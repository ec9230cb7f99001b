import { capacityUnit } from '../quantities/byte-units.js';
import { GIBIBYTE } from '../quantities/constants.js';
import { choiceField, modelField, numberField, numbersField, systemField, UNLIMITED } from './field.js';
import type { InputsOf } from './field.js';
import type { StackBar, StacksFigure } from './figure.js';
import { evaluationOf } from './evaluation-of.js';
import { allowedOptions, optionFields } from './options.js';
import { missingParts, modelOf, problemsOf, systemOf } from './problems.js';
import { searchedDesign, searchOf, STACKED_TIERS, withHardware } from './setting.js';
import { domainField, maxBatchField, processorsField } from './shared-fields.js';
import { stackBar } from './stack.js';
import type { Findings, Study, StudyPoint, StudyProblem, StudyWorld } from './study.js';
import { fixed, inCapacity } from './words.js';

type Degree = 't' | 'p' | 'd';
const DEGREES = [
  { value: 't', label: 'Tensor parallel t' },
  { value: 'p', label: 'Pipeline parallel p' },
  { value: 'd', label: 'Data parallel d' },
] as const;

const PANELS = ['A', 'B', 'C'] as const;
type Panel = (typeof PANELS)[number];

const heldDegree = (panel: Panel, initial: Degree) =>
  choiceField<Degree>(initial, DEGREES, { label: `Panel ${panel}: fixed`, help: 'The degree that stays.' });
const at = (panel: Panel, initial: number) =>
  numberField(initial, 1, 1_048_576, { label: `Panel ${panel}: at`, help: 'The value of the fixed degree.' });
const varied = (panel: Panel, initial: Degree) =>
  choiceField<Degree>(initial, DEGREES, {
    label: `Panel ${panel}: varied`,
    help: 'The degree along the axis; the third one takes the rest of the processors.',
  });
const values = (panel: Panel, initial: readonly number[]) =>
  numbersField(initial, 1, 1_048_576, { label: `Panel ${panel}: values`, help: 'Of the varied degree.' });

const fields = {
  model: modelField('megatron-1t'),
  system: systemField('a100-80g'),
  processors: processorsField(4096),
  maxBatch: maxBatchField(3072),
  hbmGiB: numberField(UNLIMITED, 1, UNLIMITED, {
    label: 'HBM',
    help: 'Of one processor; the paper sets no limit, to show what each split asks for.',
    unit: 'GiB',
    slider: [16, 2048],
  }),
  domain: domainField(4096),
  microbatch: numberField(1, 1, 100_000, { label: 'Microbatch', help: 'Samples b at once.', unit: 'samples' }),
  ...optionFields({
    activation_recompute: ['attn_only'],
    optimizer_sharding: ['true'],
    tensor_par_comm_type: ['rs_ag'],
    seq_par_ag_redo: ['false'],
    data_par_overlap: ['false'],
    tensor_par_overlap: ['none'],
    fused_activation: ['false'],
  }),
  fixedA: heldDegree('A', 'd'),
  atA: at('A', 32),
  variedA: varied('A', 't'),
  valuesA: values('A', [1, 2, 4, 8, 16, 32]),
  fixedB: heldDegree('B', 't'),
  atB: at('B', 8),
  variedB: varied('B', 'p'),
  valuesB: values('B', [1, 2, 4, 8, 16, 32, 64, 128]),
  fixedC: heldDegree('C', 'p'),
  atC: at('C', 32),
  variedC: varied('C', 't'),
  valuesC: values('C', [1, 2, 4, 8, 16, 32]),
};
type Inputs = InputsOf<typeof fields>;

interface PanelSetting {
  readonly fixed: Degree;
  readonly at: number;
  readonly varied: Degree;
  readonly values: readonly number[];
}

const settingOf = (inputs: Inputs, panel: Panel): PanelSetting =>
  ({
    A: { fixed: inputs.fixedA, at: inputs.atA, varied: inputs.variedA, values: inputs.valuesA },
    B: { fixed: inputs.fixedB, at: inputs.atB, varied: inputs.variedB, values: inputs.valuesB },
    C: { fixed: inputs.fixedC, at: inputs.atC, varied: inputs.variedC, values: inputs.valuesC },
  })[panel];

/** The three degrees of a bar; null where the fixed and the varied one do not divide the processors. */
function splitOf({ fixed: held, at: heldAt, varied: along }: PanelSetting, value: number, processors: number) {
  const rest = processors / (heldAt * value);
  if (!Number.isInteger(rest)) return null;
  const split = { t: rest, p: rest, d: rest };
  split[held] = heldAt;
  split[along] = value;
  return split;
}

function panelPoints(inputs: Inputs, world: StudyWorld, panel: Panel): readonly (StudyPoint | null)[] {
  const model = modelOf(world, inputs.model).value;
  const { hbmGiB, domain, maxBatch, microbatch } = inputs;
  const system = withHardware(systemOf(world, inputs.system).value, { hbmGiB, domain, tier2GiB: 0 });
  const setting = settingOf(inputs, panel);
  return setting.values.map((value) => {
    const split = splitOf(setting, value, inputs.processors);
    if (split === null) return null;
    const allowed = { ...STACKED_TIERS, ...allowedOptions(inputs, split) };
    return {
      key: `${panel} t${split.t} p${split.p} d${split.d}`,
      label: `t ${split.t}, p ${split.p}, d ${split.d}`,
      question: {
        design: searchedDesign(model, system, inputs.processors),
        searches: [searchOf(maxBatch, { ...split, b: microbatch }, allowed)],
      },
    };
  });
}

const points = (inputs: Inputs, world: StudyWorld): readonly StudyPoint[] =>
  PANELS.flatMap((panel) => panelPoints(inputs, world, panel).flatMap((point) => point ?? []));

function figure(inputs: Inputs, world: StudyWorld, findings: Findings, panel: Panel): StacksFigure {
  const setting = settingOf(inputs, panel);
  const { fixed: held, at: heldAt, varied: along } = setting;
  const asked = panelPoints(inputs, world, panel);
  const bars = asked.map((point, i): StackBar => {
    const label = String(setting.values[i]);
    return point === null
      ? { label, key: null, state: 'none', time: [], memory: [] }
      : stackBar(label, point, findings);
  });
  return {
    kind: 'stacks',
    id: `panel-${panel}`,
    finding: panelFinding(setting, asked, findings),
    subtitle: `${held} = ${heldAt}, ${along} along the axis: batch time, and HBM needed`,
    axis: DEGREES.find(({ value }) => value === along)?.label ?? along,
    bars,
    memoryLimit: inputs.hbmGiB >= UNLIMITED ? null : inputs.hbmGiB * GIBIBYTE,
  };
}

interface Split {
  readonly value: number;
  readonly seconds: number;
  readonly bytes: number;
}

function panelFinding(setting: PanelSetting, asked: readonly (StudyPoint | null)[], findings: Findings): string {
  const { fixed: held, at: heldAt, varied: along } = setting;
  const splits = asked.flatMap((point, i): readonly Split[] => {
    const evaluation = point && evaluationOf(point, findings);
    if (!evaluation) return [];
    const { time, memory } = evaluation;
    return [{ value: setting.values[i] as number, seconds: time.totalSeconds, bytes: memory.tier1Bytes }];
  });
  const [first, ...others] = splits;
  if (first === undefined) {
    const isAnswered = asked.every((point) => point === null || findings.has(point.key));
    return isAnswered ? `${held} = ${heldAt}: nothing fits` : `${held} = ${heldAt}, ${along} along the axis`;
  }
  const fastest = others.reduce((best, each) => (each.seconds < best.seconds ? each : best), first);
  const smallest = others.reduce((best, each) => (each.bytes < best.bytes ? each : best), first);
  const bytes = `${fixed(inCapacity(smallest.bytes), 0)} ${capacityUnit().name}`;
  return `${held} = ${heldAt}: ${along} = ${fastest.value} is fastest, ${fixed(fastest.seconds, 1)} s; ${along} = ${smallest.value} needs least, ${bytes}`;
}

function panelProblems(inputs: Inputs): readonly StudyProblem[] {
  return PANELS.flatMap((panel) => {
    const { fixed: held, varied: along } = settingOf(inputs, panel);
    if (held !== along) return [];
    return [{ field: `varied${panel}`, message: `Panel ${panel} holds ${held} and varies it: choose two degrees.` }];
  });
}

/** Study 1, Fig. 4: what tensor, pipeline and data parallelism each cost. */
export const TRADE_OFFS: Study<typeof fields> = {
  id: 'trade-offs',
  title: 'Parallelism trade-offs',
  figure: 'Fig. 4',
  question: 'What does each kind of parallelism cost, in time and in memory?',
  runs: 'at-once',
  fields,
  problems: (inputs, world) =>
    problemsOf([...missingParts(world, inputs), ...panelProblems(inputs)], () => points(inputs, world)),
  points,
  report: (inputs, world, findings) => {
    const figures = PANELS.map((panel) => figure(inputs, world, findings, panel));
    return { answer: findings.size === 0 ? '' : `${figures.map(({ finding }) => finding).join('. ')}.`, figures };
  },
};
