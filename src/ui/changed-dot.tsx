import classes from './changed-dot.module.css';
import { memoInUnits } from './memo-in-units.js';

interface ChangedDotProps {
  readonly changed: boolean;
  readonly label: string;
  /** The value it started from, as text, and what it started from: "2,048 GB/s", "A100 80 GiB". */
  readonly baseText: string;
  readonly baseName: string;
  readonly onReset: () => void;
}

/** The mark of a field that differs from what it started from: says the original value, resets on a press. Keeps its place when absent. */
export const ChangedDot = memoInUnits(function ChangedDot({
  changed,
  label,
  baseText,
  baseName,
  onReset,
}: ChangedDotProps) {
  if (!changed) return <span className={classes['place']} aria-hidden="true" />;
  return (
    <button
      type="button"
      className={classes['dot']}
      aria-label={`Reset ${label} to ${baseText}`}
      data-hint={`${baseName}: ${baseText}\nPress to reset`}
      onClick={onReset}
    />
  );
});
