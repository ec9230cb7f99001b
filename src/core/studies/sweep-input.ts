import { isAllowed } from '../inputs/allowed.js';
import type { Design } from '../inputs/design.js';
import type { InputField, NumberField } from '../inputs/field.js';
import { fieldAt } from '../inputs/fields.js';
import { readTransformer } from '../model/transformer.js';
import { standIn } from '../sensitivity/stand-in.js';
import { isTied, withExactDegree } from '../strategy/exact-degree.js';
import type { InvalidCode, Reason } from '../strategy/reasons.js';
import { readStrategy } from '../strategy/strategy.js';
import { invalidReasons } from '../strategy/validity.js';
import { readSystem } from '../system/system.js';

/** The input along the axis of a sweep. */
export interface SweptInput {
  /** As the input is called in its file, the datatype spelled out. */
  readonly path: string;
  /** Unit and limits of what lies along the axis. */
  readonly field: NumberField;
  /** What it is now, in the field's unit. */
  readonly value: number;
  /** The design with the input at a value, all else as it is but what has to follow; null where it cannot follow. */
  readonly designAt: (value: number) => Design | null;
  /** What follows it, in a sentence; empty where nothing does. */
  readonly follows: string;
  /** Why `designAt` has no design. */
  readonly refusal: string;
}

/** The input at a path of a design (`*` for the strategy's datatype); null where the design has none such. */
export function sweptInput(design: Design, knob: string): SweptInput | null {
  const { datatype } = design.strategy;
  const path = knob.startsWith('networks') ? knob : knob.replace('*', datatype);
  for (const part of ['model', 'strategy', 'system'] as const) {
    const field = fieldAt(part, path);
    if (field === undefined) continue;
    if (part === 'system') return hardwareInput(design, field, path);
    if (field.kind !== 'number') return null;
    return part === 'model' ? modelInput(design, field) : strategyInput(design, field);
  }
  return null;
}

const NOTHING = { follows: '', refusal: '' } as const;

function modelInput(design: Design, field: NumberField): SweptInput {
  const path = field.path as keyof Design['model'];
  const designAt = (value: number): Design => ({ ...design, model: { ...design.model, [path]: value } });
  return { path, field, value: design.model[path], designAt, ...NOTHING };
}

function hardwareInput(design: Design, declared: InputField, path: string): SweptInput | null {
  const found = standIn(design.system, declared, path);
  if (found === null) return null;
  const { field, value, systemAt, follows } = found;
  return { path, field, value, designAt: (to) => ({ ...design, system: systemAt(to) }), follows, refusal: '' };
}

const FOLLOWS: Readonly<Record<string, string>> = {
  num_procs: 'At the current strategy d follows N, t and p stay; the batch is the nearest multiple of d.',
  tensor_par: 'At the current strategy N stays and d follows t; the batch is the nearest multiple of d.',
  pipeline_par: 'At the current strategy N stays and d follows p; the batch is the nearest multiple of d.',
  data_par: 'At the current strategy N stays and p follows d; the batch is the nearest multiple of d.',
};

function strategyInput(design: Design, field: NumberField): SweptInput {
  const { model, strategy } = design;
  const path = field.path as keyof Design['strategy'];
  const designAt = (value: number): Design | null => {
    if (value === strategy[path]) return design;
    if (isTied(path)) {
      const next = withExactDegree(model, strategy, path, value);
      const keeps = next?.tensor_par === strategy.tensor_par && next.pipeline_par === strategy.pipeline_par;
      // another number of processors is met by d alone
      return next === null || (path === 'num_procs' && !keeps) ? null : { ...design, strategy: next };
    }
    return { ...design, strategy: { ...strategy, [path]: value } };
  };
  const { tensor_par: t, pipeline_par: p, num_procs: N } = strategy;
  const refusal =
    path === 'num_procs'
      ? `it is no multiple of t ${t} · p ${p}.`
      : `no split of ${N} processors has it and keeps what the model divides by.`;
  return { path, field, value: strategy[path] as number, designAt, follows: FOLLOWS[path] ?? '', refusal };
}

const brokenRules = ({ model, system, strategy }: Design): readonly Reason<InvalidCode>[] =>
  invalidReasons(readTransformer(model), readSystem(system), readStrategy(strategy));

/**
 * Why the input cannot be a value; null where it can. A rule that the design breaks as it is, whatever the input, forbids
 * nothing. Only whole numbers of model and strategy have rules between them.
 */
export function forbidden({ field, designAt, value: own, refusal }: SweptInput, value: number): string | null {
  if (!isAllowed(field, value)) return 'it is beyond its limits.';
  const design = designAt(value);
  if (design === null) return refusal;
  if (!field.integer || field.part === 'system') return null;
  const now = designAt(own);
  const already = new Set(now === null ? [] : brokenRules(now).map(({ code }) => code));
  return brokenRules(design).find(({ code }) => !already.has(code))?.message ?? null;
}
