import { createStore } from 'zustand';
import type { Design, DesignPart } from '../core/inputs/design.js';
import { WHOLE_SEARCH } from '../core/inputs/search-input.js';
import { isTied } from '../core/strategy/exact-degree.js';
import { cleanName } from '../share/names.js';
import { presetBase } from '../share/preset-base.js';
import { checkedSearch } from '../share/search-check.js';
import { same } from '../share/same.js';
import { asBase, DESIGN_PARTS, type Part, type SharedState } from '../share/shared-state.js';
import { withoutStudyChanges, withStudyInputs } from '../share/study-choice.js';
import { designName } from './design-name.js';
import { dragEnded, dragging, EMPTY_HISTORY, recorded, redone, undone, type History } from './history.js';
import { editedPart, fileBase, resetDegree, resetPart, withoutTier, withPartValue } from './part-changes.js';
import type { Presets } from './presets.js';
import {
  MOST_COMPARED,
  selectDesign,
  type EditOptions,
  type Inputs,
  type Workbench,
  type WorkbenchState,
  type WorkbenchStore,
} from './workbench.js';

/** The store, holding `initial` (what a link or the last visit gave, or `openingState(presets)`). */
export function createWorkbench(
  initial: Omit<SharedState, 'compared'> & Partial<Pick<Workbench, 'baseline' | 'compared'>>,
  presets: Presets,
): WorkbenchStore {
  return createStore<WorkbenchState>()((set, get) => {
    const moved = (inputs: Inputs, history: History<Inputs>): Partial<WorkbenchState> => ({
      ...inputs,
      history,
      canUndo: history.past.length > 0 || history.drag !== null,
      canRedo: history.future.length > 0,
      dragging: history.drag !== null,
      revisited: false,
    });
    const settled = (): History<Inputs> => dragEnded(get().history, (before) => sameInputs(before, inputsOf(get())));
    /** Every change of inputs goes through here. A drag goes on while changes that are not final have the same key. */
    const change = (parts: Partial<Inputs>, key = 'load', options?: EditOptions): void => {
      const final = options?.commit !== false;
      const before = inputsOf(get());
      const after = { ...before, ...parts };
      const history = get().history.drag?.key === key ? get().history : settled();
      if (sameInputs(before, after)) {
        if (final && get().history.drag) set(moved(before, settled()));
      } else if (final) set(moved(after, recorded(history, history.drag?.before ?? before)));
      else set(moved(after, dragging(history, key, before)));
    };
    const changePart = <P extends DesignPart>(
      part: P,
      to: Part<Design[P]>,
      key?: string,
      options?: EditOptions,
    ): void => change({ [part]: to }, key, options);
    /** The study that is open stays so. */
    const lookingAt = (inputs: Inputs): Inputs => ({ ...inputs, study: { ...inputs.study, open: get().study.open } });
    const studyOf = (id: string) => get().presets.studies?.find((study) => study.id === id);
    const partOf = <P extends DesignPart>(part: P): Part<Design[P]> => {
      const parts: { readonly [K in DesignPart]: Part<Design[K]> } = get();
      return parts[part];
    };

    return {
      model: initial.model,
      system: initial.system,
      strategy: initial.strategy,
      search: initial.search,
      study: initial.study,
      view: initial.view,
      baseline: initial.baseline ?? null,
      compared: initial.compared ?? [],
      presets,
      history: EMPTY_HISTORY,
      canUndo: false,
      canRedo: false,
      dragging: false,
      revisited: true,
      edit: (part, changes, options) =>
        changePart(
          part,
          editedPart(part, partOf(part), changes),
          `${part}:${Object.keys(changes).sort().join()}`,
          options,
        ),
      replacePart: (part, value, options) =>
        changePart(part, withPartValue(part, partOf(part), value), `${part}:*`, options),
      removeTier: (index) => change(withoutTier(get(), index)),
      editSearch: (patch, options) => {
        const search = checkedSearch({ ...get().search, ...patch });
        if (search) change({ search }, `search:${Object.keys(patch).sort().join()}`, options);
      },
      resetSearch: () => change({ search: { ...WHOLE_SEARCH, live: get().search.live } }),
      openStudy: (id) => {
        if (id !== get().study.open && studyOf(id)) set({ study: { ...get().study, open: id } });
      },
      editStudy: (id, patch, options) => {
        const study = studyOf(id);
        const edited = study && withStudyInputs(get().study, study, patch);
        if (edited) change({ study: edited }, `study:${id}:${Object.keys(patch).sort().join()}`, options);
      },
      resetStudy: (id) => change({ study: withoutStudyChanges(get().study, id) }),
      takeStrategy: (value, maxBatch, how) => {
        const strategy = withPartValue('strategy', get().strategy, value);
        const search = get().search.max_batch === null ? { ...get().search, max_batch: maxBatch } : get().search;
        if (how === 'step') change({ strategy, search });
        else if (strategy !== get().strategy) set({ strategy, search });
      },
      commit: () => {
        if (get().history.drag) set(moved(inputsOf(get()), settled()));
      },
      loadPreset: (part, presetId) => {
        const base = presetBase(presets, part, presetId);
        if (base) changePart(part, asBase(base));
      },
      loadFile: (part, name, value) => changePart(part, asBase(fileBase(name, value))),
      loadDesign: (name, design, names) =>
        change({
          model: asBase(fileBase(names?.model ?? name, design.model)),
          system: asBase(fileBase(names?.system ?? name, design.system)),
          strategy: asBase(fileBase(names?.strategy ?? name, design.strategy)),
        }),
      takeParts: ({ model, system, strategy }) => change({ model, system, strategy }),
      restore: (state) => {
        change(inputsOf(state));
        set({ study: state.study, compared: state.compared, view: state.view, revisited: true });
      },
      resetPaths: (part, paths) => {
        const [path = ''] = paths;
        const { model, strategy } = get();
        if (part === 'strategy' && paths.length === 1 && isTied(path))
          changePart(part, resetDegree(model.value, strategy, path));
        else changePart(part, resetPart(part, partOf(part), paths));
      },
      resetPart: (part) => changePart(part, asBase(partOf(part).base)),
      resetAll: () => {
        const { model, system, strategy } = get();
        change({ model: asBase(model.base), system: asBase(system.base), strategy: asBase(strategy.base) });
      },
      setView: (patch) => set({ view: { ...get().view, ...patch } }),
      setBaseline: () => set({ baseline: { name: designName(get()), design: selectDesign(get()) } }),
      dropBaseline: () => set({ baseline: null }),
      compare: (name) => {
        const { compared } = get();
        if (compared.length >= MOST_COMPARED) return;
        const kept = { name: cleanName(name.trim() || designName(get())), design: selectDesign(get()) };
        set({ compared: [...compared, kept] });
      },
      uncompare: (index) => set({ compared: get().compared.filter((_, each) => each !== index) }),
      putBackCompared: (index, kept) => {
        const { compared } = get();
        if (compared.length < MOST_COMPARED) set({ compared: compared.toSpliced(index, 0, kept) });
      },
      renameCompared: (index, name) => {
        if (name.trim() === '') return;
        const renamed = cleanName(name);
        set({ compared: get().compared.map((each, at) => (at === index ? { ...each, name: renamed } : each)) });
      },
      undo: () => {
        const step = undone(settled(), inputsOf(get()));
        if (step) set({ ...moved(lookingAt(step.now), step.history), revisited: true });
        else if (get().history.drag) set(moved(inputsOf(get()), settled()));
      },
      redo: () => {
        const step = redone(settled(), inputsOf(get()));
        if (step) set({ ...moved(lookingAt(step.now), step.history), revisited: true });
      },
    };
  });
}

function inputsOf(state: Inputs): Inputs {
  return {
    model: state.model,
    system: state.system,
    strategy: state.strategy,
    search: state.search,
    study: state.study,
  };
}

/** A drag that came back to where it began has an equal value in another object, so references alone do not do. */
function sameInputs(left: Inputs, right: Inputs): boolean {
  return (
    DESIGN_PARTS.every((part) => same(left[part], right[part])) &&
    same(left.search, right.search) &&
    same(left.study.changes, right.study.changes)
  );
}
