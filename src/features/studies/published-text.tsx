import type { Published } from '../../core/studies/figure.js';
import { agrees, differenceText } from './published.js';
import classes from './published-text.module.css';

/** What the paper printed, with a tick where ours has the same digits and the difference where not. */
export function PublishedText({ published }: { readonly published: Published | undefined }) {
  if (published === undefined) return null;
  const same = agrees(published);
  return (
    <span
      className={classes['published']}
      data-hint={
        same
          ? `Published: ${published.text}. Ours agrees to its digits`
          : `Published: ${published.text}. Ours: ${published.ours}`
      }
    >
      {published.text}{' '}
      <span className={classes['mark']} data-agrees={same}>
        {differenceText(published)}
      </span>
    </span>
  );
}
