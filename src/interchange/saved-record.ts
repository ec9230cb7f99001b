import * as z from 'zod/mini';
import type { Design } from '../core/inputs/design.js';
import { grouped } from '../core/quantities/grouped.js';
import { readModel } from './calculon-model.js';
import { readStrategy } from './calculon-strategy.js';
import { readSystem } from './calculon-system.js';
import { LONGEST_NAME } from './design-file.js';
import { foundAt, problemAt, shortened, type Problem, type Read } from './problem.js';

interface NamedPart<T> {
  readonly name: string;
  readonly value: T;
}

/** A saved design as the browser and the file of a library hold it (docs/decisions/saved-designs.md). */
export interface SavedRecord {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  /** The whole state as its link, from `#` on. */
  readonly link: string;
  readonly model: NamedPart<Design['model']>;
  readonly system: NamedPart<Design['system']>;
  readonly strategy: NamedPart<Design['strategy']>;
}

const MOST_TAGS = 20;
const LONGEST_TAG = 40;
/** As long as a link may be that is read (src/share/link.ts). */
const LONGEST_LINK = 800_000;

const name = z.string().check(z.minLength(1), z.maxLength(LONGEST_NAME));
const tag = z.string().check(z.minLength(1), z.maxLength(LONGEST_TAG));
const date = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);
// that the value is there, and what it is, is for the reader of its part to say
const part = z.strictObject({ name, value: z.optional(z.unknown()) });
const frame = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  name,
  tags: z.array(tag).check(z.maxLength(MOST_TAGS)),
  savedAt: date,
  link: z.string().check(z.maxLength(LONGEST_LINK), z.regex(/^#/)),
  model: part,
  system: part,
  strategy: part,
});

const PART = 'an object with name and value';
const ALLOWED: Readonly<Record<string, string>> = {
  id: 'up to 64 letters, digits, “-” and “_”',
  name: `a name of 1 to ${LONGEST_NAME} characters`,
  tags: `a list of at most ${MOST_TAGS} tags`,
  savedAt: 'a date such as "2026-01-31T09:30:00.000Z"',
  link: `a link from its “#” on, of at most ${grouped(LONGEST_LINK)} characters`,
  model: PART,
  system: PART,
  strategy: PART,
};
const FIELDS = Object.keys(ALLOWED).join(', ');

/**
 * A record of the newest version from parsed JSON. Never throws.
 *
 * @param at where it stands in its file, `designs.3`; empty for a record of its own
 */
export function readSavedRecord(value: unknown, at = ''): Read<SavedRecord> {
  const framed = frame.safeParse(value);
  const below = (path: string): string => [at, path].filter((piece) => piece !== '').join('.');
  if (!framed.success)
    return { ok: false, problems: framed.error.issues.flatMap((issue) => frameProblems(value, issue, below)) };
  const { model, system, strategy, ...rest } = framed.data;
  const read = {
    model: readModel(model.value, below('model.value')),
    system: readSystem(system.value, below('system.value')),
    strategy: readStrategy(strategy.value, below('strategy.value')),
  };
  if (!read.model.ok || !read.system.ok || !read.strategy.ok)
    return { ok: false, problems: Object.values(read).flatMap((each) => (each.ok ? [] : each.problems)) };
  return {
    ok: true,
    value: {
      ...rest,
      model: { name: model.name, value: read.model.value },
      system: { name: system.name, value: read.system.value },
      strategy: { name: strategy.name, value: read.strategy.value },
    },
  };
}

function frameProblems(input: unknown, issue: z.core.$ZodIssue, below: (path: string) => string): Problem[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const names = path === '' ? FIELDS : 'name, value';
    const where = path === '' ? 'a saved design' : path;
    return issue.keys.slice(0, 8).map((key) => {
      const full = below(path === '' ? key : `${path}.${key}`);
      const message = `“${shortened(full)}” is no field of ${where}. It may have ${names}.`;
      return { path: full, value: '', allowed: names, message };
    });
  }
  const isTag = issue.path[0] === 'tags' && issue.path.length > 1;
  const allowed = isTag ? `a tag of 1 to ${LONGEST_TAG} characters` : ALLOWED[String(issue.path.at(-1))];
  return [problemAt(below(path), foundAt(input, issue.path), allowed ?? `an object with ${FIELDS}`)];
}
