import type { ReactNode } from 'react';
import classes from './side-scroll.module.css';
import { useHiddenRight } from './use-hidden-right.js';

/**
 * Around a table that may scroll sideways (its only child): while columns are out of sight, a line says so and goes to
 * them, and a shade lies at the edge they are behind.
 */
export function SideScroll({ children }: { readonly children: ReactNode }) {
  const [ref, hidden, scrollOn] = useHiddenRight<HTMLDivElement>();
  return (
    <div ref={ref} className={classes['frame']} data-more={hidden === 'right' || undefined}>
      {hidden !== 'nothing' && (
        <div className={classes['line']}>
          <button type="button" onClick={scrollOn}>
            {hidden === 'right' ? 'More columns →' : '← First columns'}
          </button>
        </div>
      )}
      {children}
    </div>
  );
}
