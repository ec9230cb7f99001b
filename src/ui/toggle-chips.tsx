import classes from './toggle-chips.module.css';

export interface Chip {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
}

interface ToggleChipsProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  /** The values that are on. */
  readonly on: readonly string[];
  readonly onChange: (on: readonly string[]) => void;
}

/** Values that may each be allowed or not: native checkboxes drawn as chips. The last one that is on stays on. */
export function ToggleChips({ label, chips, on, onChange }: ToggleChipsProps) {
  return (
    <span role="group" aria-label={label} className={classes['chips']}>
      {chips.map(({ value, label: text, help }) => {
        const checked = on.includes(value);
        const isLast = checked && on.length === 1;
        return (
          <label key={value} className={classes['chip']} data-hint={isLast ? 'At least one has to be allowed' : help}>
            <input
              type="checkbox"
              className="visually-hidden"
              checked={checked}
              aria-disabled={isLast || undefined}
              onChange={() => {
                if (isLast) return;
                const next = chips.map((chip) => chip.value).filter((each) => on.includes(each) !== (each === value));
                onChange(next);
              }}
            />
            {text}
          </label>
        );
      })}
    </span>
  );
}
