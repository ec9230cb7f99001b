import { createContext } from 'react';

/** Which groups are open, by name, so that what is mounted anew is folded as before; null where nothing remembers. */
export const FoldMemoryContext = createContext<Map<string, boolean> | null>(null);
