import { useEffect, useState } from 'react';
import { grouped } from '../../core/quantities/grouped.js';
import { changesText } from '../../core/strategy/strategy-changes.js';
import { useSearch } from '../../state/search-results.js';
import classes from './header.module.css';

const SHOWN_MS = 6000;

/** What the live search changed last, for some seconds; else that it follows. */
export function LiveLine() {
  const flips = useSearch((state) => state.flips);
  const flipCount = useSearch((state) => state.flipCount);
  const status = useSearch((state) => state.status);
  const feasible = useSearch((state) => state.tally?.feasible ?? null);
  const [seen, setSeen] = useState(flipCount);
  useEffect(() => {
    const timer = window.setTimeout(() => setSeen(flipCount), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [flipCount]);
  const isFlipped = flipCount !== seen && flips.length > 0;
  const following =
    status === 'done' && feasible === 0
      ? 'Live: no strategy is feasible'
      : feasible === null
        ? 'Live: follows the best strategy'
        : `Live: the best of ${grouped(feasible)} feasible strategies`;
  const text = isFlipped ? changesText(flips) : following;
  return (
    <p className={classes['live']} data-flipped={isFlipped || undefined} data-hint={isFlipped ? text : undefined}>
      {text}
    </p>
  );
}
