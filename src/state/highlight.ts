import { create } from 'zustand';

interface Highlight {
  /** The quantity under the pointer or the focus: it lights up wherever it is drawn. */
  readonly quantityId: string | null;
  /** The operation under the pointer or the focus, in the layers' table and roofline alike. */
  readonly operation: string | null;
  readonly light: (quantityId: string | null) => void;
  readonly lightOperation: (operation: string | null) => void;
}

/** What is lit up at the moment. Not part of the design, the link or the undo history. */
export const useHighlight = create<Highlight>()((set) => ({
  quantityId: null,
  operation: null,
  light: (quantityId) => set({ quantityId }),
  lightOperation: (operation) => set({ operation }),
}));
