import { fileProblem, type Read } from './problem.js';

/**
 * Calculon files are a few kilobytes, and the largest design there can be has less than half of this. Whatever stands
 * in a file of this length is read in some 50 ms: a wrong one never freezes the page.
 */
export const LONGEST_FILE = 256 * 2 ** 10;

/** A file's length in words: "256 KiB", "4.2 MiB". */
export function lengthText(bytes: number): string {
  const [unit, of] = bytes < 2 ** 20 ? ['KiB', 2 ** 10] : ['MiB', 2 ** 20];
  return `${Number((bytes / of).toFixed(1))} ${unit}`;
}

/** A file of saved designs, the deepest there is, has nine. */
const DEEPEST = 64;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125];

/**
 * Whether brackets nest deeper than any file's: JSON.parse takes a long time over a hundred thousand of them. One look at
 * each character; a regular expression would look again and again at a string that does not end.
 */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

/**
 * Parses a file's text as JSON. Anything may be in it; the schemas look only as deep as they go.
 * @param expected what the file may be, in words, for one that is no JSON at all
 */
export function parseJson(text: string, longest: number = LONGEST_FILE, expected?: string): Read<unknown> {
  if (text.length > longest) {
    const most = `at most ${lengthText(longest)}`;
    return failed(`The file is longer than Calculon Explorer reads: it must be ${most}.`, most);
  }
  // a byte order mark, which some editors write, is not JSON
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') return failed('The file is empty; it must be JSON.', 'JSON');
  // A picture or a letter breaks at its first character, and what the parser says of it helps nobody.
  const beginsAsJson = /^\s*[[{]/.test(json);
  if (beginsAsJson && isTooDeep(json))
    return failed('The file is nested far deeper than a design.', `at most ${DEEPEST} levels`);
  try {
    return { ok: true, value: JSON.parse(json) as unknown };
  } catch (error) {
    if (!beginsAsJson)
      return failed(`The file is not JSON${expected === undefined ? '' : `; it must be ${expected}`}.`, 'JSON');
    return failed(`The file is not JSON: ${parserWords(error)}.`, 'JSON');
  }
}

/** Where and why a parser stopped, on one line; it quotes the file, whose control characters would garble the message. */
function parserWords(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be parsed';
  const plain = error.message.replace(/\s+/g, ' ').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '·');
  return plain.slice(0, 120);
}

function failed(message: string, allowed: string): Read<never> {
  return { ok: false, problems: [fileProblem(message, allowed)] };
}

/** JSON as Calculon's own files look: two spaces, but lists of numbers on one line. Ends with a line break. */
export function jsonText(value: unknown): string {
  return `${indented(value, '')}\n`;
}

function indented(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const below = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = value.every((item) => typeof item !== 'object' || item === null);
    if (flat) return `[${value.map((item) => JSON.stringify(item) ?? 'null').join(', ')}]`;
    return `[\n${value.map((item) => below + indented(item, below)).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  return `{\n${entries.map(([key, item]) => `${below}${JSON.stringify(key)}: ${indented(item, below)}`).join(',\n')}\n${indent}}`;
}
