import { useMemo } from 'react';
import { useSearch } from '../../state/search-results.js';
import { useDrawnValue } from '../../ui/use-throttled.js';
import { AdoptedNote } from './adopted.js';
import { EmptySearch } from './empty-search.js';
import { Results } from './results.js';
import { SearchBar } from './search-bar.js';
import { Settings } from './settings.js';
import classes from './search.module.css';

/** Charts are dear to draw: while a search streams they follow at this pace. */
const UPDATE_MS = 100;

/** Searches every strategy: what to search, how far it is, what it found. */
export function Search() {
  const tally = useSearch((state) => state.tally);
  const design = useSearch((state) => state.design);
  const input = useSearch((state) => state.input);
  const bestPlace = useSearch((state) => state.bestPlace);
  const bestStrategy = useSearch((state) => state.bestStrategy);
  // One value, so that the parts of the screen are always of the same moment.
  const found = useMemo(
    () =>
      tally === null || design === null || input === null ? null : { tally, design, input, bestPlace, bestStrategy },
    [tally, design, input, bestPlace, bestStrategy],
  );
  const shown = useDrawnValue(found, UPDATE_MS);
  return (
    <div className={classes['search']}>
      <AdoptedNote />
      <SearchBar />
      <Settings />
      {shown === null ? <EmptySearch /> : <Results found={shown} />}
    </div>
  );
}
