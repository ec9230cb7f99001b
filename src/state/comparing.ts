import { MOST_COMPARED, type Workbench } from './workbench.js';

/** Whether designs stand side by side on the screen: what is said of it is of all of them, not of the current one. */
export const isComparing = ({ view, compared }: Pick<Workbench, 'view' | 'compared'>): boolean =>
  view.tab === 'compare' && compared.length > 0;

/** Why no other design can be pinned to stand beside the current one; null while there is room. */
export const noRoomToCompare = ({ compared }: Pick<Workbench, 'compared'>): string | null =>
  compared.length < MOST_COMPARED ? null : `${MOST_COMPARED} designs are pinned: remove one first`;
