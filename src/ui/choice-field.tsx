import { useId, type ReactNode } from 'react';
import { FieldRow } from './field-row.js';
import classes from './choice-field.module.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help: string;
  readonly aside?: ReactNode;
  /** A rule that forbids it now. It stays focusable, so that the reason can be read. */
  readonly forbidden?: string | undefined;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly help: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly dot?: ReactNode;
  readonly field?: string | undefined;
  readonly aside?: ReactNode;
  readonly onChange: (value: string) => void;
}

/** A few options, all in view: native radio buttons, each with what it does. */
export function ChoiceField({ label, help, choices, value, dot, field, aside, onChange }: ChoiceFieldProps) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={`${name}-help`}
      className={classes['field']}
      data-field={field}
    >
      <FieldRow wide label={label} help={help} dot={dot}>
        <span className={classes['space']}>{aside}</span>
      </FieldRow>
      {choices.map((choice) => (
        <label key={choice.value} className={classes['choice']} data-hint={choice.forbidden ?? choice.help}>
          <input
            type="radio"
            name={name}
            className={classes['radio']}
            checked={choice.value === value}
            aria-disabled={choice.forbidden === undefined ? undefined : true}
            aria-label={choice.label}
            aria-describedby={`${name}-${choice.value}`}
            onChange={() => {
              if (choice.forbidden === undefined) onChange(choice.value);
            }}
          />
          <span className={choice.forbidden === undefined ? classes['name'] : classes['off']}>{choice.label}</span>
          {choice.forbidden === undefined ? (
            <span id={`${name}-${choice.value}`}>{choice.aside}</span>
          ) : (
            <span id={`${name}-${choice.value}`} className={classes['forbidden']}>
              {choice.forbidden}
            </span>
          )}
        </label>
      ))}
      <div id={`${name}-help`} className={classes['helps']}>
        {/* All in one place, one in view: as tall as the longest, whichever is chosen. */}
        {choices.map((choice) => (
          <p key={choice.value} hidden={choice.value !== value}>
            {choice.help}
          </p>
        ))}
      </div>
    </div>
  );
}
