import classes from './small-switch.module.css';
import shared from './switch-knob.module.css';

interface SmallSwitchProps {
  readonly label: string;
  /** Its name, where the label does not say it. */
  readonly name?: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A switch with its label, in a line of others. */
export function SmallSwitch({ label, name, hint, checked, onChange }: SmallSwitchProps) {
  return (
    <label className={classes['switch']} data-hint={hint}>
      <input
        type="checkbox"
        role="switch"
        className={shared['knob']}
        aria-label={name}
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
