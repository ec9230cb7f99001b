import { create } from 'zustand';

/** Something a person should know that no field or chart says: what a link could not bring, what is wrong with a file. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'error';
  readonly title: string;
  readonly lines: readonly string[];
}

interface Notices {
  readonly notices: readonly Notice[];
  readonly add: (notice: Omit<Notice, 'id'>) => void;
  readonly dismiss: (id: number) => void;
  readonly dismissAll: () => void;
}

let lastId = 0;

/** A notice with a title already shown takes the place of the old one. */
export const useNotices = create<Notices>()((set, get) => ({
  notices: [],
  add: (notice) => {
    lastId += 1;
    const others = get().notices.filter((other) => other.title !== notice.title);
    set({ notices: [...others, { ...notice, id: lastId }] });
  },
  dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  dismissAll: () => set({ notices: [] }),
}));
