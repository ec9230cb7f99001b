import { useId, type KeyboardEvent } from 'react';
import classes from './optional-number.module.css';
import { acceptQuantity, limitsText, type QuantityLimits } from './quantity-limits.js';
import { editText, shortText } from './quantity-text.js';
import { useDraft } from './use-draft.js';

interface OptionalNumberProps {
  readonly label: string;
  /** null for none. */
  readonly value: number | null;
  /** Shown while there is none: what then holds. */
  readonly placeholder: string;
  readonly limits: QuantityLimits;
  /** In characters. */
  readonly width?: number;
  readonly disabled?: boolean;
  /** Refuses a value that is within the limits: a sentence saying why, or nothing. */
  readonly refuse?: (value: number) => string | undefined;
  readonly onChange: (value: number | null) => void;
}

/**
 * A number that may be left out. Enter or leaving the box takes what is typed, nothing typed means none, Escape brings back
 * the old value; what is refused stays as typed, with the reason.
 */
export function OptionalNumber(props: OptionalNumberProps) {
  const { label, value, placeholder, limits, width = 8, disabled = false, refuse, onChange } = props;
  const draft = useDraft(value, (each) => (each === null ? '' : editText(each, limits.unit)));
  const { problem } = draft;
  const messageId = useId();
  const take = (): void => {
    if (draft.text === null || !draft.edited) {
      draft.end();
      return;
    }
    if (draft.text.trim() === '') {
      draft.end();
      if (value !== null) onChange(null);
      return;
    }
    const typed = acceptQuantity(draft.text, limits);
    const message = typed.ok ? refuse?.(typed.value) : typed.message;
    if (!typed.ok || message !== undefined) {
      draft.refuse(message ?? '');
      return;
    }
    draft.end();
    if (typed.value !== value) onChange(typed.value);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && draft.text !== null) {
      draft.end();
      event.stopPropagation();
    }
  };
  return (
    <span className={classes['place']}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        className={classes['box']}
        style={{ width: `calc(${width}ch + 14px)` }}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : messageId}
        data-hint={problem === null ? `${limitsText(limits)} Empty: ${placeholder}.` : undefined}
        data-editing={draft.edited || undefined}
        placeholder={placeholder}
        disabled={disabled}
        value={draft.text ?? (value === null ? '' : shortText(value, limits.unit))}
        onFocus={(event) => {
          if (problem !== null) return;
          draft.begin();
          event.currentTarget.select();
        }}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={key}
      />
      {problem !== null && (
        <span id={messageId} role="alert" className={classes['problem']}>
          {problem}
        </span>
      )}
    </span>
  );
}
