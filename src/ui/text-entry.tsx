import { useId, type KeyboardEvent } from 'react';
import classes from './text-entry.module.css';
import { useDraft } from './use-draft.js';

/** What typed text came to: a value, or a sentence saying why it is refused. */
export type Reading<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly message: string };

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
  readonly onChange: (value: V) => void;
}

/**
 * A value typed as text. Enter or leaving the box takes what is typed, Escape brings back the old value; what is refused
 * stays as typed, with the reason.
 */
export function TextEntry<V>(props: TextEntryProps<V>) {
  const { label, value, write, shown, read, hint, width, numeric = false, onChange } = props;
  const draft = useDraft(value, write);
  const { problem } = draft;
  const messageId = useId();
  const take = (): void => {
    if (draft.text === null || !draft.edited) {
      draft.end();
      return;
    }
    const typed = read(draft.text);
    if (!typed.ok) {
      draft.refuse(typed.message);
      return;
    }
    draft.end();
    if (write(typed.value) !== write(value)) onChange(typed.value);
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
        autoComplete="off"
        spellCheck={false}
        className={classes['box']}
        style={{ width: `calc(${width}ch + 14px)` }}
        data-numeric={numeric || undefined}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : messageId}
        data-hint={problem === null ? hint : undefined}
        data-editing={draft.edited || undefined}
        value={draft.text ?? shown ?? write(value)}
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
