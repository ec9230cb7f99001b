import type { SearchInput } from '../inputs/search-input.js';
import { capacityUnit } from '../quantities/byte-units.js';
import { GIBIBYTE } from '../quantities/constants.js';
import { cellOf, isPaper } from './cell.js';
import { choiceField, modelField, numberField, numbersField, systemField, UNLIMITED } from './field.js';
import type { InputsOf } from './field.js';
import type { Cell, HeatmapFigure } from './figure.js';
import { missingModel, missingSystem, modelOf, pointProblems, systemOf } from './problems.js';
import type { FoundStrategy } from './question.js';
import { PLAIN_OPTIONS, searchedDesign, searchOf, STACKED_TIERS, withHardware } from './setting.js';
import type { Findings, Study, StudyPoint, StudyWorld } from './study.js';
import { PUBLISHED_MAPS } from './time-memory-published.js';
import { asPrinted, capacity, inCapacity } from './words.js';

/** What a panel's strategies may use. */
type Software = 'baseline' | 'sequence-parallel' | 'everything';

const SOFTWARE = [
  { value: 'baseline', label: 'Full recompute, nothing else' },
  { value: 'sequence-parallel', label: 'Sequence parallelism, selective recompute' },
  { value: 'everything', label: 'Every option' },
] as const;

/** The searches whose union a panel shows: where attention alone is recomputed, an all-gather that can be is repeated. */
const ALLOWED: Readonly<Record<Software, readonly SearchInput['allowed'][]>> = {
  baseline: [
    {
      ...PLAIN_OPTIONS,
      activation_recompute: ['full'],
      tensor_par_comm_type: ['p2p_rs_ag'],
      seq_par_ag_redo: ['false'],
    },
  ],
  'sequence-parallel': [
    {
      ...PLAIN_OPTIONS,
      activation_recompute: ['attn_only'],
      tensor_par_comm_type: ['rs_ag'],
      seq_par_ag_redo: ['true'],
    },
    { ...PLAIN_OPTIONS, activation_recompute: ['attn_only'], tensor_par_comm_type: ['ar', 'p2p_rs_ag'] },
    { ...PLAIN_OPTIONS, activation_recompute: ['full', 'none'] },
  ],
  everything: [STACKED_TIERS],
};

const PANELS = ['a', 'b', 'c', 'd'] as const;
type Panel = (typeof PANELS)[number];

const software = (initial: Software, panel: Panel) =>
  choiceField<Software>(initial, SOFTWARE, {
    label: `(${panel}) software`,
    help: `What strategies of map ${panel} may use.`,
  });
const limit = (initial: number, panel: Panel) =>
  numberField(initial, 1, UNLIMITED, {
    label: `(${panel}) HBM`,
    help: `A strategy of map ${panel} uses at most this much HBM.`,
    unit: 'GiB',
    slider: [16, 512],
    fraction: true,
  });

const fields = {
  model: modelField('megatron-1t'),
  system: systemField('a100-80g'),
  processors: numberField(4096, 1, 1_048_576, { label: 'Processors', help: 'Of the whole system.' }),
  maxBatch: numberField(3072, 1, 1_000_000, {
    label: 'Largest batch',
    help: 'Each data-parallel degree uses its largest multiple below.',
    unit: 'samples',
  }),
  domain: numberField(4096, 1, 1_048_576, {
    label: 'NVLink domain',
    help: 'Most processors on the fastest network.',
    unit: 'processors',
  }),
  tensor: numbersField([1, 2, 4, 8, 16, 32], 1, 4096, { label: 'Tensor parallel t', help: 'Rows of the maps.' }),
  pipeline: numbersField([1, 2, 4, 8, 16, 32, 64], 1, 4096, {
    label: 'Pipeline parallel p',
    help: 'Columns of the maps.',
  }),
  softwareA: software('baseline', 'a'),
  hbmA: limit(80, 'a'),
  softwareB: software('sequence-parallel', 'b'),
  hbmB: limit(80, 'b'),
  softwareC: software('everything', 'c'),
  hbmC: limit(80, 'c'),
  softwareD: software('everything', 'd'),
  hbmD: limit(160, 'd'),
};
type Inputs = InputsOf<typeof fields>;

const settingOf = (inputs: Inputs, panel: Panel): { readonly software: Software; readonly hbmGiB: number } =>
  ({
    a: { software: inputs.softwareA, hbmGiB: inputs.hbmA },
    b: { software: inputs.softwareB, hbmGiB: inputs.hbmB },
    c: { software: inputs.softwareC, hbmGiB: inputs.hbmC },
    d: { software: inputs.softwareD, hbmGiB: inputs.hbmD },
  })[panel];

const keyOf = (panel: Panel, t: number, p: number): string => `${panel} t${t} p${p}`;

