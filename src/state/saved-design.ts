import type { Design, DesignPart } from '../core/inputs/design.js';
import { decodeLink, encodeLink } from '../share/link.js';
import { cleanName } from '../share/names.js';
import type { BasePresets } from '../share/preset-base.js';
import { same } from '../share/same.js';
import { asBase, DESIGN_PARTS, type Part, type SharedState } from '../share/shared-state.js';
import { fileBase } from './part-changes.js';
import { planText } from './plan-text.js';

/** One part of a saved design: what it started from, by name, and its values as they were. */
export interface SavedPart<T> {
  readonly name: string;
  readonly value: T;
}

/** What a saved design says, whoever saved it under which name. */
export interface SavedContent {
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  /** The whole state as its link. */
  readonly link: string;
  readonly model: SavedPart<Design['model']>;
  readonly system: SavedPart<Design['system']>;
  readonly strategy: SavedPart<Design['strategy']>;
}

export interface SavedDesign extends SavedContent {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** As the browser holds it. Every write raises the revision, so that a tab notices what another has written. */
export interface StoredDesign extends SavedDesign {
  readonly revision: number;
}

const MOST_TAGS = 20;
const LONGEST_TAG = 40;

/** What is on the screen, ready to be saved. */
export function contentOf(state: SharedState, presets: BasePresets, savedAt: string): SavedContent {
  const part = <P extends DesignPart>({ base, value }: Part<Design[P]>): SavedPart<Design[P]> => ({
    name: cleanName(base.name),
    value,
  });
  return {
    savedAt,
    // a saved design is one design: opening it leaves what it is compared with in place
    link: encodeLink({ ...state, compared: [] }, presets),
    model: part<'model'>(state.model),
    system: part<'system'>(state.system),
    strategy: part<'strategy'>(state.strategy),
  };
}

/** The values of a saved design. */
export function savedValues({ model, system, strategy }: SavedContent): Design {
  return { model: model.value, system: system.value, strategy: strategy.value };
}

/**
 * The state that a saved design stands for: that of its link, except where the link now gives other values than were
 * saved (a preset gone or changed without a revision, a link cut off). There the saved values hold, and a note says so.
 */
export function stateOfSaved(
  saved: SavedContent,
  presets: BasePresets,
): { readonly state: SharedState; readonly notes: readonly string[] } {
  const { state, notes } = decodeLink(saved.link, presets);
  const astray = DESIGN_PARTS.filter((part) => !same(state[part].value, saved[part].value));
  if (astray.length === 0) return { state, notes };
  const fromSaved = <P extends DesignPart>(part: P, saved: SavedPart<Design[P]>, linked: Part<Design[P]>) =>
    astray.includes(part) ? asBase(fileBase(saved.name, saved.value)) : linked;
  return {
    state: {
      ...state,
      model: fromSaved('model', saved.model, state.model),
      system: fromSaved('system', saved.system, state.system),
      strategy: fromSaved('strategy', saved.strategy, state.strategy),
    },
    notes: [
      ...notes,
      `What it started from (${astray.join(', ')}) has changed since; the values are those that were saved.`,
    ],
  };
}

const sameContent = (left: SavedContent, right: SavedContent): boolean =>
  left.link === right.link && DESIGN_PARTS.every((part) => same(left[part], right[part]));

/** Whether two saved designs say the same under the same name and tags. */
export function sameSaved(left: SavedDesign, right: SavedDesign): boolean {
  return left.name === right.name && same(left.tags, right.tags) && sameContent(left, right);
}

/**
 * Two changes of one saved design, made in two tabs from the same `base`, as one; null when both changed the same
 * thing (name, tags, or what it says), of which neither may go.
 */
export function mergedSaved(base: SavedDesign, mine: SavedDesign, theirs: SavedDesign): SavedDesign | null {
  const pick = (isSame: (left: SavedDesign, right: SavedDesign) => boolean): SavedDesign | null => {
    if (isSame(mine, base)) return theirs;
    return isSame(theirs, base) || isSame(theirs, mine) ? mine : null;
  };
  const name = pick((left, right) => left.name === right.name);
  const tags = pick((left, right) => same(left.tags, right.tags));
  const content = pick(sameContent);
  return name && tags && content && { ...content, id: theirs.id, name: name.name, tags: tags.tags };
}

/** A name as it is kept: one line, not endless, never empty. */
export function savedName(text: string, otherwise: string): string {
  return text.trim() === '' ? cleanName(otherwise) : cleanName(text);
}

/** “Fast (2)”, or the first number that is not taken. */
export function copyName(name: string, taken: readonly string[]): string {
  const bare = name.replace(/ \(\d{1,4}\)$/, '');
  for (let number = 2; ; number += 1) {
    const next = `${cleanName(bare.slice(0, 190))} (${number})`;
    if (!taken.includes(next)) return next;
  }
}

/** Tags typed with commas between them: each once, trimmed, not endless. */
export function tagsFrom(text: string): readonly string[] {
  const tags = text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const clean = tags.map((tag) =>
    cleanName(tag)
      .slice(0, LONGEST_TAG)
      .replace(/\p{Cs}$/u, '')
      .trim(),
  );
  return [...new Set(clean)].slice(0, MOST_TAGS);
}

/** What a design is called until it has a name: GPT-3 175B · A100 80 GiB ×4,096 · t8 p64 d8. */
export function nameOfState({ model, system, strategy }: SharedState): string {
  return cleanName(`${model.base.name} · ${system.base.name} ${planText(strategy.value)}`);
}
