import { DATATYPES, type Design, type DesignPart } from '../core/inputs/design.js';
import { fieldAt, FIELDS } from '../core/inputs/fields.js';
import { isAllowed, MOST_TIERS } from '../core/inputs/allowed.js';
import { valueAt } from '../core/inputs/value-at.js';
import { emptyPaths, isContainer, leafPaths } from './paths.js';

/** `networks.3`, `matrix.float16`: the parts of a system of which there may be more or fewer. */
const ITEM = /^(networks|matrix|vector)\.([^.]+)$/;

/** Whether the system has, or may get, an item of this name: a datatype, or the index of a tier. */
export function isItemPath(path: string): boolean {
  const [, list, key] = ITEM.exec(path) ?? [];
  if (list === undefined || key === undefined) return false;
  if (list !== 'networks') return (DATATYPES as readonly string[]).includes(key);
  return /^(0|[1-9]\d?)$/.test(key) && Number(key) < MOST_TIERS;
}

/** Whether a path names an input of a part: declared, and on a datatype or tier that can exist. */
export function isInputPath(part: DesignPart, path: string): boolean {
  const field = fieldAt(part, path);
  if (!field) return false;
  return field.path.includes('*') ? isItemPath(path.split('.').slice(0, 2).join('.')) : field.path === path;
}

/** Every input a part must have, given the datatypes and tiers that appear in `paths`. */
function expectedPaths(part: DesignPart, paths: readonly string[]): string[] {
  const items = new Set(paths.map((path) => path.split('.').slice(0, 2).join('.')).filter((path) => ITEM.test(path)));
  return FIELDS[part].flatMap(({ path }) => {
    const [list, rest] = path.split('.*.');
    if (rest === undefined) return [path];
    return [...items].filter((item) => item.startsWith(`${list}.`)).map((item) => `${item}.${rest}`);
  });
}

/** Whether a value is a whole part: every input there, every one allowed, and nothing else. */
export function isWholePart<P extends DesignPart>(part: P, value: unknown): value is Design[P] {
  const paths = leafPaths(value);
  const allowed = paths.every((path) => {
    const field = fieldAt(part, path);
    return field !== undefined && isInputPath(part, path) && isAllowed(field, valueAt(value, path));
  });
  if (!allowed) return false;
  const present = new Set(paths);
  const expected = expectedPaths(part, paths);
  return expected.length === present.size && expected.every((path) => present.has(path)) && hasLists(part, value);
}

/** A system needs its three lists, of objects and of tiers, and something in each of them. */
function hasLists(part: DesignPart, value: unknown): boolean {
  const lists = part === 'system' ? { matrix: false, vector: false, networks: true } : {};
  const are = Object.entries(lists).every(([list, array]) => {
    const found = valueAt(value, list);
    return isContainer(found) && Array.isArray(found) === array && Object.keys(found).length > 0;
  });
  return are && emptyPaths(value).every((path) => Object.hasOwn(lists, path));
}
