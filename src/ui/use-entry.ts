import { useId, type InputHTMLAttributes, type KeyboardEvent } from 'react';
import { useDraft } from './use-draft.js';

/** What typed text came to: a value, or a sentence saying why it is refused. */
export type Reading<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly message: string };

interface EntryForm<V> {
  readonly value: V;
  /** The value as text to edit; reads back to the same value. */
  readonly write: (value: V) => string;
  readonly read: (text: string) => Reading<V>;
  /** What was typed and can be taken, also where it is the value that was. */
  readonly onTake: (value: V) => void;
}

interface Entry {
  /** What is typed; null while nothing is. */
  readonly text: string | null;
  readonly problem: string | null;
  readonly messageId: string;
  /** Keeps the text as it is for editing. */
  readonly begin: () => void;
  /** Drops what is typed. */
  readonly end: () => void;
  /** Enter and Escape. Returns whether the key was one of them and did something. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** What every such box has. */
  readonly box: InputHTMLAttributes<HTMLInputElement> & { readonly 'data-editing': true | undefined };
}

/**
 * A value typed as text. Enter or leaving the box takes what is typed, Escape brings back the old value; what is refused
 * stays as typed, with the reason.
 */
export function useEntry<V>({ value, write, read, onTake }: EntryForm<V>): Entry {
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
    onTake(typed.value);
  };
  const key = (event: KeyboardEvent): boolean => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && draft.text !== null) {
      draft.end();
      event.stopPropagation();
    } else return false;
    return true;
  };
  return {
    text: draft.text,
    problem,
    messageId,
    begin: draft.begin,
    end: draft.end,
    key,
    box: {
      type: 'text',
      autoComplete: 'off',
      spellCheck: false,
      'aria-invalid': problem !== null || undefined,
      'aria-describedby': problem === null ? undefined : messageId,
      'data-editing': draft.edited || undefined,
      onChange: (event) => draft.type(event.currentTarget.value),
      onBlur: take,
    },
  };
}
