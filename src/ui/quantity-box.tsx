import { useId, useState, type KeyboardEvent } from 'react';
import classes from './quantity-box.module.css';
import { acceptQuantity, limitsText, type QuantityLimits } from './quantity-limits.js';
import { editText, shortText } from './quantity-text.js';

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
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ readonly message: string; readonly at: number } | null>(null);
  const messageId = useId();
  // A value that changes from outside (undo, a preset) wins over a refused text.
  const problem = refused !== null && refused.at === value ? refused : null;
  const shown = draft !== null && (refused === null || problem !== null) ? draft : shortText(value, limits.unit);

  const restore = (): void => {
    setDraft(null);
    setRefused(null);
  };
  const take = (): void => {
    if (draft === null) return;
    if (draft === editText(value, limits.unit)) {
      restore();
      return;
    }
    const typed = acceptQuantity(draft, limits);
    const message = typed.ok ? refuse?.(typed.value) : typed.message;
    if (message !== undefined || !typed.ok) {
      setRefused({ message: message ?? '', at: value });
      return;
    }
    restore();
    if (typed.value !== value) onAccept(typed.value);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && draft !== null) {
      restore();
      event.stopPropagation();
    } else if (onStep !== undefined && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      restore();
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
        data-editing={draft !== null && draft !== editText(value, limits.unit) ? true : undefined}
        disabled={disabled}
        value={shown}
        onFocus={(event) => {
          if (draft !== null && problem !== null) return;
          setDraft(editText(value, limits.unit));
          setRefused(null);
          const box = event.currentTarget;
          requestAnimationFrame(() => box.select());
        }}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setRefused(null);
        }}
        onBlur={take}
        onKeyDown={key}
        onKeyUp={onStepEnd}
      />
      {problem !== null && (
        <span id={messageId} role="alert" className={classes['problem']}>
          {problem.message}
        </span>
      )}
    </span>
  );
}
