import type { KeyboardEvent } from 'react';
import shared from './entry-box.module.css';
import classes from './quantity-box.module.css';
import { acceptQuantity, limitsText, type QuantityLimits } from './quantity-limits.js';
import { editText, quantityText, textWithin } from './quantity-text.js';
import { useEntry } from './use-entry.js';

const BOX = `${shared['box']} ${classes['box']}`;
const PROBLEM = `${shared['problem']} ${classes['problem']}`;

/** Characters that the box has room for, in small type; and from how many on type has to be small. */
const MOST = 9;
const LONG = 8;

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
  const { text, problem, messageId, begin, end, key, box } = useEntry<number>({
    value,
    write: (each) => editText(each, limits.unit),
    read: (typed) => acceptQuantity(typed, limits, refuse),
    onTake: (typed) => {
      if (typed !== value) onAccept(typed);
    },
  });
  const press = (event: KeyboardEvent): void => {
    if (key(event)) return;
    if (onStep !== undefined && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      end();
      onStep(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
    }
  };

  const shown = textWithin(MOST, value, limits.unit);
  const whole = quantityText(value, limits.unit);
  const exact = whole.startsWith(shown) ? '' : `${whole}\n`;

  return (
    <span className={classes['place']}>
      <input
        {...box}
        inputMode="decimal"
        className={BOX}
        aria-label={label}
        data-hint={problem === null ? `${exact}${limitsText(limits)}` : undefined}
        data-long={(text === null && shown.length >= LONG) || undefined}
        disabled={disabled}
        value={text ?? shown}
        onFocus={(event) => {
          if (problem !== null) return;
          begin();
          const entered = event.currentTarget;
          requestAnimationFrame(() => entered.select());
        }}
        onKeyDown={press}
        onKeyUp={onStepEnd}
      />
      {problem !== null && (
        <span id={messageId} role="alert" className={PROBLEM}>
          {problem}
        </span>
      )}
    </span>
  );
}
