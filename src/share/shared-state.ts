import type { Design, DesignPart, ModelInput, StrategyInput, SystemInput } from '../core/inputs/design.js';
import type { SearchInput } from '../core/inputs/search-input.js';
import type { StudyInputs } from '../core/studies/study.js';

/** What a part of a design started from: a revision of a preset, or an opened file (`presetId` null, revision 1). */
export interface Base<T> {
  readonly presetId: string | null;
  readonly revision: number;
  readonly name: string;
  readonly value: T;
}

/** One part of a design: what it started from and what it is now. */
export interface Part<T> {
  readonly base: Base<T>;
  readonly value: T;
}

/** A part as its base has it: just loaded. */
export function asBase<T>(base: Base<T>): Part<T> {
  return { base, value: base.value };
}

export const TABS = ['overview', 'layers', 'communication', 'search', 'studies', 'compare'] as const;
export type Tab = (typeof TABS)[number];

export const STAGES = ['forward', 'agrad', 'wgrad', 'optimizer'] as const;
export type Stage = (typeof STAGES)[number];

/** How the screen looks at the design; it travels in the link but is not part of undo. */
export interface View {
  readonly tab: Tab;
  /** The stage that the roofline and the table of layers show. */
  readonly stage: Stage;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
}

export const DEFAULT_VIEW: View = { tab: 'overview', stage: 'forward', sort: null };

/** Which study is looked at, and what its inputs and those of the others are. */
export interface StudyChoice {
  /** A study's id. */
  readonly open: string;
  /** By study id, only what is not as the study has it initially; a study without changes is not in it. */
  readonly changes: Readonly<Record<string, StudyInputs>>;
}

/** A design as it was when it was kept under a name. */
export interface NamedDesign {
  readonly name: string;
  readonly design: Design;
}

/** With the current design, four side by side. */
export const MOST_COMPARED = 3;

/** Everything a link carries. */
export interface SharedState {
  readonly model: Part<ModelInput>;
  readonly system: Part<SystemInput>;
  readonly strategy: Part<StrategyInput>;
  readonly search: SearchInput;
  readonly study: StudyChoice;
  /** The designs kept to stand beside the current one, `MOST_COMPARED` at most; no part of undo. */
  readonly compared: readonly NamedDesign[];
  readonly view: View;
}

export const DESIGN_PARTS: readonly DesignPart[] = ['model', 'system', 'strategy'];
