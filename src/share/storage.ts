import { decodeLink, type DecodedLink } from './link.js';
import type { BasePresets } from './preset-base.js';

/** The part of the browser's Storage that is needed. */
export type KeptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const STORAGE_KEY = 'calculon-explorer/last-state';
/** So many states that could not be read whole are kept, the oldest first. */
const MOST_ASIDE = 5;
const asideKey = (number: number): string => `calculon-explorer/set-aside-${number}`;
export const SET_ASIDE_KEYS: readonly string[] = Array.from({ length: MOST_ASIDE }, (_, index) => asideKey(index + 1));

const FORMAT = 'calculon-explorer/state@1';

/**
 * Keeps the state, as its link, for the next visit. Returns what to tell the person when the browser would not: it is
 * full, or keeps nothing (a private window). Never throws.
 */
export function keepState(storage: KeptStorage | null, link: string): string | null {
  try {
    if (!storage) throw new Error('it allows no storage');
    storage.setItem(STORAGE_KEY, JSON.stringify({ format: FORMAT, link }));
    return null;
  } catch (error) {
    return `The browser does not keep this design for the next visit (${reason(error)}). The link still holds all of it.`;
  }
}

/** The text that `keptState` reads; null when there is none. Never throws. */
export function keptText(storage: KeptStorage | null): string | null {
  try {
    return storage?.getItem(STORAGE_KEY) ?? null;
  } catch {
    return null;
  }
}

/**
 * The state of the last visit; null when there is none. What cannot be read whole is set aside under another key, not
 * lost, and a note says so. Never throws.
 */
export function keptState(storage: KeptStorage | null, presets: BasePresets): DecodedLink | null {
  const kept = keptText(storage);
  if (kept === null || !storage) return null;
  const link = linkOf(kept);
  const decoded = link === null ? null : decodeLink(link, presets);
  if (decoded && decoded.notes.length === 0) return decoded;
  const aside = setAside(storage, kept);
  const notes = [
    `The design of the last visit could not be read${decoded ? ' whole' : ''}. ${aside}`,
    ...(decoded?.notes ?? []),
  ];
  return { state: (decoded ?? decodeLink('', presets)).state, notes };
}

function linkOf(kept: string): string | null {
  try {
    const snapshot: unknown = JSON.parse(kept);
    if (typeof snapshot !== 'object' || snapshot === null || !('format' in snapshot) || !('link' in snapshot))
      return null;
    return snapshot.format === FORMAT && typeof snapshot.link === 'string' ? snapshot.link : null;
  } catch {
    return null;
  }
}

function setAside(storage: KeptStorage, kept: string): string {
  try {
    const free = SET_ASIDE_KEYS.find((key) => [null, kept].includes(storage.getItem(key)));
    const key = free ?? makeRoom(storage);
    storage.setItem(key, kept);
    storage.removeItem(STORAGE_KEY);
    const dropped = free === undefined ? ` The oldest of the ${MOST_ASIDE} set aside before had to go for it.` : '';
    return `It was set aside as “${key}” in the browser’s storage.${dropped}`;
  } catch (error) {
    return `The browser could not set it aside (${reason(error)}).`;
  }
}

/** Each moves up by one, and the oldest goes. Returns the last key. */
function makeRoom(storage: KeptStorage): string {
  let free = asideKey(1);
  for (let number = 2; number <= MOST_ASIDE; number += 1) {
    const next = asideKey(number);
    storage.setItem(free, storage.getItem(next) ?? '');
    free = next;
  }
  return free;
}

function reason(error: unknown): string {
  if (error instanceof Error && error.name === 'QuotaExceededError') return 'its storage is full';
  return error instanceof Error && error.message !== '' ? error.message : 'its storage is not available';
}
