import { beforeEach, describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { keepState, keptState, SET_ASIDE_KEYS, STORAGE_KEY, type KeptStorage } from '../../src/share/storage.js';
import { PRESETS } from '../state/preset-files.js';

class MemoryStorage implements KeptStorage {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const FIRST = SET_ASIDE_KEYS[0] ?? '';
const refuse = (): never => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};
const OPENING = openingState(PRESETS);
const edited = { ...OPENING, model: { ...OPENING.model, value: { ...OPENING.model.value, hidden: 8192 } } };

describe('the last state', () => {
  let storage: MemoryStorage;
  beforeEach(() => {
    storage = new MemoryStorage();
  });

  it('survives', () => {
    expect(keepState(storage, encodeLink(edited, PRESETS))).toBeNull();
    expect(keptState(storage, PRESETS)).toEqual({ state: edited, notes: [] });
  });

  it('is none at first', () => {
    expect(keptState(storage, PRESETS)).toBeNull();
  });

  it.each([
    ['no JSON', '{"format":'],
    ['another format', '{"format":"calculon-explorer/state@9","link":"#v=1"}'],
    ['not a link', '{"format":"calculon-explorer/state@1","link":7}'],
    ['null', 'null'],
    ['a list', '[1]'],
  ])('is set aside, not lost, when it is corrupt: %s', (_, kept) => {
    storage.setItem(STORAGE_KEY, kept);
    const read = keptState(storage, PRESETS);
    expect(read?.state).toEqual(OPENING);
    expect(read?.notes).toEqual([expect.stringMatching(/could not be read\. It was set aside as/)]);
    expect(storage.getItem(FIRST)).toBe(kept);
    expect(storage.getItem(STORAGE_KEY)).toBeNull();
  });

  it('is set aside when only a part of it can be read, which is kept', () => {
    keepState(storage, `${encodeLink(edited, PRESETS)}&tensor_par=many`);
    const read = keptState(storage, PRESETS);
    expect(read?.state).toEqual(edited);
    expect(read?.notes).toEqual([
      expect.stringContaining('could not be read whole'),
      expect.stringContaining('tensor_par'),
    ]);
    expect(storage.getItem(FIRST)).toContain('many');
  });

  it('takes no place of another that was set aside, up to five; then the oldest goes, and a note says so', () => {
    const setAside = (kept: string): string => {
      storage.setItem(STORAGE_KEY, kept);
      return keptState(storage, PRESETS)?.notes.join() ?? '';
    };
    const aside = (): (string | null)[] => SET_ASIDE_KEYS.map((key) => storage.getItem(key));
    for (const kept of ['a', 'b', 'b', 'c', 'a', 'd', 'e']) expect(setAside(kept)).not.toContain('oldest');
    expect(aside()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(setAside('f')).toMatch(/set-aside-5” .*The oldest of the 5/);
    expect(aside()).toEqual(['b', 'c', 'd', 'e', 'f']);
  });

  it('says when the browser is full, or keeps nothing', () => {
    expect(keepState(Object.assign(new MemoryStorage(), { setItem: refuse }), '#v=1')).toContain('its storage is full');
    expect(keepState(null, '#v=1')).toContain('allows no storage');
    expect(keptState(null, PRESETS)).toBeNull();
    expect(keptState(Object.assign(new MemoryStorage(), { getItem: refuse }), PRESETS)).toBeNull();
  });

  it('says when it could not even be set aside', () => {
    const full: KeptStorage = { getItem: () => 'x', setItem: refuse, removeItem: refuse };
    expect(keptState(full, PRESETS)?.notes.join()).toContain('could not set it aside (its storage is full)');
  });
});
