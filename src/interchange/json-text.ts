import { fileProblem, type Read } from './problem.js';

/** Calculon files are a few kilobytes; the bound keeps a wrong file from freezing the page. */
export const LONGEST_FILE = 4 * 2 ** 20;

/** Parses a file's text as JSON. Anything may be in it; the schemas look only as deep as they go. */
export function parseJson(text: string, longest: number = LONGEST_FILE): Read<unknown> {
  if (text.length > longest) {
    const size = (text.length / 2 ** 20).toFixed(1);
    const most = `at most ${longest / 2 ** 20} MiB`;
    return failed(`The file is ${size} MiB long, but must be ${most}.`, most);
  }
  // a byte order mark, which some editors write, is not JSON
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') return failed('The file is empty; it must be JSON.', 'JSON');
  try {
    return { ok: true, value: JSON.parse(json) as unknown };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : 'it cannot be parsed';
    return failed(`The file is not JSON: ${why}.`, 'JSON');
  }
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
