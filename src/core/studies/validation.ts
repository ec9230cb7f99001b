import type { StrategyInput } from '../inputs/design.js';
import { dashCell, isPaper, plainCell, textCell, valueCell } from './cell.js';
import { choicesField, numberField, systemField } from './field.js';
import type { InputsOf } from './field.js';
import type { Cell, TableFigure } from './figure.js';
import { missingModel, missingSystem, modelOf, systemOf } from './problems.js';
import { searchedStrategy } from './setting.js';
import type { Findings, Study, StudyPoint, StudyWorld } from './study.js';
import { fixed, percent } from './words.js';

type Mode = 'full' | 'selective';

interface Run {
  readonly model: string;
  readonly name: string;
  readonly pipeline: number;
  readonly batch: number;
  readonly microbatch: number;
  readonly interleaving: number;
  /** Seconds a batch: measured on Selene (Korthikanti et al. 2022, Table 5), and the paper's prediction. */
  readonly measured: Readonly<Record<Mode, number>>;
  readonly predicted: Readonly<Record<Mode, string>>;
}

const run = (
  [model, name]: readonly [string, string],
  [pipeline, batch, microbatch, interleaving]: readonly [number, number, number, number],
  full: readonly [number, string],
  selective: readonly [number, string],
): Run => ({
  model,
  name,
  pipeline,
  batch,
  microbatch,
  interleaving,
  measured: { full: full[0], selective: selective[0] },
  predicted: { full: full[1], selective: selective[1] },
});

/** Table 2; t = 8, d = 1. */
const RUNS: readonly Run[] = [
  run(['megatron-22b', '22B'], [1, 4, 4, 1], [1.42, '1.40'], [1.1, '1.14']),
  run(['gpt3-175b', '175B'], [8, 64, 1, 3], [18.13, '18.03'], [13.75, '13.64']),
  run(['turing-530b', '530B'], [35, 280, 1, 3], [49.05, '49.89'], [37.83, '34.47']),
  run(['megatron-1t', '1T'], [64, 512, 1, 1], [94.42, '90.08'], [71.49, '66.04']),
];

const MODES = [
  { value: 'full', label: 'Full recompute' },
  { value: 'selective', label: 'Sequence parallel, selective recompute' },
] as const;

const fields = {
  system: systemField('a100-80g'),
  tensor: numberField(8, 1, 4096, { label: 'Tensor parallel t', help: 'Of every run.' }),
  models: choicesField(
    RUNS.map(({ model }) => model),
    RUNS.map(({ model, name }) => ({ value: model, label: name })),
    { label: 'Models', help: 'Whose runs to predict.' },
  ),
};
type Inputs = InputsOf<typeof fields>;

function strategyOf({ pipeline, batch, microbatch, interleaving }: Run, tensor: number, mode: Mode): StrategyInput {
  const selective = mode === 'selective';
  return {
    ...searchedStrategy(tensor * pipeline),
    tensor_par: tensor,
    pipeline_par: pipeline,
    data_par: 1,
    pipeline_par_net: 1,
    data_par_net: 1,
    batch_size: batch,
    microbatch_size: microbatch,
    pipeline_interleaving: interleaving,
    activation_recompute: selective ? 'attn_only' : 'full',
    tensor_par_comm_type: selective ? 'rs_ag' : 'ar',
    seq_par_ag_redo: selective,
  };
}

const keyOf = (each: Run, mode: Mode): string => `${each.model} ${mode}`;
const chosen = ({ models }: Inputs): readonly Run[] => RUNS.filter(({ model }) => models.includes(model));

const points = (inputs: Inputs, world: StudyWorld): readonly StudyPoint[] =>
  chosen(inputs).flatMap((each) =>
    MODES.map(({ value: mode, label }) => ({
      key: keyOf(each, mode),
      label: `${each.name}, ${label}`,
      question: {
        design: {
          model: modelOf(world, each.model).value,
          system: systemOf(world, inputs.system).value,
          strategy: strategyOf(each, inputs.tensor, mode),
        },
        searches: [],
      },
    })),
  );

interface Line {
  readonly run: Run;
  readonly mode: Mode;
  readonly label: string;
  /** Seconds; null where the strategy breaks a limit. */
  readonly model: number | null;
}

function lines(inputs: Inputs, findings: Findings): readonly Line[] {
  return chosen(inputs).flatMap((each) =>
    MODES.map(({ value: mode, label }) => {
      const best = findings.get(keyOf(each, mode))?.best ?? null;
      const model = best === null ? null : best.strategy.batch_size / best.rate;
      return { run: each, mode, label: `${each.name}, ${label}`, model };
    }),
  );
}

const errorOf = ({ run: { measured }, mode, model }: Line): number | null =>
  model === null ? null : (model - measured[mode]) / measured[mode];

function row(line: Line, findings: Findings, paper: boolean): readonly Cell[] {
  const { run: each, mode, label, model } = line;
  const key = keyOf(each, mode);
  const error = errorOf(line);
  const measured = each.measured[mode];
  const nothing = dashCell(findings, key);
  const ours = model === null ? '' : fixed(model, 2);
  return [
    textCell(label, key),
    plainCell(measured, fixed(measured, 2)),
    model === null ? nothing : valueCell(key, model, ours, paper ? { text: each.predicted[mode], ours } : null),
    error === null ? nothing : valueCell(key, error, percent(error, 2)),
  ];
}

function report(inputs: Inputs, findings: Findings) {
  const all = lines(inputs, findings);
  const errors = all.flatMap((line) => errorOf(line) ?? []).map(Math.abs);
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const words =
    errors.length === 0
      ? 'The model against measured runs'
      : `The model is ${percent(mean, 2)} off on average, ${percent(Math.max(...errors), 2)} at most`;
  const figure: TableFigure = {
    kind: 'table',
    id: 'validation',
    finding: words,
    subtitle:
      'Batch time, s: measured on Selene (Korthikanti et al. 2022, Table 5) and modelled, one description of the system for all',
    columns: [
      { id: 'run', label: 'Run', unit: 'none' },
      { id: 'measured', label: 'Measured, s', unit: 'seconds' },
      { id: 'model', label: 'Model, s', unit: 'seconds', quantity: 'total-time' },
      { id: 'error', label: 'Error', unit: 'fraction' },
    ],
    rows: all.map((line) => ({
      id: keyOf(line.run, line.mode),
      cells: row(line, findings, isPaper(fields, inputs)),
      marked: false,
    })),
  };
  return {
    answer: errors.length === 0 ? '' : `${words}, over ${errors.length} runs measured on Selene.`,
    figures: [figure],
  };
}

/** Table 2: the model against measured runs. */
export const VALIDATION: Study<typeof fields> = {
  id: 'validation',
  title: 'Against measurement',
  figure: 'Table 2',
  question: 'How far is the model from what was measured?',
  runs: 'at-once',
  fields,
  problems: (inputs, world) => [
    ...missingSystem(world, 'system', inputs.system),
    ...chosen(inputs).flatMap(({ model }) => missingModel(world, 'models', model)),
  ],
  points,
  report: (inputs, _, findings) => report(inputs, findings),
};
