import type { ReactNode } from 'react';
import { FoldArrow } from './fold-arrow.js';
import classes from './fold-title.module.css';

interface FoldTitleProps {
  readonly open: boolean;
  /** The id of what it folds. */
  readonly controls: string;
  readonly onOpen: (open: boolean) => void;
  readonly children: ReactNode;
}

/** The heading of settings that fold, at the left of the line that stands for them. */
export function FoldTitle({ open, controls, onOpen, children }: FoldTitleProps) {
  return (
    <h3 className={classes['title']}>
      <button type="button" aria-expanded={open} aria-controls={controls} onClick={() => onOpen(!open)}>
        <FoldArrow open={open} />
        {children}
      </button>
    </h3>
  );
}
