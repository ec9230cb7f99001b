import { readSavedRecord } from '../interchange/saved-record.js';
import { SAVED_VERSION, upgradedRecord } from '../interchange/saved-upgraders.js';
import type { SavedDesign, StoredDesign } from '../state/saved-design.js';

/** What was found under an id: a design, a record of a later version of the product, or something that is neither. */
export type StoredRead =
  | { readonly kind: 'design'; readonly design: StoredDesign }
  | { readonly kind: 'later' }
  | { readonly kind: 'unreadable'; readonly why: string };

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1;

/** A stored value as the newest version has it. Never throws. */
export function readStored(value: unknown): StoredRead {
  if (typeof value !== 'object' || value === null) return { kind: 'unreadable', why: 'It is no record.' };
  const { version, revision, ...record } = value as Readonly<Record<string, unknown>>;
  if (!isCount(version) || !isCount(revision)) return { kind: 'unreadable', why: 'It has no version.' };
  if (version > SAVED_VERSION) return { kind: 'later' };
  const read = readSavedRecord(upgradedRecord(record, version));
  if (read.ok) return { kind: 'design', design: { ...read.value, revision } };
  return { kind: 'unreadable', why: read.problems[0]?.message ?? 'It cannot be read.' };
}

/** A design as it is stored. */
export function storedRecord(design: SavedDesign, revision: number): Readonly<Record<string, unknown>> {
  const { id, name, tags, savedAt, link, model, system, strategy } = design;
  return { version: SAVED_VERSION, revision, id, name, tags, savedAt, link, model, system, strategy };
}

/** The revision of whatever is stored, so that a write notices even what it cannot read. */
export function revisionOf(value: unknown): number | null {
  const revision = typeof value === 'object' && value !== null && 'revision' in value ? value.revision : null;
  return isCount(revision) ? revision : null;
}
