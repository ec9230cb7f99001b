import * as z from 'zod/mini';
import type { DesignPart } from '../core/inputs/design.js';
import { modelSchema } from './calculon-model.js';
import { strategySchema } from './calculon-strategy.js';
import { systemSchema } from './calculon-system.js';
import { parseJson } from './json-text.js';
import { PART_READERS } from './part-text.js';
import { fileProblem, foundAt, problemAt, type Problem, type Read } from './problem.js';

const PRESETS_FORMAT = 'calculon-explorer/presets@1';

const text = z.string().check(z.minLength(1), z.maxLength(2000));
const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
const revision = z.int().check(z.gte(1), z.lte(1000));
const source = z.strictObject({
  fields: z.array(text).check(z.minLength(1)),
  title: text,
  url: z.string().check(z.regex(/^https:\/\/\S+$/)),
});

const preset = <T>(value: z.ZodMiniType<T>) =>
  z.strictObject({
    id,
    name: text,
    group: text,
    provenance: z.enum(['paper', 'published', 'datasheet', 'measured']),
    notes: z.string(),
    sources: z.array(source).check(z.minLength(1)),
    value,
    revision: z.exactOptional(revision),
    earlier: z.exactOptional(z.array(z.strictObject({ revision, value }))),
    for: z.exactOptional(z.strictObject({ model: id, system: id })),
  });

const file = <K extends string, P extends z.ZodMiniType>(kind: K, presets: P) =>
  z.strictObject({
    format: z.literal(PRESETS_FORMAT),
    kind: z.literal(kind),
    presets: z.array(presets).check(z.minLength(1)),
  });

const files = {
  models: file('models', preset(modelSchema)),
  systems: file('systems', preset(systemSchema)),
  strategies: file('strategies', preset(strategySchema)),
};

export type PresetKind = keyof typeof files;
/** A preset as its file has it. */
export type PresetEntry<K extends PresetKind> = z.infer<(typeof files)[K]>['presets'][number];
export type PresetEntries = { readonly [K in PresetKind]: readonly PresetEntry<K>[] };

/** The text of one presets file. */
export function readPresets<K extends PresetKind>(kind: K, json: string): Read<readonly PresetEntry<K>[]> {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const read = files[kind].safeParse(parsed.value);
  if (!read.success)
    return { ok: false, problems: read.error.issues.flatMap((issue) => presetProblems(kind, parsed.value, issue)) };
  const presets = read.data.presets as readonly PresetEntry<K>[];
  const twice = presets.find((one, index) => presets.findIndex((other) => other.id === one.id) !== index);
  if (twice)
    return { ok: false, problems: [fileProblem(`Two ${kind} have the id “${twice.id}”.`, 'an id of its own')] };
  return { ok: true, value: presets };
}

/** The texts of the three presets files; a strategy is for a model and a system that exist. */
export function readAllPresets(json: Readonly<Record<PresetKind, string>>): Read<PresetEntries> {
  const models = readPresets('models', json.models);
  const systems = readPresets('systems', json.systems);
  const strategies = readPresets('strategies', json.strategies);
  if (!models.ok || !systems.ok || !strategies.ok) {
    return { ok: false, problems: [models, systems, strategies].flatMap((read) => (read.ok ? [] : read.problems)) };
  }
  const has = (list: readonly { readonly id: string }[], wanted: string): boolean =>
    list.some((one) => one.id === wanted);
  const astray = strategies.value.filter(
    (one) => one.for && !(has(models.value, one.for.model) && has(systems.value, one.for.system)),
  );
  if (astray.length > 0) {
    const message = (one: { readonly id: string }): string =>
      `The strategy “${one.id}” is for a model or a system that is no preset.`;
    return { ok: false, problems: astray.map((one) => fileProblem(message(one), 'ids of presets')) };
  }
  return { ok: true, value: { models: models.value, systems: systems.value, strategies: strategies.value } };
}

const PART: Readonly<Record<PresetKind, DesignPart>> = { models: 'model', systems: 'system', strategies: 'strategy' };
/** A problem inside a value is told by the reader of its part; one around it by its path alone. */
function presetProblems(kind: PresetKind, input: unknown, issue: z.core.$ZodIssue): readonly Problem[] {
  const value = issue.path.indexOf('value');
  if (value >= 0) {
    const path = issue.path.slice(0, value + 1);
    const read = PART_READERS[PART[kind]](foundAt(input, path), path.join('.'));
    if (!read.ok) return read.problems;
  }
  const detail =
    issue.code === 'unrecognized_keys'
      ? `an object without the field ${issue.keys.join(', ')}`
      : 'what a presets file has there';
  return [problemAt(issue.path.join('.'), foundAt(input, issue.path), detail)];
}
