import { useSearch } from '../../state/search-results.js';
import { useThrottled } from '../../ui/use-throttled.js';
import classes from './progress.module.css';
import { durationText, paceText } from './search-sentence.js';

const UPDATE_MS = 100;
const grouped = (value: number): string => value.toLocaleString('en');

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
  const took = elapsedSeconds < 10 ? `${elapsedSeconds.toPrecision(2)} s` : durationText(elapsedSeconds);
  const idle = status === 'idle';
  return (
    <div className={classes['progress']} data-status={status}>
      <div
        role="progressbar"
        aria-label="Strategies tried"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={idle ? 'Not searched yet' : `${grouped(evaluated)} of ${grouped(total)}`}
        className={classes['track']}
      >
        <span style={{ transform: `scaleX(${share})` }} />
      </div>
      <div className={classes['figures']}>
        <span className={classes['count']}>{idle ? 'Not searched yet' : `${grouped(evaluated)} tried`}</span>
        <span className={classes['pace']}>{idle ? '' : paceText(ratePerSecond)}</span>
        <span className={classes['time']}>
          {idle ? '' : running ? (left === null ? '' : `${durationText(left)} left`) : `took ${took}`}
        </span>
      </div>
    </div>
  );
}
