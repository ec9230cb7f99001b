import { GIBIBYTE, GIGA, TERA } from '../constants.js';
import type { InputField, NumberField } from '../../inputs/field.js';
import { fieldAt } from '../../inputs/fields.js';
import type { CollectiveLaw, Design } from '../../inputs/design.js';
import { formatQuantity } from '../format.js';
import type { QuantityUnit } from '../quantity.js';
import { inputOf } from './input-ids.js';

/** An input of the design as a quantity. */
export interface InputQuantity {
  readonly id: string;
  readonly field: InputField;
  readonly path: string;
  readonly symbol: string;
  readonly unit: QuantityUnit;
  /** As it is typed: a number, a choice, a switch, a curve or a law. */
  readonly typed: unknown;
  /** A number in SI units; NaN for what is no number. */
  readonly value: number;
  /** The value for a person. */
  readonly text: string;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  hidden: 'h',
  feedforward: 'f',
  seq_size: 's',
  attn_heads: 'a',
  attn_size: 'd_h',
  num_blocks: 'L',
  num_procs: 'N',
  tensor_par: 't',
  pipeline_par: 'p',
  data_par: 'd',
  tensor_par_net: 'tier_TP',
  pipeline_par_net: 'tier_PP',
  data_par_net: 'tier_DP',
  batch_size: 'batch',
  microbatch_size: 'b',
  pipeline_interleaving: 'v',
  'mem1.GBps': 'β_HBM',
  'mem2.GBps': 'β_off',
  'mem1.MB_efficiency': 'ε_HBM',
  'mem2.MB_efficiency': 'ε_off',
};

const BELOW: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^matrix\.(\w+)\.tflops$/, () => 'P'],
  [/^vector\.(\w+)\.tflops$/, () => 'P_vec'],
  [/^matrix\.(\w+)\.gflops_efficiency$/, () => 'ε'],
  [/^vector\.(\w+)\.gflops_efficiency$/, () => 'ε_vec'],
  [/^networks\.(\d+)\.bandwidth$/, ([, tier]) => `β_${tier}`],
  [/^networks\.(\d+)\.efficiency$/, ([, tier]) => `η_${tier}`],
  [/^networks\.(\d+)\.latency$/, ([, tier]) => `α_${tier}`],
  [/^networks\.(\d+)\.processor_usage$/, ([, tier]) => `u_${tier}`],
  [/^networks\.(\d+)\.ops\.(\w+)$/, ([, tier, name = '']) => `${LAWS[name] ?? 'law'}_${tier}`],
];
const LAWS: Readonly<Record<string, string>> = { p2p: 'p2p', all_gather: 'AG', reduce_scatter: 'RS', all_reduce: 'AR' };

function symbolOf(path: string, label: string): string {
  const known = SYMBOLS[path];
  if (known !== undefined) return known;
  for (const [pattern, symbol] of BELOW) {
    const match = pattern.exec(path);
    if (match !== null) return symbol(match);
  }
  return label.toLowerCase();
}

const SCALES: Readonly<Partial<Record<NumberField['unit'], readonly [number, QuantityUnit]>>> = {
  'GB/s': [GIGA, 'bytes-per-second'],
  GiB: [GIBIBYTE, 'bytes'],
  'TFLOP/s': [TERA, 'flop-per-second'],
  s: [1, 'seconds'],
  '%': [1, 'fraction'],
};

function at(value: unknown, path: string): unknown {
  let here = value;
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[key];
  }
  return here;
}

function choiceText(field: InputField, typed: unknown): string {
  if (field.kind === 'switch') return typed === true ? 'on' : 'off';
  if (field.kind === 'choice') return field.options.find(({ value }) => value === typed)?.label ?? String(typed);
  if (field.kind === 'curve' && Array.isArray(typed)) {
    return (typed as readonly (readonly [number, number])[])
      .map(
        ([threshold, efficiency]) =>
          `${formatQuantity(efficiency, 'fraction')} from ${threshold} ${field.thresholdUnit}`,
      )
      .join(', ');
  }
  if (field.kind === 'collective-law' && Array.isArray(typed)) {
    const [scalar, offset] = typed as unknown as CollectiveLaw;
    return `S·${scalar}·(1 + ${offset ?? 0}/n)`;
  }
  return String(typed);
}

/** The input of a design under an id; null where there is none. */
export function inputQuantity(id: string, design: Design): InputQuantity | null {
  const place = inputOf(id);
  if (place === null) return null;
  const field = fieldAt(place.part, place.path);
  const typed = at(design[place.part], place.path);
  if (field === undefined || typed === undefined) return null;
  const base = { id, field, path: place.path, symbol: symbolOf(place.path, field.label), typed };
  if (field.kind !== 'number' || typeof typed !== 'number') {
    return { ...base, unit: 'count', value: Number.NaN, text: choiceText(field, typed) };
  }
  const [factor, unit] = SCALES[field.unit] ?? ([1, 'count'] as const);
  const value = factor === 1 ? typed : typed * factor;
  return { ...base, unit, value, text: formatQuantity(value, unit, { precise: true }) };
}
