import type { Design } from '../../core/inputs/design.js';
import type { SearchTally } from '../../core/search/tally.js';
import { showsDesign } from '../../state/how.js';
import { searchControl } from '../../state/search-results.js';
import { NumberButton } from '../../ui/number-button.js';
import { overText } from './infeasible-rows.js';
import { foundDesign } from './row-design.js';

interface MissingMemoryProps {
  readonly miss: NonNullable<SearchTally['nearestMiss']>;
  /** What was searched. */
  readonly design: Design;
}

/** How much HBM the nearest miss is over; pressed, it says how its memory comes to be. */
export function MissingMemory({ miss, design }: MissingMemoryProps) {
  const of = foundDesign('Nearest miss of the search', design, searchControl().strategyAt(miss.place));
  if (of === null) return overText(miss.overBytes);
  return (
    <span ref={showsDesign(of)}>
      <NumberButton id="tier1-memory" alone>
        {overText(miss.overBytes)}
      </NumberButton>
    </span>
  );
}
