import { useEffect, useId, useState, type ReactNode } from 'react';
import { FoldArrow } from './fold-arrow.js';
import classes from './fold-group.module.css';

/** Dispatched on the window to open every group: what is looked for may be in a folded one. */
export const UNFOLD_ALL = 'unfold-all';

interface FoldGroupProps {
  readonly title: string;
  /** 2 for a part, whose heading stays in view; 3 for a group inside it. */
  readonly level: 2 | 3;
  /** Beside the title: a preset, a count, buttons. */
  readonly aside?: ReactNode;
  readonly openAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A titled group that folds. What is folded is not mounted. */
export function FoldGroup({ title, level, aside, openAtFirst = true, children }: FoldGroupProps) {
  const [open, setOpen] = useState(openAtFirst);
  const id = useId();
  useEffect(() => {
    const unfold = (): void => setOpen(true);
    window.addEventListener(UNFOLD_ALL, unfold);
    return () => window.removeEventListener(UNFOLD_ALL, unfold);
  }, []);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={level === 2 ? classes['part'] : classes['group']} aria-label={title}>
      <div className={classes['heading']}>
        <Heading className={classes['title']}>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            className={classes['fold']}
            onClick={() => setOpen(!open)}
          >
            <FoldArrow open={open} />
            {title}
          </button>
        </Heading>
        {aside}
      </div>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
