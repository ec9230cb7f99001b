import shared from './entry-box.module.css';
import classes from './text-entry.module.css';
import { useEntry, type Reading } from './use-entry.js';

const BOX = `${shared['box']} ${classes['box']}`;
const PROBLEM = `${shared['problem']} ${classes['problem']}`;

interface TextEntryProps<V> {
  readonly label: string;
  readonly value: V;
  /** The value as text to edit; reads back to the same value. */
  readonly write: (value: V) => string;
  /** As it stands while nobody is in the box; without it, as it is edited. */
  readonly shown?: string;
  readonly read: (text: string) => Reading<V>;
  readonly hint: string;
  /** In characters. */
  readonly width: number;
  readonly numeric?: boolean;
  /** What a screen's keyboard offers. */
  readonly inputMode?: 'decimal';
  /** Shown while the box is empty. */
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: V) => void;
}

/** A value typed as text. */
export function TextEntry<V>(props: TextEntryProps<V>) {
  const { label, value, write, shown, read, hint, width, numeric = false, inputMode, placeholder, disabled } = props;
  const { text, problem, messageId, begin, key, box } = useEntry({
    value,
    write,
    read,
    onTake: (typed) => {
      if (write(typed) !== write(value)) props.onChange(typed);
    },
  });
  return (
    <span className={classes['place']}>
      <input
        {...box}
        inputMode={inputMode}
        className={BOX}
        style={{ width: `calc(${width}ch + 14px)` }}
        data-numeric={numeric || undefined}
        aria-label={label}
        data-hint={problem === null ? hint : undefined}
        placeholder={placeholder}
        disabled={disabled}
        value={text ?? shown ?? write(value)}
        onFocus={(event) => {
          if (problem !== null) return;
          begin();
          event.currentTarget.select();
        }}
        onKeyDown={key}
      />
      {problem !== null && (
        <span id={messageId} role="alert" className={PROBLEM}>
          {problem}
        </span>
      )}
    </span>
  );
}
