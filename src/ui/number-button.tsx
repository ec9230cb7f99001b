import type { ReactNode } from 'react';
import classes from './number-button.module.css';

interface NumberButtonProps {
  /** The id of the quantity it shows: a click asks how it is computed. */
  readonly id: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/**
 * A number in a table that says how it is computed. The Tab key stops at the name of a row only; from there the arrow
 * keys lead to its numbers (`walkCells`).
 */
export function NumberButton({ id, hint = 'How it is computed', children }: NumberButtonProps) {
  return (
    <button type="button" tabIndex={-1} data-how={id} data-hint={hint} className={classes['number']}>
      {children}
    </button>
  );
}
