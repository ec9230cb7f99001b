import type { LibraryStore } from './library-store.js';
import { copyName, mergedSaved, sameSaved, type SavedDesign, type StoredDesign } from './saved-design.js';

/** What became of a design that was to be written. */
export interface Written {
  readonly design: StoredDesign;
  /** A sentence when it was not simply written. */
  readonly note: string | null;
}

/** More often than this nobody changes a design between two looks at it. */
const MOST_TRIES = 5;

/**
 * Writes a design that was made from `base` (null for a new one). What another tab wrote meanwhile is never lost:
 * changes of different things are put together, and of two changes of the same thing both are kept.
 *
 * @throws LibraryError when the store cannot be used.
 */
export async function writeSaved(
  store: LibraryStore,
  mine: SavedDesign,
  base: StoredDesign | null,
  fresh: { readonly id: () => string; readonly names: () => readonly string[] },
): Promise<Written> {
  let wanted = mine;
  let note: string | null = null;
  let answer = await (base ? store.update(wanted, base.revision) : store.add([wanted]));
  for (let tries = 0; tries < MOST_TRIES && answer.kind === 'changed'; tries += 1) {
    const theirs = answer.design;
    const merged = base && theirs && mergedSaved(base, mine, theirs);
    if (theirs === null) {
      note = `“${mine.name}” had been deleted in another tab; it is saved again.`;
      wanted = mine;
      answer = await store.add([wanted]);
    } else if (sameSaved(theirs, mine)) {
      return { design: theirs, note };
    } else if (merged) {
      note = `“${theirs.name}” had been changed in another tab; both changes are in it.`;
      wanted = merged;
      answer = await store.update(wanted, theirs.revision);
    } else {
      wanted = { ...mine, id: fresh.id(), name: copyName(mine.name, [...fresh.names(), theirs.name]) };
      note = `“${theirs.name}” had been changed in another tab. Both are kept: this one as “${wanted.name}”.`;
      answer = await store.add([wanted]);
    }
  }
  const design = answer.kind === 'written' ? answer.designs[0] : undefined;
  if (design === undefined) throw new Error(`“${mine.name}” keeps being changed in another tab.`);
  return { design, note };
}
