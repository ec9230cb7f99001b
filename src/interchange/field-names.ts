import { COLLECTIVES, DATATYPES, type DesignPart } from '../core/inputs/design.js';
import { FIELDS } from '../core/inputs/fields.js';

/** The names that may stand inside the object at `path` of a part: `GBps` in `mem1`, `float16` in `matrix`. */
export function namesAt(part: DesignPart, path: string): readonly string[] {
  if (part === 'system' && (path === 'matrix' || path === 'vector')) return DATATYPES;
  if (part === 'system' && /^networks\.\d+\.ops$/.test(path)) return COLLECTIVES;
  const depth = path === '' ? 0 : path.split('.').length;
  const above = path === '' ? [] : path.split('.');
  const inside = FIELDS[part]
    .map((field) => field.path.split('.'))
    .filter((keys) => keys.length > depth && above.every((key, level) => keys[level] === '*' || keys[level] === key));
  return [...new Set(inside.map((keys) => keys[depth] ?? ''))];
}

/** The name closest to a mistyped one, if it is close enough to be what was meant. */
export function closestName(name: string, names: readonly string[]): string | null {
  const given = name.slice(0, 64).toLowerCase();
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const candidate of names) {
    const distance = likeness(plain(given), plain(candidate)) ?? editDistance(given, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Written otherwise (`tensorPar`), or with more or less at the end (`tensor_parallel`): closer than any slip of a finger. */
function likeness(given: string, candidate: string): number | null {
  if (given === candidate) return 0;
  const [short, long] = given.length < candidate.length ? [given, candidate] : [candidate, given];
  return short.length >= 3 && long.startsWith(short) ? 1 : null;
}

/** Levenshtein: how many letters to insert, delete or replace. Both texts are short. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
