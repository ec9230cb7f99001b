import type { SearchInput } from '../inputs/search-input.js';
import { capacityUnit } from '../quantities/byte-units.js';
import { GIBIBYTE } from '../quantities/constants.js';
import { cellOf, isPaper } from './cell.js';
import { byDegrees, degreeCells, fastest, foundOf } from './degree-map.js';
import { choiceField, modelField, numberField, systemField, UNLIMITED } from './field.js';
import type { InputsOf } from './field.js';
import type { Cell, HeatmapFigure } from './figure.js';
import { missingParts, modelOf, problemsOf, systemOf } from './problems.js';
import type { FoundStrategy } from './question.js';
import { PLAIN_OPTIONS, searchedDesign, searchOf, STACKED_TIERS, withHardware } from './setting.js';
import { domainField, maxBatchField, pipelineColumnsField, processorsField, tensorRowsField } from './shared-fields.js';
import type { Findings, Study, StudyPoint, StudyWorld } from './study.js';
import { PUBLISHED_MAPS } from './time-memory-published.js';
import { asPrinted, capacity, fixed, inCapacity } from './words.js';

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
  });

const fields = {
  model: modelField('megatron-1t'),
  system: systemField('a100-80g'),
  processors: processorsField(4096),
  maxBatch: maxBatchField(3072),
  domain: domainField(4096),
  tensor: tensorRowsField([1, 2, 4, 8, 16, 32]),
  pipeline: pipelineColumnsField([1, 2, 4, 8, 16, 32, 64]),
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
  return byDegrees(inputs, (t, p) =>
    PANELS.map((panel) => {
      const { software: allowed, hbmGiB } = settingOf(inputs, panel);
      const searches = ALLOWED[allowed].map((each) =>
        searchOf(inputs.maxBatch, { t, p }, each, { hbm_limit_GiB: hbmGiB }),
      );
      return { key: keyOf(panel, t, p), label: `(${panel}) t ${t}, p ${p}`, question: { design, searches } };
    }),
  ).flat(2);
}

const seconds = ({ strategy, rate }: FoundStrategy): number => strategy.batch_size / rate;
const written = (best: FoundStrategy, amount = inCapacity(best.tier1Bytes)): string =>
  `${fixed(seconds(best), 1)}/${fixed(amount, 0)}`;

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
  const best = fastest(foundIn(inputs, findings, panel));
  const isAnswered = byDegrees(inputs, (t, p) => findings.has(keyOf(panel, t, p))).every((row) => !row.includes(false));
  const name = SOFTWARE.find(({ value }) => value === allowed)?.label ?? allowed;
  return {
    kind: 'heatmap',
    id: panel,
    finding: `(${panel}) ${best === null ? (isAnswered ? 'Nothing fits' : name) : `${fixed(seconds(best), 1)} s at t ${best.strategy.tensor_par}, p ${best.strategy.pipeline_par}`}`,
    subtitle: `${name}, up to ${capacity(hbmGiB)}: batch time, s / HBM used, ${capacityUnit().name}`,
    ...degreeCells(inputs, cell),
    scale: { id: 'time', label: 'Batch time', unit: 'seconds', quantity: 'total-time', lowIsGood: true },
  };
}

const foundIn = (inputs: Inputs, findings: Findings, panel: Panel): readonly FoundStrategy[] =>
  foundOf(inputs, findings, (t, p) => keyOf(panel, t, p));

function answer(inputs: Inputs, findings: Findings): string {
  if (findings.size === 0) return '';
  const [inA, inC] = [foundIn(inputs, findings, 'a'), foundIn(inputs, findings, 'c')];
  const [first, third] = [fastest(inA), fastest(inC)];
  const fits = `${inA.length} of the (t, p) fit in map a, ${inC.length} in map c`;
  if (first === null || third === null) return `${fits}.`;
  return `${fits}; the least batch time falls from ${fixed(seconds(first), 1)} s to ${fixed(seconds(third), 1)} s, ${fixed(seconds(first) / seconds(third), 2)} times as fast.`;
}

/** Fig. 5: which (t, p) fit, and how fast they are, as software is added. */
export const TIME_MEMORY_MAPS: Study<typeof fields> = {
  id: 'time-memory-maps',
  title: 'Time and memory maps',
  figure: 'Fig. 5',
  question: 'Which tensor and pipeline degrees fit, and how fast are they, as software and memory are added?',
  runs: 'at-once',
  fields,
  problems: (inputs, world) => problemsOf(missingParts(world, inputs), () => points(inputs, world)),
  points,
  report: (inputs, _, findings) => ({
    answer: answer(inputs, findings),
    figures: PANELS.map((panel) => heatmap(inputs, findings, panel)),
  }),
};
