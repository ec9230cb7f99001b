import type { ReactNode } from 'react';
import type { ShownQuantity } from '../../core/studies/figure.js';
import { explainPoint } from './explain-point.js';
import classes from './point-number.module.css';

interface PointNumberProps {
  readonly point: string;
  readonly quantity: ShownQuantity | undefined;
  readonly hint?: string;
  /** The Tab key stops here: the row has no other button; from it the arrow keys lead on. */
  readonly first?: boolean;
  readonly children: ReactNode;
}

/** A number of a point, in a table: pressed, it says how it comes to be. */
export function PointNumber({ point, quantity, hint, first = false, children }: PointNumberProps) {
  return (
    <button
      type="button"
      tabIndex={first ? 0 : -1}
      data-point={point}
      data-asks={quantity}
      data-hint={`${hint === undefined ? '' : `${hint}\n`}How it is computed`}
      className={classes['number']}
      onClick={(event) => explainPoint(point, quantity, event.currentTarget)}
    >
      {children}
    </button>
  );
}
