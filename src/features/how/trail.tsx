import type { Explainer } from '../../core/quantities/formula/explain.js';
import { useHow } from '../../state/how.js';
import { IconButton } from '../../ui/icon-button.js';
import { entryName } from './entry-name.js';
import classes from './how-panel.module.css';

/** Earlier ones are reached by going back. */
const MOST_SHOWN = 4;

/** How one came here: back, forward, and the quantities on the way. */
export function Trail({ explainer }: { readonly explainer: Explainer | null }) {
  const { trail, at, goTo } = useHow();
  const first = Math.max(0, at - MOST_SHOWN + 1);
  return (
    <nav className={classes['trail']} aria-label="Quantities visited">
      <IconButton icon="back" label="Previous" size="small" disabled={at === 0} onClick={() => goTo(at - 1)} />
      <IconButton
        icon="chevron"
        label="Next"
        size="small"
        disabled={at >= trail.length - 1}
        onClick={() => goTo(at + 1)}
      />
      <ol>
        {first > 0 && <li aria-hidden="true">…</li>}
        {trail.slice(first, at + 1).map((id, index) => {
          const place = first + index;
          return (
            // The same quantity may be visited again.
            <li key={`${place} ${id}`}>
              {place === at ? (
                <span aria-current="page">{entryName(id, explainer)}</span>
              ) : (
                <button type="button" onClick={() => goTo(place)}>
                  {entryName(id, explainer)}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
