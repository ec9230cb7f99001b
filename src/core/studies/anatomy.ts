import { MEMORY_CLASSES, memoryPlace } from '../batch/memory-classes.js';
import type { Evaluation } from '../evaluation.js';
import { DATATYPES, RECOMPUTE_MODES, TENSOR_COMMUNICATIONS, TENSOR_OVERLAPS } from '../inputs/design.js';
import type { Datatype, RecomputeMode, StrategyInput, TensorCommunication, TensorOverlap } from '../inputs/design.js';
import { capacityUnit } from '../quantities/byte-units.js';
import { GIBIBYTE } from '../quantities/constants.js';
import { quantity, TIME_PARTS } from '../quantities/registry.js';
import { plainCell, textCell, isPaper } from './cell.js';
import { evaluationOf } from './evaluation-of.js';
import { choiceField, modelField, numberField, switchField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import type { Cell, Published, TableFigure } from './figure.js';
import { strategyField } from './options.js';
import { missingParts, modelOf, systemOf } from './problems.js';
import { stackBar } from './stack.js';
import type { Findings, Study, StudyPoint, StudyWorld } from './study.js';
import { asPrinted, fixed, inCapacity, listed, percent } from './words.js';

const degree = (path: string, initial: number, unit = '') => {
  const { label, help } = strategyField(path);
  return numberField(initial, 1, 1_048_576, { label, help, unit });
};
const toggle = (path: string, initial: boolean) => {
  const { label, help } = strategyField(path);
  return switchField(initial, { label, help });
};
const choice = <T extends string>(path: string, initial: T, values: readonly T[]) => {
  const field = strategyField(path);
  const labels = field.kind === 'choice' ? field.options : [];
  const options = values.map((value) => ({
    value,
    label: labels.find((option) => option.value === value)?.label ?? value,
  }));
  return choiceField<T>(initial, options, { label: field.label, help: field.help });
};

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
  if (isTime) return { text, ours: fixed(value, decimals) };
  return { text: asPrinted(text), ours: asPrinted(fixed(value / GIBIBYTE, decimals)) };
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** The ids of the quantity and of its share of the total; null where there is none. */
  readonly quantities: readonly [amount: string | null, share: string | null];
}

function timeLines(evaluation: Evaluation): readonly Line[] {
  const of = (id: string, share: string | null): Line => ({
    id,
    label: quantity(id).label,
    value: quantity(id).value(evaluation) ?? 0,
    quantities: [id, share],
  });
  const parts = TIME_PARTS.map((id) => of(id, `${id}-share`));
  const both = parts
    .filter(({ id }) => id === 'tensor-exposed' || id === 'recommunication-exposed')
    .reduce((sum, { value }) => sum + value, 0);
  const label = 'TP exposed and recommunication together';
  return [
    of('total-time', null),
    ...parts,
    { id: 'tensor-and-recommunication', label, value: both, quantities: [null, null] },
  ];
}

function memoryLines(evaluation: Evaluation): readonly Line[] {
  const classes = MEMORY_CLASSES.map((id): Line => ({
    id,
    label: quantity(id).label,
    value: memoryPlace(id, evaluation).tier1Bytes,
    quantities: [`${id}-on-hbm`, null],
  }));
  const value = classes.reduce((sum, each) => sum + each.value, 0);
  const { label } = quantity('tier1-memory');
  return [{ id: 'tier1-memory', label, value, quantities: ['tier1-memory', null] }, ...classes];
}

function table(
  id: 'time' | 'memory',
  lines: readonly Line[],
  published: Readonly<Record<string, string>> | null,
): TableFigure {
  const total = lines[0]?.value ?? 0;
  const isTime = id === 'time';
  const scaled = (value: number): number => (isTime ? value : inCapacity(value));
  const asked = (id: string | null, cell: Cell): Cell => (id === null ? cell : { ...cell, key: KEY, quantity: id });
  const row = ({ id: line, label, value, quantities: [amount, share] }: Line): readonly Cell[] => [
    textCell(label, KEY),
    asked(
      amount,
      plainCell(
        value,
        fixed(scaled(value), 3),
        published === null ? undefined : printed(published, line, value, isTime),
      ),
    ),
    asked(share, plainCell(total > 0 ? value / total : 0, percent(total > 0 ? value / total : 0))),
  ];
  return {
    kind: 'table',
    id,
    finding: isTime ? `${fixed(total, 3)} s a batch` : `${fixed(scaled(total), 2)} ${capacityUnit().name} of HBM`,
    subtitle: isTime ? 'Parts of the batch time' : 'Classes of memory in HBM',
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
  return `Forward and backward take ${percent(compute, 0)} of the ${fixed(time.totalSeconds, 2)} s; the largest parts are ${listed(parts)}.`;
}

/** Fig. 3: one run taken apart. */
export const ANATOMY: Study<typeof fields> = {
  id: 'anatomy',
  title: 'Anatomy of a run',
  figure: 'Fig. 3',
  question: 'Where do the time and the memory of one training run go?',
  runs: 'at-once',
  fields,
  problems: (inputs, world) => missingParts(world, inputs),
  points: (inputs, world) => [point(inputs, world)],
  report: (inputs, world, findings: Findings) => {
    const asked = point(inputs, world);
    const bar = stackBar(asked.label, asked, findings);
    const stacks = {
      kind: 'stacks',
      id: 'run',
      subtitle: 'Batch time, and HBM needed',
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
        { ...stacks, finding: `One batch takes ${fixed(totalSeconds, 2)} s` },
        table('time', timeLines(evaluation), paper ? PUBLISHED_TIME : null),
        table('memory', memoryLines(evaluation), paper ? PUBLISHED_MEMORY : null),
      ],
    };
  },
};
