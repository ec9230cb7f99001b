import * as z from 'zod/mini';
import type { Design, DesignPart } from '../core/inputs/design.js';
import { readModel } from './calculon-model.js';
import { readStrategy } from './calculon-strategy.js';
import { readSystem } from './calculon-system.js';
import { jsonText } from './json-text.js';
import { inCalculonOrder } from './part-text.js';
import { fileProblem, foundAt, problemAt, shortened, type Problem, type Read } from './problem.js';

export const DESIGN_FORMAT = 'calculon-explorer/design@1';
export const LONGEST_NAME = 200;

/** A whole design with its names: this product's own file. */
export interface NamedDesign {
  readonly name: string;
  readonly names: Readonly<Record<DesignPart, string>>;
  readonly design: Design;
}

const name = z.string().check(z.minLength(1), z.maxLength(LONGEST_NAME));
// that the value is there, and what it is, is for the reader of its part to say
const part = z.strictObject({ name, value: z.optional(z.unknown()) });
/** The frame of the file; what is in `value` is read by the reader of its part. */
const frame = z.strictObject({ format: z.literal(DESIGN_FORMAT), name, model: part, system: part, strategy: part });

const ALLOWED: Readonly<Record<string, string>> = {
  format: `"${DESIGN_FORMAT}"`,
  name: `a name of 1 to ${LONGEST_NAME} characters`,
  model: 'an object with name and value',
  system: 'an object with name and value',
  strategy: 'an object with name and value',
};

/** Whether parsed JSON says that it is a design file, of this or another version. */
export function isDesignFile(value: unknown): boolean {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  return typeof format === 'string' && format.startsWith('calculon-explorer/design@');
}

/** A design file from parsed JSON. */
export function readDesign(value: unknown): Read<NamedDesign> {
  const framed = frame.safeParse(value);
  if (!framed.success)
    return { ok: false, problems: framed.error.issues.flatMap((issue) => frameProblems(value, issue)) };
  const { name: title, model, system, strategy } = framed.data;
  const read = {
    model: readModel(model.value, 'model.value'),
    system: readSystem(system.value, 'system.value'),
    strategy: readStrategy(strategy.value, 'strategy.value'),
  };
  if (!read.model.ok || !read.system.ok || !read.strategy.ok) {
    return { ok: false, problems: Object.values(read).flatMap((each) => (each.ok ? [] : each.problems)) };
  }
  const design = { model: read.model.value, system: read.system.value, strategy: read.strategy.value };
  return {
    ok: true,
    value: { name: title, names: { model: model.name, system: system.name, strategy: strategy.name }, design },
  };
}

function frameProblems(input: unknown, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const where = path === '' ? 'a design file' : path;
    const names = path === '' ? 'format, name, model, system, strategy' : 'name, value';
    return issue.keys.map((key) => ({
      ...fileProblem(`“${shortened(key)}” is no field of ${where}. It may have ${names}.`, names),
      path: path === '' ? key : `${path}.${key}`,
    }));
  }
  const found = foundAt(input, issue.path);
  if (path === 'format' && isDesignFile(input)) {
    const message = `This design file has the format ${String(found).slice(0, 60)}, which a newer version of Calculon Explorer wrote; this one reads ${DESIGN_FORMAT}.`;
    return [{ ...fileProblem(message, DESIGN_FORMAT), path }];
  }
  return [problemAt(path, found, ALLOWED[String(issue.path.at(-1))] ?? 'what a design file has there')];
}

/** The text of a design file. */
export function designText({ name: title, names, design }: NamedDesign): string {
  return jsonText({
    format: DESIGN_FORMAT,
    name: title,
    model: { name: names.model, value: inCalculonOrder('model', design.model) },
    system: { name: names.system, value: inCalculonOrder('system', design.system) },
    strategy: { name: names.strategy, value: inCalculonOrder('strategy', design.strategy) },
  });
}
