import { create } from 'zustand';
import type { Design } from '../core/inputs/design.js';

/** A design that is not the current one, whose numbers stand somewhere on the screen. */
export interface OtherDesign {
  /** As a reader would call it: "Row 3 of the search: t8 p8 d64 v1 b1". */
  readonly name: string;
  readonly design: Design;
}

interface How {
  /** The quantities that were looked at, by id; empty while the panel is closed. */
  readonly trail: readonly string[];
  /** Which of them is shown. */
  readonly at: number;
  /** Whose numbers are explained; null for the current design, which is followed as it changes. */
  readonly of: OtherDesign | null;
  /** What was clicked, so that the focus can go back to it. */
  readonly opener: Element | null;
  /** From the one shown to another: what was ahead of it on the trail is forgotten. */
  readonly visit: (id: string) => void;
  /** To a quantity that is on the trail. */
  readonly goTo: (at: number) => void;
}

/** Which number is explained, and how one came to it. Not part of the design, the link or the undo history. */
export const useHow = create<How>()((set) => ({
  trail: [],
  at: 0,
  of: null,
  opener: null,
  visit: (id) =>
    set(({ trail, at }) => (trail[at] === id ? {} : { trail: [...trail.slice(0, at + 1), id], at: at + 1 })),
  goTo: (to) => set(({ trail }) => (to in trail ? { at: to } : {})),
}));

/** Explains a quantity (an id of core/quantities) on a new trail; `opener` is what showed it, `of` whose it is. */
export function showHow(id: string, opener: Element | null = null, of: OtherDesign | null = null): void {
  useHow.setState({ trail: [id], at: 0, of, opener });
}

/** The same quantity of the current design. */
export function explainCurrent(): void {
  useHow.setState({ of: null });
}

/** Puts the explanation away. */
export function hideHow(): void {
  useHow.setState({ trail: [], at: 0, of: null, opener: null });
}

const shown = new WeakMap<Element, OtherDesign>();

/** As a `ref`: the numbers in this element, and the clicks that ask about them, are of another design than the current one. */
export const showsDesign =
  (of: OtherDesign | null) =>
  (element: Element | null): void => {
    if (element === null) return;
    if (of === null) shown.delete(element);
    else shown.set(element, of);
  };

/** Whose numbers an element shows; null for the current design's. */
export function designShownBy(element: Element): OtherDesign | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const of = shown.get(at);
    if (of !== undefined) return of;
  }
  return null;
}
