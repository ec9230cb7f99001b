import { useDeferredValue } from 'react';
import { useShown } from '../../state/shown.js';
import { Bandwidths } from './bandwidths.js';
import classes from './communication.module.css';
import { Traffic } from './traffic.js';

/** What crosses the networks and the offload tier, what of it the batch waits for, and what would hide it. */
export function Communication() {
  const shown = useShown();
  const evaluation = useDeferredValue(shown.evaluation);
  const tag = useDeferredValue(shown.tag);
  return (
    <div className={classes['container']} data-follows-design>
      <div className={classes['communication']}>
        <Traffic evaluation={evaluation} tag={tag} />
        <Bandwidths evaluation={evaluation} tag={tag} />
      </div>
    </div>
  );
}