function points(inputs: Inputs, world: StudyWorld): StudyPoint[] {
  const model = modelOf(world, inputs.model).value;
  const unlimited = { hbmGiB: UNLIMITED, tier2GiB: 0, domain: inputs.domain };
  const system = withHardware(systemOf(world, inputs.system).value, unlimited);
  const design = searchedDesign(model, system, inputs.processors);
  return inputs.tensor.flatMap((t) =>
    inputs.pipeline.flatMap((p) =>
      PANELS.map((panel) => {
        const { software: allowed, hbmGiB } = settingOf(inputs, panel);
        const searches = ALLOWED[allowed].map((each) =>
          searchOf(inputs.maxBatch, { t, p }, each, { hbm_limit_GiB: hbmGiB }),
        );
        return { key: keyOf(panel, t, p), label: `(${panel}) t ${t}, p ${p}`, question: { design, searches } };
      }),
    ),
  );
}

const seconds = ({ strategy, rate }: FoundStrategy): number => strategy.batch_size / rate;
const written = (best: FoundStrategy, amount = inCapacity(best.tier1Bytes)): string =>
  `${seconds(best).toFixed(1)}/${amount.toFixed(0)}`;

function heatmap(inputs: Inputs, findings: Findings, panel: Panel): HeatmapFigure {
  const paper = isPaper(fields, inputs);
  const { software: allowed, hbmGiB } = settingOf(inputs, panel);
  const printed = (t: number, p: number): string | null =>
    paper && panel !== 'd' ? (PUBLISHED_MAPS[panel][`t${t} p${p}`] ?? '–') : null;
  const cell = (t: number, p: number): Cell => {
    const text = printed(t, p);
    const found = cellOf(findings, keyOf(panel, t, p), {
      value: (best) => seconds(best),
      text: (_, best) => written(best),
    });
    if (text === null || found.state === 'pending') return found;
    const best = findings.get(keyOf(panel, t, p))?.best ?? null;
    const ours = best === null ? found.text : asPrinted(written(best, best.tier1Bytes / GIBIBYTE));
    return { ...found, published: { text: asPrinted(text), ours } };
  };
  const best = bestOf(inputs, findings, panel);
  const name = SOFTWARE.find(({ value }) => value === allowed)?.label ?? allowed;
  return {
    kind: 'heatmap',
    id: panel,
    finding: `(${panel}) ${best === null ? 'Nothing fits' : `${seconds(best).toFixed(1)} s at t ${best.strategy.tensor_par}, p ${best.strategy.pipeline_par}`}`,
    subtitle: `${name}, up to ${capacity(hbmGiB)}: batch time, s / HBM used, ${capacityUnit().name}`,
    rows: { label: 'Tensor parallel t', values: inputs.tensor.map(String) },
    columns: { label: 'Pipeline parallel p', values: inputs.pipeline.map(String) },
    cells: inputs.tensor.map((t) => inputs.pipeline.map((p) => cell(t, p))),
    scale: { id: 'time', label: 'Batch time', unit: 'seconds', lowIsGood: true },
  };
}

function bestOf(inputs: Inputs, findings: Findings, panel: Panel): FoundStrategy | null {
  const all = inputs.tensor.flatMap((t) =>
    inputs.pipeline.flatMap((p) => findings.get(keyOf(panel, t, p))?.best ?? []),
  );
  return all.reduce<FoundStrategy | null>((best, each) => (best === null || each.rate > best.rate ? each : best), null);
}

function answer(inputs: Inputs, findings: Findings): string {
  const fitting = (panel: Panel): number =>
    inputs.tensor.reduce(
      (sum, t) => sum + inputs.pipeline.filter((p) => findings.get(keyOf(panel, t, p))?.best).length,
      0,
    );
  const first = bestOf(inputs, findings, 'a');
  const third = bestOf(inputs, findings, 'c');
  const fits = `${fitting('a')} of the (t, p) fit in map a, ${fitting('c')} in map c`;
  if (first === null || third === null) return `${fits}.`;
  return `${fits}; the least batch time falls from ${seconds(first).toFixed(1)} s to ${seconds(third).toFixed(1)} s, ${(seconds(first) / seconds(third)).toFixed(2)} times as fast.`;
}

/** Fig. 5: which (t, p) fit, and how fast they are, as software is added. */
export const TIME_MEMORY_MAPS: Study<typeof fields> = {
  id: 'time-memory-maps',
  title: 'Time and memory maps',
  figure: 'Fig. 5',
  question: 'Which tensor and pipeline degrees fit, and how fast are they, as software and memory are added?',
  runs: 'at-once',
  fields,
  problems: (inputs, world) => {
    const missing = [...missingModel(world, 'model', inputs.model), ...missingSystem(world, 'system', inputs.system)];
    return missing.length > 0 ? missing : pointProblems('system', points(inputs, world));
  },
  points,
  report: (inputs, _, findings) => ({
    answer: answer(inputs, findings),
    figures: PANELS.map((panel) => heatmap(inputs, findings, panel)),
  }),
};
