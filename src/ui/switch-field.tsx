import { useId, type ReactNode } from 'react';
import { FieldRow } from './field-row.js';
import classes from './switch-field.module.css';
import shared from './switch-knob.module.css';

const SWITCH = `${shared['knob']} ${classes['switch']}`;

interface SwitchFieldProps {
  readonly label: string;
  readonly fullLabel?: string | undefined;
  /** One line beneath the label; without it, `help` is the label's hint. */
  readonly explanation?: string | undefined;
  readonly help?: string | undefined;
  readonly checked: boolean;
  readonly dot?: ReactNode;
  readonly field?: string | undefined;
  readonly aside?: ReactNode;
  /** A rule that forbids flipping it now. It stays focusable, so that the reason can be read. */
  readonly forbidden?: string | undefined;
  readonly onChange: (checked: boolean) => void;
}

/** A flag: label, what it does, and a native checkbox drawn as a switch. */
export function SwitchField(props: SwitchFieldProps) {
  const { label, fullLabel = label, explanation, help, checked, dot, aside, forbidden, onChange } = props;
  const id = useId();
  const line = forbidden ?? explanation;
  return (
    <div className={classes['field']}>
      <FieldRow
        wide
        field={props.field}
        label={
          <>
            <input
              id={id}
              type="checkbox"
              role="switch"
              className={SWITCH}
              aria-label={fullLabel}
              aria-describedby={line === undefined ? undefined : `${id}-line ${id}-aside`}
              aria-disabled={forbidden === undefined ? undefined : true}
              aria-checked={checked}
              checked={checked}
              onChange={(event) => {
                if (forbidden === undefined) onChange(event.currentTarget.checked);
              }}
            />
            <label htmlFor={id}>{label}</label>
          </>
        }
        help={help}
        dot={dot}
      >
        <span id={`${id}-aside`} className={classes['space']}>
          {aside}
        </span>
      </FieldRow>
      {line !== undefined && (
        <p id={`${id}-line`} className={forbidden === undefined ? classes['line'] : classes['forbidden']}>
          {line}
        </p>
      )}
    </div>
  );
}
