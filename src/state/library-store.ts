import type { SavedDesign, StoredDesign } from './saved-design.js';

/** A stored record that this version cannot read. It stays in the browser until the person says otherwise. */
export interface SetAside {
  readonly key: number;
  readonly why: string;
  /** As it was found. */
  readonly raw: unknown;
}

export interface LibraryContents {
  readonly designs: readonly StoredDesign[];
  readonly aside: readonly SetAside[];
  /** Records of a later version of the product: left where they are. */
  readonly later: number;
  /** Ids of designs that were deleted: any other that is missing was not. */
  readonly removed: ReadonlySet<string>;
}

/** `changed`: nothing was written, because the record is not what it was taken for; null when it is not there. */
export type WriteAnswer =
  | { readonly kind: 'written'; readonly designs: readonly StoredDesign[] }
  | { readonly kind: 'changed'; readonly design: StoredDesign | null };

/** Why the browser's store cannot be used, as a sentence for a person. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
}

/** Where saved designs are kept. Every method rejects with a LibraryError and with nothing else. */
export interface LibraryStore {
  list(): Promise<LibraryContents>;
  /** New designs, all or none; none when one of the ids is taken. */
  add(designs: readonly SavedDesign[]): Promise<WriteAnswer>;
  /** In place of the revision it was made from. */
  update(design: SavedDesign, revision: number): Promise<WriteAnswer>;
  /** Deletes that revision; a design that is gone already counts as deleted. */
  remove(id: string, revision: number): Promise<WriteAnswer>;
  /** Deletes for good what was set aside. */
  dropAside(keys: readonly number[]): Promise<void>;
  /** Another tab wrote, or the store is another than it was (cleared, unblocked). Returns what ends it. */
  onChange(listener: () => void): () => void;
}
