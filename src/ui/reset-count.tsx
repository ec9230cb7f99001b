import type { MouseEvent } from 'react';
import classes from './reset-count.module.css';

interface ResetCountProps {
  /** What is put back: "hardware", "HBM · tier 1". */
  readonly label: string;
  /** How many fields differ from what they started from. */
  readonly changes: number;
  readonly baseName: string;
  readonly onReset: () => void;
}

/** Beside a title: how many of its fields differ, which a press puts back. Keeps its place while none does. */
export function ResetCount({ label, changes, baseName, onReset }: ResetCountProps) {
  const press = (event: MouseEvent<HTMLElement>): void => {
    // It goes with the changes; the title it stands beside takes the focus.
    event.currentTarget.closest('section')?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    onReset();
  };
  return (
    <span className={classes['place']}>
      {changes > 0 && (
        <button
          type="button"
          className={classes['changes']}
          aria-label={`${changes} of the ${label} changed. Reset to ${baseName}`}
          data-hint={`${changes} ${changes === 1 ? 'field differs' : 'fields differ'} from ${baseName}\nPress to reset`}
          onClick={press}
        >
          {changes}
        </button>
      )}
    </span>
  );
}
