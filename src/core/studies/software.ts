import type { SearchInput } from '../inputs/search-input.js';
import { capacityUnit } from '../quantities/byte-units.js';
import { GIBIBYTE } from '../quantities/constants.js';
import { dashCell, isPaper, textCell, valueCell } from './cell.js';
import { evaluationOf } from './evaluation-of.js';
import { modelField, numberField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import type { Cell, StacksFigure, TableFigure } from './figure.js';
import { missingParts, modelOf, problemsOf, systemOf } from './problems.js';
import { PLAIN_OPTIONS, searchedDesign, searchOf, withHardware } from './setting.js';
import { maxBatchField, tier2BandwidthField, tier2CapacityField } from './shared-fields.js';
import { stackBar } from './stack.js';
import type { Findings, Study, StudyPoint, StudyWorld } from './study.js';
import { choicesOf } from './strategy-choices.js';
import { fixed, inCapacity } from './words.js';

const degree = (initial: number, label: string, help: string) => numberField(initial, 1, 1_048_576, { label, help });

const fields = {
  model: modelField('megatron-1t'),
  system: systemField('h100-80g-nvl4096-512g'),
  maxBatch: maxBatchField(3072),
  tensor: degree(8, 'Tensor parallel t', 'Of the first two rows.'),
  pipeline: degree(64, 'Pipeline parallel p', 'Of the first two rows.'),
  data: degree(8, 'Data parallel d', 'Of the first two rows; N = t · p · d for all four.'),
  interleaving: degree(2, 'Interleaving', 'Of the first two rows.'),
  microbatch: numberField(1, 1, 100_000, { label: 'Microbatch', help: 'Of the first two rows.', unit: 'samples' }),
  tier2GiB: tier2CapacityField('Of one processor, for the last row.'),
  tier2GBps: tier2BandwidthField('Of one processor, each way, for the last row.'),
};
type Inputs = InputsOf<typeof fields>;

const LEVELS = ['baseline', 'sequence-parallel', 'software', 'offload'] as const;
type Level = (typeof LEVELS)[number];

const NAMES: Readonly<Record<Level, string>> = {
  baseline: 'Baseline',
  'sequence-parallel': 'Sequence parallel',
  software: 'All software',
  offload: 'With offload',
};
/** Table 4, as printed. */
const PUBLISHED_MFU: Readonly<Record<Level, string>> = {
  baseline: '36.67',
  'sequence-parallel': '49.61',
  software: '70.96',
  offload: '76.71',
};

const NO_OFFLOAD: SearchInput['allowed'] = {
  weight_offload: ['false'],
  activations_offload: ['false'],
  optimizer_offload: ['false'],
};

function searchOfLevel(inputs: Inputs, level: Level): SearchInput {
  const { maxBatch, tensor: t, pipeline: p, data: d, interleaving, microbatch } = inputs;
  const held = (allowed: SearchInput['allowed']): SearchInput =>
    searchOf(maxBatch, { t, p, d, v: interleaving, b: microbatch }, { ...PLAIN_OPTIONS, ...NO_OFFLOAD, ...allowed });
  switch (level) {
    case 'baseline':
      return held({ activation_recompute: ['full'], tensor_par_comm_type: ['ar', 'p2p_rs_ag'] });
    case 'sequence-parallel':
      return held({
        activation_recompute: ['attn_only'],
        tensor_par_comm_type: ['rs_ag'],
        seq_par_ag_redo: ['true'],
      });
    case 'software':
      return searchOf(maxBatch, {}, NO_OFFLOAD);
    case 'offload':
      return searchOf(maxBatch, {});
  }
}

function points(inputs: Inputs, world: StudyWorld): readonly StudyPoint[] {
  const model = modelOf(world, inputs.model).value;
  const { tier2GiB, tier2GBps, tensor, pipeline, data } = inputs;
  const system = withHardware(systemOf(world, inputs.system).value, { tier2GiB, tier2GBps });
  const design = searchedDesign(model, system, tensor * pipeline * data);
  return LEVELS.map((level) => ({
    key: level,
    label: NAMES[level],
    question: { design, searches: [searchOfLevel(inputs, level)] },
  }));
}

function stacks(asked: readonly StudyPoint[], findings: Findings, finding: string): StacksFigure {
  const hbmGiB = asked[0]?.question.design.system.mem1.GiB;
  return {
    kind: 'stacks',
    id: 'levels',
    finding,
    subtitle: 'Batch time, and HBM needed',
    axis: 'Software',
    bars: asked.map((point) => stackBar(point.label, point, findings)),
    memoryLimit: hbmGiB === undefined ? null : hbmGiB * GIBIBYTE,
  };
}

function table(inputs: Inputs, asked: readonly StudyPoint[], findings: Findings): TableFigure {
  const paper = isPaper(fields, inputs);
  const row = (point: StudyPoint) => {
    const { key } = point;
    const best = findings.get(key)?.best ?? null;
    const evaluation = evaluationOf(point, findings);
    const name = textCell(point.label, key);
    if (best === null || evaluation === null) {
      const nothing = dashCell(findings, key);
      return { id: key, marked: false, cells: [name, nothing, nothing, nothing, nothing] };
    }
    const { efficiency, time, memory } = evaluation;
    const mfu = fixed(efficiency.totalEfficiency * 100, 2);
    const cells: readonly Cell[] = [
      name,
      valueCell(key, efficiency.totalEfficiency, mfu, paper ? { text: PUBLISHED_MFU[key as Level], ours: mfu } : null),
      valueCell(key, time.totalSeconds, fixed(time.totalSeconds, 2)),
      valueCell(key, memory.tier1Bytes, fixed(inCapacity(memory.tier1Bytes), 1)),
      textCell(choicesOf(best.strategy), key),
    ];
    return { id: key, marked: false, cells };
  };
  return {
    kind: 'table',
    id: 'choices',
    finding: 'What each one chooses',
    subtitle: 'MFU, batch time, HBM and the strategy',
    columns: [
      { id: 'level', label: 'Software', unit: 'none' },
      { id: 'mfu', label: 'MFU, %', unit: 'fraction', quantity: 'mfu' },
      { id: 'time', label: 'Batch time, s', unit: 'seconds', quantity: 'total-time' },
      { id: 'hbm', label: `HBM, ${capacityUnit().name}`, unit: 'bytes', quantity: 'tier1-memory' },
      { id: 'strategy', label: 'Strategy', unit: 'none' },
    ],
    rows: asked.map(row),
  };
}

function answer(asked: readonly StudyPoint[], findings: Findings): string {
  const mfu = (level: Level): number | null => {
    const point = asked.find(({ key }) => key === level);
    const evaluation = point && evaluationOf(point, findings);
    return evaluation ? evaluation.efficiency.totalEfficiency * 100 : null;
  };
  const [first, last] = [mfu('baseline'), mfu('offload')];
  const [, second, third] = LEVELS.map(mfu);
  if (first === null || last === null) return '';
  const steps = [second, third].map((value) => (value === null || value === undefined ? '–' : fixed(value, 1)));
  return `From ${fixed(first, 1)} % MFU, sequence parallelism leads to ${steps[0]} %, all software to ${steps[1]} % and offloading to ${fixed(last, 1)} %: ${fixed(last / first, 2)} times as fast.`;
}

/** Fig. 12 and Table 4: the state of the art against what is possible. */
export const SOFTWARE: Study<typeof fields> = {
  id: 'software',
  title: 'What is possible',
  figure: 'Fig. 12, Table 4',
  question: 'How far is the state of the art from what software and offloading could reach?',
  runs: 'at-once',
  fields,
  problems: (inputs, world) => problemsOf(missingParts(world, inputs), () => points(inputs, world)),
  points,
  report: (inputs, world, findings) => {
    const asked = points(inputs, world);
    const text = answer(asked, findings);
    return {
      answer: text,
      figures: [
        stacks(asked, findings, text === '' ? 'Four strategies side by side' : 'Each step, taken apart'),
        table(inputs, asked, findings),
      ],
    };
  },
};
