import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { openFile } from '../../src/app/files.js';
import { importDesigns } from '../../src/app/library-files.js';
import { useNotices } from '../../src/app/notices.js';
import { evaluateDesign } from '../../src/core/evaluate.js';
import { decodeLink, encodeLink } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { isWholePart } from '../../src/share/part-check.js';
import { DESIGN_PARTS } from '../../src/share/shared-state.js';
import { createLibrary } from '../../src/state/create-library.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import type { LibraryStore } from '../../src/state/library-store.js';
import { savedValues, stateOfSaved, type StoredDesign } from '../../src/state/saved-design.js';
import { selectDesign, type WorkbenchStore } from '../../src/state/workbench.js';
import { hostileFile, hostileName } from '../interchange/hostile-files.js';
import { PRESETS } from '../state/preset-files.js';
import { HANG_MS, leastTime, timed } from './hang.js';

const imported: StoredDesign[] = [];
/** A store that takes everything and keeps it for the test to look at. */
const store: LibraryStore = {
  list: async () => ({ designs: [], aside: [], later: 0, removed: new Set() }),
  add: async (designs) => {
    const written = designs.map((design) => ({ ...design, revision: 1 }));
    imported.push(...written);
    return { kind: 'written', designs: written };
  },
  update: async () => ({ kind: 'changed', design: null }),
  remove: async () => ({ kind: 'written', designs: [] }),
  dropAside: async () => undefined,
  onChange: () => () => undefined,
};

const importing = vi.hoisted(() => ({ take: async (_text: string, _name: string): Promise<void> => undefined }));
// the one that fetches the library needs a browser; what it hands the file to does not
vi.mock('../../src/app/library-access.js', () => ({
  importLibrary: (_workbench: unknown, text: string, name: string) => importing.take(text, name),
}));

let workbench: WorkbenchStore;
let messages: () => readonly string[];
beforeEach(() => {
  workbench = createWorkbench(openingState(PRESETS), PRESETS);
  let last = 0;
  const library = createLibrary(store, workbench, { now: () => new Date(0), newId: () => `id${(last += 1)}` });
  messages = () => library.getState().messages;
  importing.take = (text, name) => {
    library.getState().say([]);
    return importDesigns(library, text, name);
  };
});

it('ten thousand hostile files through the open button: nothing throws, hangs, or changes the design without a whole one', async () => {
  const counts = { refused: 0, opened: 0, imported: 0 };
  const open = async (text: string, name: string): Promise<void> => {
    const before = workbench.getState();
    imported.length = 0;
    useNotices.setState({ notices: [] });
    const took = await timed(() => openFile(new File([text], name), workbench));
    const after = workbench.getState();
    const told = useNotices.getState().notices.flatMap(({ lines }) => lines);
    for (const line of told) {
      expect(line).not.toBe('');
      expect(line.length).toBeLessThan(1000);
    }
    expect(told.length).toBeLessThanOrEqual(20);
    if (told.length > 0) {
      counts.refused += 1;
      expect(after).toBe(before);
    } else if (after === before) {
      counts.imported += imported.length;
      expect(messages()).not.toEqual([]);
      for (const saved of imported) {
        const values = savedValues(saved);
        for (const part of DESIGN_PARTS) expect(isWholePart(part, values[part])).toBe(true);
        const { state } = stateOfSaved(saved, PRESETS);
        expect(selectDesign(state)).toEqual(values);
        expect(() => evaluateDesign(values)).not.toThrow();
      }
    } else {
      counts.opened += 1;
      for (const part of DESIGN_PARTS) expect(isWholePart(part, after[part].value)).toBe(true);
      expect(() => evaluateDesign(selectDesign(after))).not.toThrow();
      const read = decodeLink(encodeLink(after, PRESETS), PRESETS);
      expect(read.notes).toEqual([]);
      expect(selectDesign(read.state)).toEqual(selectDesign(after));
    }
    if (took <= HANG_MS) return;
    const elsewhere = createWorkbench(openingState(PRESETS), PRESETS);
    expect(await leastTime(() => openFile(new File([text], name), elsewhere))).toBeLessThan(HANG_MS);
  };
  await fc.assert(fc.asyncProperty(hostileFile, hostileName, open), {
    numRuns: 10_000,
    seed: 20_261_121,
    endOnFailure: true,
  });
  for (const [fate, count] of Object.entries(counts)) expect(count, fate).toBeGreaterThan(200);
  expect('polluted' in {}).toBe(false);
});
