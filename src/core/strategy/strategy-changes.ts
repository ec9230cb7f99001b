import type { StrategyInput } from '../inputs/design.js';
import { STRATEGY_FIELDS } from '../inputs/strategy-fields.js';
import { grouped } from '../quantities/grouped.js';
import type { Strategy } from './strategy.js';

/** A choice of a strategy, as it is named in a list or a sentence. */
export interface StrategyChoice {
  readonly path: keyof StrategyInput;
  /** The same field in the core's record, as search tallies name it. */
  readonly field: keyof Strategy;
  /** The shortest clear name: "t", "recompute". */
  readonly name: string;
}

/** Every choice a search makes, in the order to read a strategy in. */
export const STRATEGY_CHOICES: readonly StrategyChoice[] = [
  { path: 'tensor_par', field: 'tensorParallel', name: 't' },
  { path: 'pipeline_par', field: 'pipelineParallel', name: 'p' },
  { path: 'data_par', field: 'dataParallel', name: 'd' },
  { path: 'pipeline_interleaving', field: 'interleaving', name: 'v' },
  { path: 'batch_size', field: 'batch', name: 'batch' },
  { path: 'microbatch_size', field: 'microbatch', name: 'b' },
  { path: 'activation_recompute', field: 'recompute', name: 'recompute' },
  { path: 'optimizer_sharding', field: 'optimizerSharding', name: 'optimizer sharding' },
  { path: 'weight_offload', field: 'weightOffload', name: 'offload weights' },
  { path: 'activations_offload', field: 'activationOffload', name: 'offload activations' },
  { path: 'optimizer_offload', field: 'optimizerOffload', name: 'offload optimizer' },
  { path: 'tensor_par_comm_type', field: 'tensorCommunication', name: 'tensor exchange' },
  { path: 'seq_par_ag_redo', field: 'repeatAllGather', name: 'repeat all-gather' },
  { path: 'tensor_par_overlap', field: 'tensorOverlap', name: 'tensor overlap' },
  { path: 'data_par_overlap', field: 'dataOverlap', name: 'data overlap' },
  { path: 'fused_activation', field: 'fusedActivation', name: 'fused activation' },
  { path: 'tensor_par_net', field: 'tensorTier', name: 'tensor tier' },
  { path: 'pipeline_par_net', field: 'pipelineTier', name: 'pipeline tier' },
  { path: 'data_par_net', field: 'dataTier', name: 'data tier' },
];

/** Choices a search does not make: it trains, with a key head for every query head. */
const FIXED_CHOICES: readonly StrategyChoice[] = [
  { path: 'attention_type', field: 'attention', name: 'attention' },
  { path: 'training', field: 'training', name: 'training' },
];

const OPTION_LABELS = new Map(
  STRATEGY_FIELDS.flatMap((field) =>
    field.kind === 'choice' ? field.options.map(({ value, label }) => [`${field.path} ${value}`, label] as const) : [],
  ),
);

/** "Attention only" is "attention only" inside a sentence; "RS + AG" stays. */
const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** A choice's value in words: "attention only", "on", "2,304". `value` may be text, as tallies and links have it. */
export function choiceText(path: string, value: string | number | boolean): string {
  const text = String(value);
  if (text === 'true') return 'on';
  if (text === 'false') return 'off';
  const label = OPTION_LABELS.get(`${path} ${text}`);
  if (label !== undefined) return inSentence(label);
  return /^\d+$/.test(text) ? grouped(Number(text)) : text;
}

/** A choice that two strategies make differently. */
export interface StrategyChange extends StrategyChoice {
  readonly from: string;
  readonly to: string;
}

/** What `after` does differently from `before`, in the order to read a strategy in. */
export function strategyChanges(before: StrategyInput, after: StrategyInput): StrategyChange[] {
  return [...STRATEGY_CHOICES, ...FIXED_CHOICES]
    .filter(({ path }) => before[path] !== after[path])
    .map((choice) => ({
      ...choice,
      from: choiceText(choice.path, before[choice.path]),
      to: choiceText(choice.path, after[choice.path]),
    }));
}

/** Changes as a line of text: "t 8 → 16; recompute full → attention only". */
export const changesText = (changes: readonly StrategyChange[]): string =>
  changes.map(({ name, from, to }) => `${name} ${from} → ${to}`).join('; ');
