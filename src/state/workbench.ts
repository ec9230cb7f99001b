import { useStore, type StoreApi } from 'zustand';
import type { Design, DesignPart, ModelInput, StrategyInput, SystemInput } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import type { StudyInputs } from '../core/studies/study.js';
import type { NamedDesign, Part, SharedState, StudyChoice, View } from '../share/shared-state.js';
import type { History } from './history.js';
import type { Presets } from './presets.js';
import { placeFor } from './provided.js';

export { MOST_COMPARED } from '../share/shared-state.js';
export type { NamedDesign, Part, Stage, StudyChoice, Tab, View } from '../share/shared-state.js';

/** The inputs: what a person chose and nothing that follows from it. */
export interface Workbench {
  readonly model: Part<ModelInput>;
  readonly system: Part<SystemInput>;
  readonly strategy: Part<StrategyInput>;
  /** What is asked of a search over the strategies. */
  readonly search: SearchInput;
  /** The study that is open; the inputs of all of them where they differ from the paper's. */
  readonly study: StudyChoice;
  readonly view: View;
  /** The design that the headline compares with. */
  readonly baseline: NamedDesign | null;
  /** The designs kept to stand beside the current one, `MOST_COMPARED` at most. */
  readonly compared: readonly NamedDesign[];
}

/** What undo goes back and forth through; of the study only its inputs, since which one is open is a way of looking. */
export type Inputs = Pick<Workbench, DesignPart | 'search' | 'study'>;

export interface EditOptions {
  /** false while dragging: one undo entry for the whole drag, made by `commit()` or by the next other change. */
  readonly commit?: boolean;
}

export interface WorkbenchActions {
  /**
   * Changes inputs by path. `undefined` removes a datatype (`matrix.float8`) or a tier (`networks.2`). The change is
   * made whole or not at all: nothing happens when it would leave the part with a value its fields do not allow.
   */
  edit(part: DesignPart, changes: Readonly<Record<string, unknown>>, options?: EditOptions): void;
  /** Another value for a whole part, its base unchanged: the result of `setDegree`, for one. */
  replacePart<P extends DesignPart>(part: P, value: Design[P], options?: EditOptions): void;
  /**
   * Takes a network tier away. Traffic stays on the tier it was on, whose index may be one less now; what was on the
   * removed one goes to the tier in its place, or to the last. Nothing happens to the last tier left.
   */
  removeTier(index: number): void;
  /**
   * Changes what is asked of a search; nothing happens when it would become something no search takes
   * (src/share/search-check.ts). `bounds` and `allowed` replace the whole record.
   */
  editSearch(patch: Partial<SearchInput>, options?: EditOptions): void;
  /** Asks for the whole space again; a live search stays live. */
  resetSearch(): void;
  /** Looks at another study; no step for undo. Nothing happens when there is none of this id. */
  openStudy(id: string): void;
  /** Changes inputs of a study by name; nothing happens when one of them does not take its value. */
  editStudy(id: string, patch: StudyInputs, options?: EditOptions): void;
  /** Puts back the paper's inputs. */
  resetStudy(id: string): void;
  /**
   * A strategy that a search for `maxBatch` found. `step`: one undo entry. `in-place`: none of its own, it goes with
   * the change that it follows. The largest batch is kept, or the next search would start from the batch of this one's
   * answer, which may be less.
   */
  takeStrategy(strategy: StrategyInput, maxBatch: number, how: 'step' | 'in-place'): void;
  /** The end of a drag. */
  commit(): void;
  /** The newest revision of a preset; nothing of the part as it was is kept. An unknown id changes nothing. */
  loadPreset(part: DesignPart, presetId: string): void;
  loadFile<P extends DesignPart>(part: P, name: string, value: Design[P]): void;
  /** All three parts at once, each with its own name when the file has them. */
  loadDesign(name: string, design: Design, names?: Readonly<Record<DesignPart, string>>): void;
  /** All three parts as they are, with what they started from: one undo step. */
  takeParts(parts: Pick<Workbench, DesignPart>): void;
  /** What a link carried. One undo entry, so that Back pressed by mistake loses nothing. */
  restore(state: SharedState): void;
  /**
   * Puts back what the base has at these paths, or beneath them (`mem1` for all of it). With N or one degree alone, the
   * other degrees make up for it, as when it is typed.
   */
  resetPaths(part: DesignPart, paths: readonly string[]): void;
  resetPart(part: DesignPart): void;
  resetAll(): void;
  setView(patch: Partial<View>): void;
  /** Keeps the design as it is now to compare with. */
  setBaseline(): void;
  dropBaseline(): void;
  /** Keeps the design as it is now to stand beside others, under this name or its own; nothing beyond `MOST_COMPARED`. */
  compare(name: string): void;
  uncompare(index: number): void;
  /** A removed design back at its place; nothing where `MOST_COMPARED` are there. */
  putBackCompared(index: number, kept: NamedDesign): void;
  /** An empty name changes nothing. */
  renameCompared(index: number, name: string): void;
  undo(): void;
  redo(): void;
}

export interface WorkbenchState extends Workbench, WorkbenchActions {
  readonly presets: Presets;
  readonly history: History<Inputs>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The inputs were brought back by undo, redo or a link, not changed: what they hold is what is wanted. */
  readonly revisited: boolean;
  /** A control is being dragged: the link follows without filling the browser's history. */
  readonly dragging: boolean;
}

export type WorkbenchStore = StoreApi<WorkbenchState>;

const place = placeFor<WorkbenchStore>('provideWorkbench', 'the workbench is used');

/** Hands the app's store to `useWorkbench`. Called once at the start, and by each test that renders. */
export const provideWorkbench = place.provide;

/**
 * The app's store, for what is not a component.
 *
 * @throws when nothing was provided yet.
 */
export const workbench = place.provided;

/** Reads the store in a component: `useWorkbench((s) => s.model.value.hidden)`. Select narrowly; actions never change. */
export function useWorkbench<T>(selector: (state: WorkbenchState) => T): T {
  return useStore(workbench(), selector);
}

/** The design as it stands; the same object for the same inputs. */
export function selectDesign(state: Pick<Workbench, DesignPart>): Design {
  const last = lastDesign;
  if (
    last &&
    last.model === state.model.value &&
    last.system === state.system.value &&
    last.strategy === state.strategy.value
  )
    return last;
  lastDesign = { model: state.model.value, system: state.system.value, strategy: state.strategy.value };
  return lastDesign;
}
let lastDesign: Design | null = null;
