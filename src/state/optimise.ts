import { searchControl, useSearch } from './search-results.js';
import { workbench } from './workbench.js';

/** Opens the search and starts it, unless it runs already, has its results, or would take long. */
export function optimise(): void {
  workbench().getState().setView({ tab: 'search' });
  const { status, stale, long, problems } = useSearch.getState();
  const isAnswered = status === 'running' || (status === 'done' && !stale);
  if (!isAnswered && !long && problems.length === 0) searchControl().start();
}
