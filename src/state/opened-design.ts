import { create } from 'zustand';
import { same } from '../share/same.js';
import { DESIGN_PARTS, type SharedState } from '../share/shared-state.js';
import type { StoredDesign } from './saved-design.js';

/** The saved design that the one on the screen came from, or was saved as. */
export interface OpenedDesign {
  readonly record: StoredDesign;
  /** The state as it was saved. */
  readonly saved: SharedState;
}

/** It is apart from the library, which is loaded when it is first used: the header shows the name from the start. */
export const useOpenedDesign = create<{ readonly opened: OpenedDesign | null }>()(() => ({ opened: null }));

/** Whether the inputs differ from those that were saved; how they are looked at and what stands beside them do not count. */
export function isUnsaved({ saved }: OpenedDesign, now: Omit<SharedState, 'view' | 'compared'>): boolean {
  return (
    DESIGN_PARTS.some((part) => !same(saved[part], now[part])) ||
    !same(saved.search, now.search) ||
    !same(saved.study.changes, now.study.changes)
  );
}
