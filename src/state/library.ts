import { useStore, type StoreApi } from 'zustand';
import type { SetAside } from './library-store.js';
import { placeFor } from './provided.js';
import type { SavedDesign, StoredDesign } from './saved-design.js';

/** A design that the browser did not take, or no longer has: it is here and nowhere else. */
export interface UnsavedDesign {
  readonly design: SavedDesign;
  /** What it was made from; null for a new one. */
  readonly base: StoredDesign | null;
  readonly why: string;
}

export interface LibraryState {
  /** false until the store has answered for the first time. */
  readonly ready: boolean;
  /** Why the store cannot be read now; null when it can. What was read before stays. */
  readonly trouble: string | null;
  readonly designs: readonly StoredDesign[];
  readonly aside: readonly SetAside[];
  /** Designs of a later version of the product, which this one cannot read. */
  readonly later: number;
  readonly unsaved: readonly UnsavedDesign[];
  /** What each deletion took, the last one last. */
  readonly removed: readonly (readonly StoredDesign[])[];
  /** What the last saving over was: as it was kept before, and as it is now. Null after anything else was saved. */
  readonly over: { readonly before: StoredDesign; readonly after: StoredDesign } | null;
  /** What the last action did that cannot be seen otherwise. */
  readonly messages: readonly string[];

  reload(): Promise<void>;
  /** Saves the design on the screen: over the one it was opened from, or as a new one. Its id; null when it could not. */
  save(): Promise<string | null>;
  /** Keeps again what the last saving over replaced; the design on the screen stays. */
  undoSave(): Promise<void>;
  /** Saves the design on the screen as a new one. */
  saveAs(name?: string): Promise<string | null>;
  /** Another name, other tags. An empty name leaves it as it was. */
  rename(id: string, name: string, tags?: readonly string[]): Promise<void>;
  duplicate(id: string): Promise<string | null>;
  remove(ids: readonly string[]): Promise<void>;
  undoRemove(): Promise<void>;
  /** Brings a saved design to the screen: one undo step. */
  open(id: string): void;
  /** The design on the screen was opened from this revision, in the same tab before it was loaded again. */
  reopen(id: string, revision: number): void;
  /** Takes designs of a file: all or none. One that is there already is not taken twice; of two that differ both are kept. */
  add(designs: readonly SavedDesign[]): Promise<void>;
  /** Tries to save what could not be saved. */
  retry(): Promise<void>;
  /** Lets go of what could not be saved. */
  dropUnsaved(): void;
  dropAside(): Promise<void>;
  say(messages: readonly string[]): void;
}

export type Library = StoreApi<LibraryState>;

const place = placeFor<Library>('provideLibrary', 'the library is used');

/** Hands the app's library to `useLibrary`. */
export const provideLibrary = place.provide;

/**
 * The app's library, for what is not a component.
 *
 * @throws when none was provided yet.
 */
export const library = place.provided;

/** Reads the library in a component. */
export function useLibrary<T>(selector: (state: LibraryState) => T): T {
  return useStore(library(), selector);
}
