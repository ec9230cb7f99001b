import { useDeferredValue } from 'react';
import { useShown } from '../../state/shown.js';
import { BlockTime } from './block-time.js';
import { MemoryStacks } from './memory-stacks.js';
import classes from './overview.module.css';
import { TimeBreakdown } from './time-breakdown.js';

/** Where the time and the memory of a batch go. */
export function Overview() {
  const shown = useShown();
  // Sliders and headline first: the charts follow as soon as there is time.
  const evaluation = useDeferredValue(shown.evaluation);
  const baseline = useDeferredValue(shown.baseline);
  const tag = useDeferredValue(shown.tag);
  return (
    <div className={classes['container']} data-follows-design data-kind={shown.kind}>
      <div className={classes['overview']}>
        <div className={classes['time']}>
          <TimeBreakdown evaluation={evaluation} baseline={baseline} tag={tag} />
        </div>
        <div className={classes['memory']}>
          <MemoryStacks evaluation={evaluation} baseline={baseline} tag={tag} />
        </div>
        <div className={classes['block']}>
          <BlockTime evaluation={evaluation} tag={tag} />
        </div>
      </div>
    </div>
  );
}
