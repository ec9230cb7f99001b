import type { ReactNode } from 'react';
import classes from './number-button.module.css';

interface NumberButtonProps {
  /** The id of the quantity it shows: a click asks how it is computed. */
  readonly id: string;
  readonly hint?: string;
  /** It stands by itself, not in a table's row: the Tab key stops here. */
  readonly alone?: boolean;
  readonly children: ReactNode;
}

/**
 * A number that says how it is computed. In a table the Tab key stops at the name of a row only; from there the arrow
 * keys lead to its numbers (`walkCells`).
 */
export function NumberButton({ id, hint = 'How it is computed', alone = false, children }: NumberButtonProps) {
  return (
    <button type="button" tabIndex={alone ? 0 : -1} data-how={id} data-hint={hint} className={classes['number']}>
      {children}
    </button>
  );
}
