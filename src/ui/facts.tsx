import classes from './facts.module.css';
import { NumberButton } from './number-button.js';

export interface Fact {
  readonly label: string;
  readonly text: string;
  readonly help?: string;
  /** The id of the quantity, where it can be asked how it is computed. */
  readonly how?: string;
}

/** A few derived numbers under a group of fields, in the same columns. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {facts.map(({ label, text, help, how }) => (
        <div key={label} className={classes['fact']} data-hint={help}>
          <dt>{label}</dt>
          <dd>
            {how === undefined ? (
              text
            ) : (
              <NumberButton id={how} hint={`${help ?? ''}\nHow it is computed`.trim()} alone>
                {text}
              </NumberButton>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
