import type { Workbench } from './workbench.js';

/** Whether designs stand side by side on the screen: what is said of it is of all of them, not of the current one. */
export const isComparing = ({ view, compared }: Pick<Workbench, 'view' | 'compared'>): boolean =>
  view.tab === 'compare' && compared.length > 0;
