import classes from './progress-track.module.css';

interface ProgressTrackProps {
  readonly label: string;
  /** Of all, 0 to 1. */
  readonly share: number;
  readonly valueText: string;
  /** It will not move on. */
  readonly stopped: boolean;
}

/** How much of a long work is done, as a bar. */
export function ProgressTrack({ label, share, valueText, stopped }: ProgressTrackProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={valueText}
      data-stopped={stopped || undefined}
      className={classes['track']}
    >
      <span style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
