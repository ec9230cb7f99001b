import { create } from 'zustand';

interface How {
  /** The quantities that were looked at, by id; empty while the panel is closed. */
  readonly trail: readonly string[];
  /** Which of them is shown. */
  readonly at: number;
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
  opener: null,
  visit: (id) =>
    set(({ trail, at }) => (trail[at] === id ? {} : { trail: [...trail.slice(0, at + 1), id], at: at + 1 })),
  goTo: (to) => set(({ trail }) => (to in trail ? { at: to } : {})),
}));

/** Explains a quantity (an id of core/quantities) on a new trail; `opener` is what showed it. */
export function showHow(id: string, opener: Element | null = null): void {
  useHow.setState({ trail: [id], at: 0, opener });
}

/** Puts the explanation away. */
export function hideHow(): void {
  useHow.setState({ trail: [], at: 0, opener: null });
}
