import type { Extent } from '../../core/studies/so-far.js';
import type { SearchState } from '../../state/search-results.js';

/**
 * How much of its space a result that is drawn rests on. Drawing lags behind the search: a result of fewer strategies than
 * it has tried is of a part, also just after its end. One of more is of the search before, whose results stay on the
 * screen while this one has none.
 */
export function searchExtent(
  { status, evaluated }: Pick<SearchState, 'status' | 'evaluated'>,
  drawn: { readonly evaluated: number },
): Extent {
  if (status === 'idle' || drawn.evaluated > evaluated) return 'whole';
  if (status === 'done') return drawn.evaluated === evaluated ? 'whole' : 'running';
  return status === 'running' ? 'running' : 'stopped';
}
