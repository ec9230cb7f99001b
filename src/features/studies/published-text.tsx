import type { Published } from '../../core/studies/figure.js';
import { agrees, differenceText } from './published.js';
import classes from './published-text.module.css';

interface PublishedTextProps {
  readonly published: Published | undefined;
  /** Ours may still change: it is not held against the paper's. */
  readonly isPartial?: boolean;
}

function comparison(published: Published, isPartial: boolean): string {
  if (isPartial) return 'Ours is compared with it when every question is answered';
  return agrees(published) ? 'Ours agrees to its digits' : `Ours: ${published.ours}`;
}

/** What the paper printed, with a tick where ours has the same digits and the difference where not. */
export function PublishedText({ published, isPartial = false }: PublishedTextProps) {
  if (published === undefined) return null;
  return (
    <span
      className={classes['published']}
      data-hint={`Published: ${published.text}. ${comparison(published, isPartial)}`}
    >
      {published.text}{' '}
      <span className={classes['mark']} data-agrees={isPartial ? undefined : agrees(published)}>
        {isPartial ? '' : differenceText(published)}
      </span>
    </span>
  );
}
