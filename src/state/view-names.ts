import type { Tab } from './workbench.js';

/** Every view of the results, in the order of its tab. */
export const VIEWS: readonly { readonly tab: Tab; readonly label: string }[] = [
  { tab: 'overview', label: 'Overview' },
  { tab: 'layers', label: 'Layers' },
  { tab: 'communication', label: 'Communication' },
  { tab: 'search', label: 'Search' },
  { tab: 'studies', label: 'Studies' },
  { tab: 'compare', label: 'Compare' },
];
