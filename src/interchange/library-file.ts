import * as z from 'zod/mini';
import { grouped } from '../core/quantities/grouped.js';
import { jsonText, parseJson } from './json-text.js';
import { inCalculonOrder } from './part-text.js';
import { fileProblem, foundAt, problemAt, type Problem, type Read } from './problem.js';
import { readSavedRecord, type SavedRecord } from './saved-record.js';
import { SAVED_VERSION, upgradedRecord } from './saved-upgraders.js';

const FORMAT = 'calculon-explorer/library@';
export const LIBRARY_FORMAT = `${FORMAT}${SAVED_VERSION}`;

/** A saved design takes some 8 KiB of a file: room for four thousand of them. */
export const LONGEST_LIBRARY = 32 * 2 ** 20;
const MOST_DESIGNS = 10_000;
/** A file with everything wrong is told so in as many sentences as a person reads. */
const MOST_PROBLEMS = 20;

/** What could be read of a library's file, and what is wrong with the rest. */
export interface LibraryRead {
  readonly designs: readonly SavedRecord[];
  readonly problems: readonly Problem[];
}

const frame = z.strictObject({ format: z.string(), designs: z.array(z.unknown()).check(z.maxLength(MOST_DESIGNS)) });

/** Whether a file's text, or its beginning, says that it is a library. A name inside a design cannot: its quotes are escaped. */
export function isLibraryText(text: string): boolean {
  return /"format"\s{0,20}:\s{0,20}"calculon-explorer\/library@/.test(text);
}

/**
 * The text of a library's file. A design that cannot be read does not keep the others out; a file of which nothing can
 * be read is refused. Never throws.
 */
export function readLibrary(text: string): Read<LibraryRead> {
  const parsed = parseJson(text, LONGEST_LIBRARY);
  if (!parsed.ok) return parsed;
  const framed = frame.safeParse(parsed.value);
  if (!framed.success) return refused(framed.error.issues.map((issue) => frameProblem(parsed.value, issue)));
  const version = versionOf(framed.data.format);
  if (version === null) return refused([formatProblem(framed.data.format)]);

  const designs: SavedRecord[] = [];
  const problems: Problem[] = [];
  for (const [index, record] of framed.data.designs.entries()) {
    const read = readSavedRecord(upgradedRecord(record, version), `designs.${index}`);
    if (read.ok) designs.push(read.value);
    else if (problems.length < MOST_PROBLEMS) problems.push(...read.problems);
  }
  const listed = problems.slice(0, MOST_PROBLEMS);
  return designs.length === 0 && listed.length > 0
    ? refused(listed)
    : { ok: true, value: { designs, problems: listed } };
}

/** The version of a format that this page can read; null for any other. */
function versionOf(format: string): number | null {
  const [, digits] = /^calculon-explorer\/library@([1-9]\d{0,3})$/.exec(format) ?? [];
  return digits === undefined || Number(digits) > SAVED_VERSION ? null : Number(digits);
}

function refused(problems: readonly Problem[]): Read<never> {
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

function formatProblem(format: string): Problem {
  if (!format.startsWith(FORMAT)) return problemAt('format', format, `"${LIBRARY_FORMAT}"`);
  const message = `This file of saved designs has the format ${format.slice(0, 60)}, which a newer version of Calculon Explorer wrote; this one reads ${LIBRARY_FORMAT}.`;
  return { ...fileProblem(message, LIBRARY_FORMAT), path: 'format' };
}

function frameProblem(input: unknown, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return fileProblem(
      `A file of saved designs has nothing but format and designs; it has ${issue.keys.length} more.`,
      'format, designs',
    );
  const allowed =
    path === 'designs' ? `a list of at most ${grouped(MOST_DESIGNS)} saved designs` : `"${LIBRARY_FORMAT}"`;
  return problemAt(path, foundAt(input, issue.path), allowed);
}

/** The text of a library's file. */
export function libraryText(designs: readonly SavedRecord[]): string {
  return jsonText({
    format: LIBRARY_FORMAT,
    designs: designs.map(({ id, name, tags, savedAt, link, model, system, strategy }) => ({
      id,
      name,
      tags,
      savedAt,
      link,
      model: { name: model.name, value: inCalculonOrder('model', model.value) },
      system: { name: system.name, value: inCalculonOrder('system', system.value) },
      strategy: { name: strategy.name, value: inCalculonOrder('strategy', strategy.value) },
    })),
  });
}
