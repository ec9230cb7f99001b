import type { Design, DesignPart } from '../core/inputs/design.js';
import { cleanName, quoted } from './names.js';
import { byKey, pairsFromText, pairsText, type Pairs } from './pairs.js';
import { isPartKey, partFromPairs } from './part-from-pairs.js';
import { changesOf } from './part-pairs.js';
import { DESIGN_PARTS, MOST_COMPARED, type NamedDesign } from './shared-state.js';

const PREFIX = 'compare.';
const KEYS: readonly string[] = Array.from({ length: MOST_COMPARED }, (_, index) => `${PREFIX}${index + 1}`);
const NAME = 'name';

/** Whether a key of a link is about a design that stands beside the current one. */
export const isComparedKey = (key: string): boolean => key.startsWith(PREFIX);

/**
 * The designs beside the current one, each as pairs within a pair: its name, and where it differs from what the parts of
 * the link started from. `compare.1=name%3DTwice%20the%20HBM%26mem1.GiB%3D160`
 */
export function comparedPairs(compared: readonly NamedDesign[], started: Design): Pairs {
  return compared.map(({ name, design }, index) => {
    const changes = DESIGN_PARTS.flatMap((part) => changesOf(part, started[part], design[part]));
    return [`${PREFIX}${index + 1}`, pairsText([[NAME, name], ...changes])] as const;
  });
}

/** The designs that a link holds beside its own, in their order, with a note for each that cannot be. Never throws. */
export function comparedFromPairs(
  pairs: ReadonlyMap<string, string>,
  notes: string[],
  started: Design,
): readonly NamedDesign[] {
  for (const key of pairs.keys()) {
    if (isComparedKey(key) && !KEYS.includes(key))
      notes.push(
        `${quoted(key)} was ignored: ${PREFIX}1 to ${PREFIX}${MOST_COMPARED} are the designs beside this one.`,
      );
  }
  return KEYS.flatMap((key) => {
    const text = pairs.get(key);
    return text === undefined ? [] : (comparedFrom(text, key, notes, started) ?? []);
  });
}

function comparedFrom(text: string, key: string, notes: string[], started: Design): NamedDesign | null {
  const own = byKey(pairsFromText(text, notes), notes);
  const part = <P extends DesignPart>(each: P): Design[P] | null =>
    partFromPairs(each, started[each], new Map([...own].filter(([path]) => isPartKey(each, path))), notes);
  for (const path of own.keys()) {
    if (path !== NAME && !DESIGN_PARTS.some((each) => isPartKey(each, path)))
      notes.push(`There is no input ${quoted(path)} in ${key}; it was ignored.`);
  }
  const [model, system, strategy] = [part('model'), part('system'), part('strategy')];
  if (model === null || system === null || strategy === null) {
    notes.push(`${key} is no whole design; it was left out.`);
    return null;
  }
  const name = cleanName(own.get(NAME) ?? `Design ${key.slice(PREFIX.length)}`);
  return { name, design: { model, system, strategy } };
}
