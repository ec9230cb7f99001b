import type * as z from 'zod/mini';
import type { DesignPart } from '../core/inputs/design.js';
import { fieldAt } from '../core/inputs/fields.js';
import { allowedText } from '../core/inputs/allowed.js';
import { closestName, namesAt } from './field-names.js';
import { foundAt, problemAt, shortened, shownValue, type Problem, type Read } from './problem.js';

type Issue = z.core.$ZodIssue;

/** A file with everything wrong is told so in as many sentences as a person reads. */
const MOST_PROBLEMS = 20;
/** Before those of one place are put together. */
const MOST_WRITTEN = 4 * MOST_PROBLEMS;

/**
 * Reads one part from parsed JSON.
 *
 * @param at where the part stands in its file: `model.value` in a design file, empty for a file of its own
 */
export function readPart<T>(part: DesignPart, schema: z.ZodMiniType<T>, value: unknown, at: string): Read<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const problems: Problem[] = [];
  // a file may have a fault in every place: what nobody reads is not written
  for (const issue of result.error.issues) {
    if (problems.length >= MOST_WRITTEN) break;
    problems.push(...problemsOf(part, value, issue, at));
  }
  return { ok: false, problems: distinct(problems).slice(0, MOST_PROBLEMS) };
}

/** A curve wrong in two ways at one place needs one sentence. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.toReversed().map((problem) => [problem.path, problem])).values()].reverse();
}

function problemsOf(part: DesignPart, input: unknown, issue: Issue, at: string): Problem[] {
  const path = issue.path.join('.');
  const found = foundAt(input, issue.path);
  const inFile = (below: string): string => [at, below].filter((piece) => piece !== '').join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, MOST_PROBLEMS)
      .map((key) => unknownField(part, path, key, (found as Record<string, unknown>)[key], inFile));
  }
  return [problemAt(inFile(path), found, allowedAt(part, issue, found))];
}

const KIND: Readonly<Record<DesignPart, string>> = { model: 'model', system: 'system', strategy: 'strategy' };

function unknownField(
  part: DesignPart,
  path: string,
  key: string,
  value: unknown,
  inFile: (below: string) => string,
): Problem {
  const names = namesAt(part, path);
  const closest = closestName(key, names);
  const where = path === '' ? `a ${KIND[part]}` : path;
  const full = inFile(path === '' ? key : `${path}.${key}`);
  const hint = closest === null ? `It may have ${names.join(', ')}.` : `Did you mean “${closest}”?`;
  return {
    path: full,
    value: shownValue(value),
    allowed: names.join(', '),
    message: `“${shortened(key)}” is no field of ${where}. ${hint}`,
  };
}

/** What may stand at the place of an issue: what the issue itself says, or the field it is in, or the object around it. */
function allowedAt(part: DesignPart, issue: Issue, found: unknown): string {
  if (issue.code === 'custom' && typeof issue.params?.['allowed'] === 'string') return issue.params['allowed'];
  const path = issue.path.join('.');
  const field = fieldAt(part, path);
  if (field) {
    const tooLong = issue.code === 'too_big' && field.kind === 'curve' && Array.isArray(found);
    return tooLong ? `at most ${String(issue.maximum)} points` : allowedText(field);
  }
  const inside = /^(.*_efficiency)\.\d+(\.[01])?$|^(.*\.ops\.\w+)\.[01]$/.exec(path);
  if (inside) return allowedInside(inside[1] !== undefined, inside[1] === undefined ? path.slice(-2) : inside[2]);
  if (path === 'networks')
    return issue.code === 'too_big' ? 'a list of at most 64 tiers' : 'a list of at least one tier';
  const names = namesAt(part, path);
  return `an object with ${names.join(', ')}`;
}

function allowedInside(curve: boolean, position: string | undefined): string {
  if (!curve) return position === '.0' ? 'a number from 0 to 1,000' : 'null or a number of at least −2';
  if (position === '.0') return 'a number of at least 0';
  return position === '.1' ? 'a number above 0 and at most 1' : 'a pair [threshold, efficiency]';
}
