import { useSearch } from '../../state/search-results.js';
import classes from './search.module.css';

/** Before the first results: what there will be. */
export function EmptySearch() {
  const status = useSearch((state) => state.status);
  if (status === 'running' || status === 'done') {
    return (
      <div className={classes['message']}>
        <h3>Searching…</h3>
        <p>The first results come in a moment.</p>
      </div>
    );
  }
  return (
    <div className={classes['message']}>
      <h3>No search yet</h3>
      <p>
        A search tries every strategy that the constraints leave, with the same formulas as everything else here, and
        shows
      </p>
      <ul>
        <li>the best of them, and what it does differently from the current strategy;</li>
        <li>how many fit, why the others do not, and how near the nearest miss was;</li>
        <li>how rare good strategies are, and what rate costs how much HBM;</li>
        <li>what the best have in common, and all of them in a table.</li>
      </ul>
    </div>
  );
}
