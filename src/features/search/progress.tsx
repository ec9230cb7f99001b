import { grouped } from '../../core/quantities/grouped.js';
import { useSearch } from '../../state/search-results.js';
import { durationText, elapsedText, paceText } from '../../ui/duration-text.js';
import { ProgressTrack } from '../../ui/progress-track.js';
import { useThrottled } from '../../ui/use-throttled.js';
import classes from './progress.module.css';

const UPDATE_MS = 100;

/** How far the search is: count, rate and time left, in cells that keep their width. */
export function Progress() {
  const state = useThrottled(useSearch(), UPDATE_MS);
  const { status, evaluated, ratePerSecond, elapsedSeconds, estimatedSeconds } = state;
  const running = status === 'running';
  // The results on the screen may still be those of another space.
  const total = running ? state.plannedTotal : state.total;
  // With a microbatch break fewer are tried than the space has.
  const share = status === 'done' ? 1 : total > 0 ? Math.min(1, evaluated / total) : 0;
  const left = running && estimatedSeconds !== null ? Math.max(0, estimatedSeconds - elapsedSeconds) : null;
  const idle = status === 'idle';
  return (
    <div className={classes['progress']}>
      <ProgressTrack
        label="Strategies tried"
        share={share}
        valueText={idle ? 'Not searched yet' : `${grouped(evaluated)} of ${grouped(total)}`}
        stopped={status === 'cancelled' || status === 'error'}
      />
      <div className={classes['figures']}>
        <span className={classes['count']}>{idle ? 'Not searched yet' : `${grouped(evaluated)} tried`}</span>
        <span className={classes['pace']}>{idle ? '' : paceText(ratePerSecond)}</span>
        <span className={classes['time']}>
          {idle
            ? ''
            : running
              ? left === null
                ? ''
                : `${durationText(left)} left`
              : `took ${elapsedText(elapsedSeconds)}`}
        </span>
      </div>
    </div>
  );
}
