import { acceptQuantity, limitsText, type QuantityLimits } from './quantity-limits.js';
import { editText, shortText } from './quantity-text.js';
import { TextEntry } from './text-entry.js';

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

/** A number that may be left out: nothing typed means none. */
export function OptionalNumber(props: OptionalNumberProps) {
  const { label, value, placeholder, limits, width = 8, disabled = false, refuse, onChange } = props;
  return (
    <TextEntry<number | null>
      label={label}
      value={value}
      write={(each) => (each === null ? '' : editText(each, limits.unit))}
      shown={value === null ? '' : shortText(value, limits.unit)}
      read={(text) => (text.trim() === '' ? { ok: true, value: null } : acceptQuantity(text, limits, refuse))}
      hint={`${limitsText(limits)} Empty: ${placeholder}.`}
      width={width}
      numeric
      inputMode="decimal"
      placeholder={placeholder}
      disabled={disabled}
      onChange={onChange}
    />
  );
}
