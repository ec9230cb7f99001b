import type { Design, DesignPart } from '../core/inputs/design.js';
import { fieldAt, FIELDS } from '../core/inputs/fields.js';
import { allowedText, LEAST_TIERS, MOST_TIERS } from '../core/inputs/allowed.js';
import { valueAt } from '../core/inputs/value-at.js';
import { leafFromText } from './leaf-text.js';
import { quoted } from './names.js';
import { isInputPath, isItemPath, isWholePart } from './part-check.js';
import { REMOVED, TIERS, withTiers } from './part-pairs.js';
import { withValue } from './paths.js';

/** `networks.2` before `networks.10`. One collator for all: asking a text for one each time is ten times as slow. */
const inOrder = new Intl.Collator('en', { numeric: true });

/** Whether a key of a link is about this part. */
export function isPartKey(part: DesignPart, key: string): boolean {
  return isInputPath(part, key) || (part === 'system' && (key === TIERS || isItemPath(key)));
}

/**
 * Makes of `base` what the pairs say, the reverse of `changesOf`. What cannot be is left as it was, with a note; null
 * when what comes of it is not a whole part, which only a base that is none can bring about.
 */
export function partFromPairs<P extends DesignPart>(
  part: P,
  base: unknown,
  pairs: ReadonlyMap<string, string>,
  notes: string[],
): Design[P] | null {
  // in the order of their indices, so that each new tier comes after the one before it
  const keys = [...pairs.keys()].toSorted(inOrder.compare);
  let value = withStructure(base, keys, pairs, notes);
  for (const path of keys) {
    const field = fieldAt(part, path);
    if (!field || !isInputPath(part, path)) continue;
    const text = pairs.get(path) ?? '';
    const leaf = leafFromText(field, text);
    const changed = leaf === undefined ? value : withValue(value, path, leaf);
    if (leaf === undefined)
      notes.push(`${path} cannot be ${quoted(text)}: it must be ${allowedText(field)}. It was left as it was.`);
    else if (valueAt(changed, path) === undefined) notes.push(`${path} was ignored: there is no such tier.`);
    value = changed;
  }
  value = withoutIncomplete(part, value, notes);
  value = withoutRemoved(value, pairs, notes);
  return isWholePart(part, value) ? value : null;
}

function withStructure(
  base: unknown,
  keys: readonly string[],
  pairs: ReadonlyMap<string, string>,
  notes: string[],
): unknown {
  let value = base;
  for (const key of keys) {
    const text = pairs.get(key) ?? '';
    if (key === TIERS) {
      const origins = originsFromText(base, text);
      if (origins) value = withTiers(value, origins);
      else
        notes.push(
          `networks cannot be ${quoted(text)}: it must list tiers that the system has. It was left as it was.`,
        );
    } else if (isItemPath(key)) {
      // removed once it is known what else there is
      if (text !== REMOVED || key.startsWith(TIERS)) notes.push(`${key} cannot be ${quoted(text)}; it was ignored.`);
    }
  }
  return value;
}

/** Datatypes that the link takes away; the last of an engine stays. */
function withoutRemoved(value: unknown, pairs: ReadonlyMap<string, string>, notes: string[]): unknown {
  let left = value;
  for (const [key, text] of pairs) {
    if (!isItemPath(key) || text !== REMOVED || valueAt(left, key) === undefined) continue;
    const [engine = ''] = key.split('.');
    if (Object.keys((valueAt(left, engine) ?? {}) as object).length > 1) left = withValue(left, key, undefined);
    else notes.push(`${key} was kept: ${engine} needs at least one datatype.`);
  }
  return left;
}

function originsFromText(base: unknown, text: string): readonly number[] | null {
  const origins = text.split(',', MOST_TIERS + 1);
  const exist = origins.every(
    (origin) => /^\d{1,2}$/.test(origin) && valueAt(base, `${TIERS}.${Number(origin)}`) !== undefined,
  );
  return exist && origins.length >= LEAST_TIERS && origins.length <= MOST_TIERS ? origins.map(Number) : null;
}

/** A new datatype or tier needs all its inputs; one that lacks some is left out. */
function withoutIncomplete(part: DesignPart, value: unknown, notes: string[]): unknown {
  if (part !== 'system') return value;
  let whole = value;
  for (const list of ['matrix', 'vector', TIERS]) {
    const needed = FIELDS.system.flatMap(({ path }) =>
      path.startsWith(`${list}.*.`) ? [path.slice(list.length + 3)] : [],
    );
    // from the end, so that the indices of tiers before it stay true
    for (const key of Object.keys((valueAt(value, list) ?? {}) as object).reverse()) {
      const missing = needed.filter((below) => valueAt(value, `${list}.${key}.${below}`) === undefined);
      if (missing.length === 0) continue;
      notes.push(`${list}.${key} is new, but has no ${missing.slice(0, 3).join(', ')}; it was left out.`);
      whole = withValue(whole, `${list}.${key}`, undefined);
    }
  }
  return whole;
}
