import { MEMORY_CLASSES, memoryPlace } from '../batch/memory-classes.js';
import type { Evaluation } from '../evaluation.js';
import { DATATYPES, RECOMPUTE_MODES, TENSOR_COMMUNICATIONS, TENSOR_OVERLAPS } from '../inputs/design.js';
import type { Datatype, RecomputeMode, StrategyInput, TensorCommunication, TensorOverlap } from '../inputs/design.js';
import { STRATEGY_FIELDS } from '../inputs/strategy-fields.js';
import { capacityUnit } from '../quantities/byte-units.js';
import { GIBIBYTE } from '../quantities/constants.js';
import { quantity, TIME_PARTS } from '../quantities/registry.js';
import { plainCell, textCell, isPaper } from './cell.js';
import { evaluationOf } from './evaluation-of.js';
import { choiceField, modelField, numberField, switchField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import type { Cell, Published, TableFigure } from './figure.js';
import { missingModel, missingSystem, modelOf, systemOf } from './problems.js';
import { stackBar } from './stack.js';
import type { Findings, Study, StudyPoint, StudyWorld } from './study.js';
import { asPrinted, inCapacity, listed, percent } from './words.js';

const degree = (path: string, initial: number, unit = '') => {
  const { label, help } = declared(path);
  return numberField(initial, 1, 1_048_576, { label, help, unit });
};
const toggle = (path: string, initial: boolean) => switchField(initial, declared(path));
const choice = <T extends string>(path: string, initial: T, values: readonly T[]) => {
  const field = STRATEGY_FIELDS.find((each) => each.path === path);
  const labels = field?.kind === 'choice' ? field.options : [];
  const options = values.map((value) => ({
    value,
    label: labels.find((option) => option.value === value)?.label ?? value,
  }));
  return choiceField<T>(initial, options, declared(path));
};

function declared(path: string): { readonly label: string; readonly help: string } {
  const found = STRATEGY_FIELDS.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no strategy field ${path}`);
  return { label: found.label, help: found.help };
}

const fields = {
  model: modelField('gpt3-175b'),
  system: systemField('a100-80g'),
  tensor_par: degree('tensor_par', 8),
  pipeline_par: degree('pipeline_par', 64),
  data_par: degree('data_par', 8),
  batch_size: degree('batch_size', 2320, 'samples'),
  microbatch_size: degree('microbatch_size', 1, 'samples'),
  pipeline_interleaving: degree('pipeline_interleaving', 2),
  datatype: choice<Datatype>('datatype', 'float16', DATATYPES),
  activation_recompute: choice<RecomputeMode>('activation_recompute', 'full', RECOMPUTE_MODES),
  tensor_par_comm_type: choice<TensorCommunication>('tensor_par_comm_type', 'ar', TENSOR_COMMUNICATIONS),
  tensor_par_overlap: choice<TensorOverlap>('tensor_par_overlap', 'none', TENSOR_OVERLAPS),
  seq_par_ag_redo: toggle('seq_par_ag_redo', false),
  data_par_overlap: toggle('data_par_overlap', false),
  optimizer_sharding: toggle('optimizer_sharding', false),
  fused_activation: toggle('fused_activation', true),
  weight_offload: toggle('weight_offload', false),
  activations_offload: toggle('activations_offload', false),
  optimizer_offload: toggle('optimizer_offload', false),
};
type Inputs = InputsOf<typeof fields>;

const KEY = 'run';

function point(inputs: Inputs, world: StudyWorld): StudyPoint {
  const { model, system, ...options } = inputs;
  const strategy: StrategyInput = {
    ...options,
    num_procs: options.tensor_par * options.pipeline_par * options.data_par,
    tensor_par_net: 0,
    pipeline_par_net: 1,
    data_par_net: 1,
    attention_type: 'multihead',
    training: true,
  };
  const { value } = modelOf(world, model);
  const design = { model: value, system: systemOf(world, system).value, strategy };
  return {
    key: KEY,
    label: `t ${options.tensor_par}, p ${options.pipeline_par}, d ${options.data_par}`,
    question: { design, searches: [] },
  };
}

/** Fig. 3's numbers as printed: seconds and GiB. TP and recommunication are one bar there. */
const PUBLISHED_TIME: Readonly<Record<string, string>> = {
  'total-time': '16.715',
  'forward-time': '2.755',
  'backward-time': '5.216',
  'recompute-time': '2.755',
  'bubble-time': '1.587',
  'tensor-and-recommunication': '1.740',
  'pipeline-exposed': '2.618',
  'data-exposed': '0.040',
  'optimizer-time': '0.004',
};
const PUBLISHED_MEMORY: Readonly<Record<string, string>> = {
  'tier1-memory': '17.44',
  'weight-memory': '0.844',
  'activation-memory': '0.609',
  'checkpoint-memory': '8.953',
  'weight-gradient-memory': '1.266',
  'activation-gradient-memory': '0.703',
  'optimizer-memory': '5.064',
};

function printed(
  published: Readonly<Record<string, string>>,
  id: string,
  value: number,
  isTime: boolean,
): Published | undefined {
  const text = published[id];
  if (text === undefined) return undefined;
  const decimals = text.length - text.indexOf('.') - 1;
  if (isTime) return { text, ours: value.toFixed(decimals) };
  return { text: asPrinted(text), ours: asPrinted((value / GIBIBYTE).toFixed(decimals)) };
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly value: number;
}

function timeLines(evaluation: Evaluation): readonly Line[] {
  const of = (id: string): Line => ({ id, label: quantity(id).label, value: quantity(id).value(evaluation) ?? 0 });
  const both = of('tensor-exposed').value + of('recommunication-exposed').value;
  return [
    of('total-time'),
    ...TIME_PARTS.map(of),
    { id: 'tensor-and-recommunication', label: 'TP exposed and recommunication together', value: both },
  ];
}

function memoryLines(evaluation: Evaluation): readonly Line[] {
  const classes = MEMORY_CLASSES.map((id) => ({
    id,
    label: quantity(id).label,
    value: memoryPlace(id, evaluation).tier1Bytes,
  }));
  const total = classes.reduce((sum, { value }) => sum + value, 0);
  return [{ id: 'tier1-memory', label: quantity('tier1-memory').label, value: total }, ...classes];
}

function table(
  id: 'time' | 'memory',
  lines: readonly Line[],
  published: Readonly<Record<string, string>> | null,
): TableFigure {
  const total = lines[0]?.value ?? 0;
  const isTime = id === 'time';
  const scaled = (value: number): number => (isTime ? value : inCapacity(value));
  const row = ({ id: line, label, value }: Line): readonly Cell[] => [
    textCell(label, KEY),
    plainCell(
      value,
      scaled(value).toFixed(3),
      published === null ? undefined : printed(published, line, value, isTime),
    ),
    plainCell(total > 0 ? value / total : 0, percent(total > 0 ? value / total : 0)),
  ];
  return {
    kind: 'table',
    id,
    finding: isTime ? `${total.toFixed(3)} s a batch` : `${scaled(total).toFixed(2)} ${capacityUnit().name} of tier 1`,
    subtitle: isTime ? 'Parts of the batch time' : 'Classes of memory on tier 1',
    columns: [
      { id: 'part', label: isTime ? 'Part' : 'Class', unit: 'none' },
      {
        id: 'amount',
        label: isTime ? 'Time, s' : `Memory, ${capacityUnit().name}`,
        unit: isTime ? 'seconds' : 'bytes',
      },
      { id: 'share', label: 'Share', unit: 'fraction' },
    ],
    rows: lines.map((line) => ({ id: line.id, cells: row(line), marked: line === lines[0] })),
  };
}

function answer(evaluation: Evaluation): string {
  const { time } = evaluation;
  const parts = TIME_PARTS.map((id) => ({ label: quantity(id).label, value: quantity(id).value(evaluation) ?? 0 }))
    .sort((a, b) => b.value - a.value)
    .slice(0, 3)
    .map(({ label, value }) => `${label} ${percent(value / time.totalSeconds, 0)}`);
  const compute = (time.forwardSeconds + time.backwardSeconds) / time.totalSeconds;
  return `Forward and backward take ${percent(compute, 0)} of the ${time.totalSeconds.toFixed(2)} s; the largest parts are ${listed(parts)}.`;
}

/** Fig. 3: one run taken apart. */
export const ANATOMY: Study<typeof fields> = {
  id: 'anatomy',
  title: 'Anatomy of a run',
  figure: 'Fig. 3',
  question: 'Where do the time and the memory of one training run go?',
  runs: 'at-once',
  fields,
  problems: (inputs, world) => [
    ...missingModel(world, 'model', inputs.model),
    ...missingSystem(world, 'system', inputs.system),
  ],
  points: (inputs, world) => [point(inputs, world)],
  report: (inputs, world, findings: Findings) => {
    const asked = point(inputs, world);
    const bar = stackBar(asked.label, asked, findings);
    const stacks = {
      kind: 'stacks',
      id: 'run',
      subtitle: 'Batch time, and tier 1 needed',
      axis: 'Strategy',
      bars: [bar],
      memoryLimit: asked.question.design.system.mem1.GiB * GIBIBYTE,
    } as const;
    const evaluation = evaluationOf(asked, findings);
    if (evaluation === null) {
      const finding = findings.has(KEY) ? 'This strategy does not fit' : 'One run, taken apart';
      return {
        answer: findings.has(KEY)
          ? 'This strategy breaks a limit: load it to see which, and what would make it fit.'
          : '',
        figures: [{ ...stacks, finding }],
      };
    }
    const paper = isPaper(fields, inputs);
    const { totalSeconds } = evaluation.time;
    return {
      answer: answer(evaluation),
      figures: [
        { ...stacks, finding: `One batch takes ${totalSeconds.toFixed(2)} s` },
        table('time', timeLines(evaluation), paper ? PUBLISHED_TIME : null),
        table('memory', memoryLines(evaluation), paper ? PUBLISHED_MEMORY : null),
      ],
    };
  },
};
