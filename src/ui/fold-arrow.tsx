import classes from './fold-arrow.module.css';
import { Icon } from './icons.js';

/** Beside what folds: to the right while folded, down when open. */
export function FoldArrow({ open }: { readonly open: boolean }) {
  return (
    <span className={open ? classes['open'] : classes['closed']}>
      <Icon name="chevron" size={12} />
    </span>
  );
}
