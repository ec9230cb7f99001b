import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DesignPart } from '../../src/core/inputs/design.js';
import { WHOLE_SEARCH, type SearchInput } from '../../src/core/inputs/search-input.js';
import { fieldAt } from '../../src/core/inputs/fields.js';
import type { StudyValue } from '../../src/core/studies/field.js';
import { STUDIES } from '../../src/core/studies/studies.js';
import { decodeLink, encodeLink } from '../../src/share/link.js';
import { openingState } from '../../src/share/opening-state.js';
import { isWholePart } from '../../src/share/part-check.js';
import { leafPaths } from '../../src/share/paths.js';
import { DESIGN_PARTS, type SharedState } from '../../src/share/shared-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { changedPaths } from '../../src/state/design-paths.js';
import type { WorkbenchState } from '../../src/state/workbench.js';
import { searchInput } from '../share/search-arbitrary.js';
import { allowedValue, anyPart, sharedState, tier } from '../share/state-arbitrary.js';
import { studyChoice } from '../share/study-arbitrary.js';
import { deepFrozen, PRESETS } from './preset-files.js';

/** Only what a link carries. */
const linked = ({ model, system, strategy, search, study, compared, view }: SharedState): SharedState => ({
  model,
  system,
  strategy,
  search,
  study,
  compared,
  view,
});

type Step = (state: WorkbenchState) => void;

const part = fc.constantFrom<DesignPart>('model', 'system', 'strategy');
const commit = fc.boolean();

/** One leaf that is there exchanged for a value its field allows, or for anything. */
const editLeaf: fc.Arbitrary<Step> = fc.gen().map((gen) => (state) => {
  const which = gen(() => part);
  const paths = leafPaths(state[which].value);
  const path = paths[gen(fc.nat) % paths.length] ?? 'none';
  const field = fieldAt(which, path);
  const value = gen(() => (field ? fc.oneof(allowedValue(field), fc.anything()) : fc.anything()));
  state.edit(which, { [path]: value }, { commit: gen(() => commit) });
});
const editList: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom('networks.0', 'networks.1', 'networks.2', 'matrix.float16', 'vector.float8'),
    fc.option(tier),
    commit,
  )
  .map(
    ([path, value, isFinal]) =>
      (state) =>
        state.edit('system', { [path]: value ?? undefined }, { commit: isFinal }),
  );
const load: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...PRESETS.models).map(
    ({ id }) =>
      (state: WorkbenchState) =>
        state.loadPreset('model', id),
  ),
  fc.constantFrom(...PRESETS.systems).map(
    ({ id }) =>
      (state: WorkbenchState) =>
        state.loadPreset('system', id),
  ),
  fc.constantFrom(...PRESETS.strategies).map(
    ({ id }) =>
      (state: WorkbenchState) =>
        state.loadPreset('strategy', id),
  ),
  fc.tuple(fc.string({ unit: 'binary' }), anyPart('system')).map(
    ([name, value]) =>
      (state: WorkbenchState) =>
        state.loadFile('system', name, value),
  ),
  fc
    .tuple(
      fc.string(),
      fc.record({ model: anyPart('model'), system: anyPart('system'), strategy: anyPart('strategy') }),
    )
    .map(
      ([name, design]) =>
        (state: WorkbenchState) =>
          state.loadDesign(name, design),
    ),
  sharedState(PRESETS).map((other) => (state: WorkbenchState) => state.restore(other)),
);
/** What is asked of a search, and strategies that one found. */
const searching: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(searchInput, commit).map(
    ([search, isFinal]) =>
      (state: WorkbenchState) =>
        state.editSearch(search, { commit: isFinal }),
  ),
  fc
    .dictionary(fc.constantFrom(...Object.keys(WHOLE_SEARCH)), fc.anything())
    .map((patch) => (state: WorkbenchState) => state.editSearch(patch as Partial<SearchInput>)),
  fc.tuple(anyPart('strategy'), fc.integer({ min: 1, max: 1e6 })).map(
    ([strategy, batch]) =>
      (state: WorkbenchState) =>
        state.takeStrategy(strategy, batch, 'step'),
  ),
  fc.constant((state: WorkbenchState) => state.resetSearch()),
);
/** Studies, opened and asked something else. */
const studying: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(studyChoice(STUDIES), commit).map(([choice, isFinal]) => (state: WorkbenchState) => {
    state.openStudy(choice.open);
    for (const [id, changes] of Object.entries(choice.changes)) state.editStudy(id, changes, { commit: isFinal });
  }),
  fc
    .tuple(fc.constantFrom(...STUDIES), fc.nat(), fc.anything())
    .map(([{ id, fields }, at, value]) => (state: WorkbenchState) => {
      const names = Object.keys(fields);
      state.editStudy(id, { [names[at % names.length] ?? 'none']: value as StudyValue });
    }),
  fc.constantFrom(...STUDIES).map(
    ({ id }) =>
      (state: WorkbenchState) =>
        state.resetStudy(id),
  ),
);
const simple: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  (state) => state.undo(),
  (state) => state.redo(),
  (state) => state.commit(),
  (state) => state.setBaseline(),
  (state) => state.resetAll(),
  (state) => state.resetPart('system'),
  (state) => state.resetPaths('system', ['mem1', 'networks.1', 'matrix.float16']),
  (state) => state.setView({ tab: 'communication' }),
);

it('whatever is done, the state is whole, shares nothing that changes, and travels in a link', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(editLeaf, editList, load, searching, studying, simple), { maxLength: 12 }),
      (steps) => {
        const store = createWorkbench(deepFrozen(openingState(PRESETS)), PRESETS);
        for (const step of steps) {
          step(store.getState());
          const { model, system, strategy, search, study, history } = store.getState();
          deepFrozen({ model, system, strategy, search, study, history });
        }
        const state = linked(store.getState());
        for (const each of DESIGN_PARTS) expect(isWholePart(each, state[each].value)).toBe(true);
        expect(decodeLink(encodeLink(state, PRESETS), PRESETS)).toEqual({ state, notes: [] });
      },
    ),
    { numRuns: 200 },
  );
});

it('whatever differs from the base, resetting what differs brings the base back', () => {
  fc.assert(
    fc.property(sharedState(PRESETS), part, (state, which) => {
      const store = createWorkbench(state, PRESETS);
      const { base, value } = store.getState()[which];
      store.getState().resetPaths(which, changedPaths(base.value, value));
      expect(store.getState()[which].value).toEqual(base.value);
    }),
  );
});

it('whatever was done, undo goes back to the beginning, and redo to the end', () => {
  const edits = fc.array(fc.oneof(editLeaf, editList, load, searching, studying), { maxLength: 12 });
  fc.assert(
    fc.property(edits, (steps) => {
      const opening = openingState(PRESETS);
      const store = createWorkbench(opening, PRESETS);
      for (const step of steps) step(store.getState());
      store.getState().commit();
      const end = linked(store.getState());
      while (store.getState().canUndo) store.getState().undo();
      // how the design is looked at is no step
      const { view, study, compared } = store.getState();
      expect(linked(store.getState())).toEqual({
        ...opening,
        view,
        compared,
        study: { ...opening.study, open: study.open },
      });
      while (store.getState().canRedo) store.getState().redo();
      expect(linked(store.getState())).toEqual(end);
    }),
  );
});
