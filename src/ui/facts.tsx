import classes from './facts.module.css';

export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly help?: string;
}

/** A few derived numbers under a group of fields, in the same columns. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {facts.map(({ label, text, help }) => (
        <div key={label} className={classes['fact']} data-hint={help}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
