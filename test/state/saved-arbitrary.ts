import fc from 'fast-check';
import type { Presets } from '../../src/state/presets.js';
import { contentOf, savedName, tagsFrom, type SavedDesign } from '../../src/state/saved-design.js';
import { sharedState } from '../share/state-arbitrary.js';

/** Any design that can be saved. */
export function anySaved(presets: Presets): fc.Arbitrary<SavedDesign> {
  return fc
    .record({
      id: fc.stringMatching(/^[0-9a-f]{24}$/),
      name: fc.string({ unit: 'binary', maxLength: 250 }),
      tags: fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 25 }),
      savedAt: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
      state: sharedState(presets),
    })
    .map(({ id, name, tags, savedAt, state }) => ({
      id,
      name: savedName(name, 'Design'),
      tags: tagsFrom(tags.join(',')),
      ...contentOf(state, presets, savedAt.toISOString()),
    }));
}
