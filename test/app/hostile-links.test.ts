import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connectUrl } from '../../src/app/url-sync.js';
import { evaluateDesign } from '../../src/core/evaluate.js';
import { decodeLink, encodeLink, refusedLink } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { isWholePart } from '../../src/share/part-check.js';
import { checkedSearch } from '../../src/share/search-check.js';
import { DESIGN_PARTS, type SharedState } from '../../src/share/shared-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { selectDesign } from '../../src/state/workbench.js';
import { hostileLink } from '../share/hostile-links.js';
import { PRESETS } from '../state/preset-files.js';
import { HANG_MS, leastTime, timed } from './hang.js';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterAll(() => void vi.useRealTimers());

it('ten thousand hostile links through the address bar: nothing throws, hangs, or leaves a state that is none', async () => {
  const events = new EventTarget();
  const location = { hash: '' };
  const write = (_: unknown, __: string, url?: string | URL | null): void => void (location.hash = String(url));
  const workbench = createWorkbench(openingState(PRESETS), PRESETS);
  let notes: readonly string[] = [];
  const stop = connectUrl(
    workbench,
    { events, location, history: { pushState: write, replaceState: write } },
    { onNotes: (told) => (notes = told) },
  );
  const counts = { refused: 0, partly: 0, whole: 0 };

  const follow = async (hash: string): Promise<void> => {
    const before = workbench.getState();
    notes = [];
    location.hash = hash;
    const took = await timed(() => void events.dispatchEvent(new Event('hashchange')));
    if (took > HANG_MS) expect(await leastTime(() => void decodeLink(hash, PRESETS))).toBeLessThan(HANG_MS);
    const after = workbench.getState();
    for (const note of notes) {
      expect(note).not.toBe('');
      expect(note.length).toBeLessThan(1000);
    }
    if (refusedLink(hash) !== null) {
      counts.refused += 1;
      expect(after).toBe(before);
      expect(notes).toHaveLength(1);
      return;
    }
    counts[notes.length > 0 ? 'partly' : 'whole'] += 1;
    for (const part of DESIGN_PARTS) expect(isWholePart(part, after[part].value)).toBe(true);
    expect(checkedSearch(after.search)).toEqual(after.search);
    expect(() => evaluateDesign(selectDesign(after))).not.toThrow();
    // the most work of all, so not each time
    if ((counts.partly + counts.whole) % 8 !== 0) return;
    const read = decodeLink(encodeLink(after, PRESETS), PRESETS);
    const shared = Object.fromEntries(Object.keys(read.state).map((key) => [key, after[key as keyof SharedState]]));
    expect(read).toEqual({ state: shared, notes: [] });
  };
  await fc.assert(fc.asyncProperty(hostileLink, follow), { numRuns: 10_000, seed: 20_261_121, endOnFailure: true });
  stop();
  // each fate often enough for the test to mean something
  for (const [fate, count] of Object.entries(counts)) expect(count, fate).toBeGreaterThan(300);
  expect('polluted' in {}).toBe(false);
});
