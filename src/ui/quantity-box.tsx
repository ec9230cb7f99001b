import { useId, type KeyboardEvent } from 'react';
import classes from './quantity-box.module.css';
import { acceptQuantity, limitsText, type QuantityLimits } from './quantity-limits.js';
import { editText, shortText } from './quantity-text.js';
import { useDraft } from './use-draft.js';

interface QuantityBoxProps {
  readonly label: string;
  readonly value: number;
  readonly limits: QuantityLimits;
  readonly disabled?: boolean | undefined;
  /** Refuses a value that is within the limits: a sentence saying why, or nothing. */
  readonly refuse?: ((value: number) => string | undefined) | undefined;
  readonly onAccept: (value: number) => void;
  /** Up and down arrows, where the field has a step. */
  readonly onStep?: ((direction: 1 | -1, fine: boolean) => void) | undefined;
  readonly onStepEnd?: (() => void) | undefined;
}

/**
 * The number of a quantity field. Reads units as people type them; Enter or leaving it takes the value,
 * Escape brings back the old one. A refused value stays as typed, with a message that says what is allowed.
 */
export function QuantityBox({
  label,
  value,
  limits,
  disabled = false,
  refuse,
  onAccept,
  onStep,
  onStepEnd,
}: QuantityBoxProps) {
  const draft = useDraft(value, (each) => editText(each, limits.unit));
  const { problem } = draft;
  const messageId = useId();

  const take = (): void => {
    if (draft.text === null || !draft.edited) {
      draft.end();
      return;
    }
    const typed = acceptQuantity(draft.text, limits);
    const message = typed.ok ? refuse?.(typed.value) : typed.message;
    if (message !== undefined || !typed.ok) {
      draft.refuse(message ?? '');
      return;
    }
    draft.end();
    if (typed.value !== value) onAccept(typed.value);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && draft.text !== null) {
      draft.end();
      event.stopPropagation();
    } else if (onStep !== undefined && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      draft.end();
      onStep(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
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
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : messageId}
        data-hint={problem === null ? limitsText(limits) : undefined}
        data-editing={draft.edited || undefined}
        disabled={disabled}
        value={draft.text ?? shortText(value, limits.unit)}
        onFocus={(event) => {
          if (problem !== null) return;
          draft.begin();
          const box = event.currentTarget;
          requestAnimationFrame(() => box.select());
        }}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={key}
        onKeyUp={onStepEnd}
      />
      {problem !== null && (
        <span id={messageId} role="alert" className={classes['problem']}>
          {problem}
        </span>
      )}
    </span>
  );
}
