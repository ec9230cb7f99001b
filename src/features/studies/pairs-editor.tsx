import type { ReactNode } from 'react';
import type { StudyField } from '../../core/studies/field.js';
import { IconButton } from '../../ui/icon-button.js';
import { TextEntry } from '../../ui/text-entry.js';
import { readNumber, writeNumber } from './field-reading.js';
import { numberText } from './field-text.js';
import classes from './settings.module.css';

type Pair<K> = readonly [of: K, amount: number];

interface PairsEditorProps<K extends string | number> {
  readonly field: StudyField;
  readonly pairs: readonly Pair<K>[];
  /** What the amount is, and its unit: "Largest batch", "samples". */
  readonly amount: { readonly label: string; readonly unit: string };
  /** The editor of the first half of a pair. */
  readonly keyEditor: (of: K, onChange: (next: K) => void, judge: (next: K) => boolean) => ReactNode;
  /** The first half as text, to name its row by. */
  readonly nameOf: (of: K) => string;
  /** A further pair to add; null when there is none. */
  readonly another: Pair<K> | null;
  readonly onChange: (pairs: readonly Pair<K>[]) => void;
}

/** A short list of pairs: each edited in its place, with buttons to add and to take away. */
export function PairsEditor<K extends string | number>(props: PairsEditorProps<K>) {
  const { field, pairs, amount, keyEditor, nameOf, another, onChange } = props;
  const replaced = (at: number, pair: Pair<K>): readonly Pair<K>[] =>
    pairs.map((each, index) => (index === at ? pair : each));
  const longer = another === null ? null : [...pairs, another];
  return (
    <ul className={classes['pairs']} aria-label={field.label}>
      {pairs.map(([of, value], index) => (
        <li key={nameOf(of)}>
          {keyEditor(
            of,
            (next) => onChange(replaced(index, [next, value])),
            (next) => field.accepts(replaced(index, [next, value])),
          )}
          <TextEntry
            label={`${amount.label}, ${nameOf(of)}`}
            value={value}
            write={(each) => writeNumber(each, amount.unit)}
            shown={numberText(value, amount.unit)}
            read={(text) =>
              readNumber(text, field, { unit: amount.unit, value: (typed) => replaced(index, [of, typed]) })
            }
            hint={`${amount.label}. Allowed: ${field.allowed}.`}
            width={7}
            numeric
            onChange={(next) => onChange(replaced(index, [of, next]))}
          />
          <span className={classes['unit']}>{amount.unit}</span>
          <IconButton
            icon="close"
            size="small"
            label={`Remove ${nameOf(of)}`}
            disabled={pairs.length === 1}
            onClick={() => onChange(pairs.filter((_, at) => at !== index))}
          />
        </li>
      ))}
      <li>
        <IconButton
          icon="plus"
          size="small"
          label={`Add to ${field.label}`}
          disabled={longer === null || !field.accepts(longer)}
          onClick={() => {
            if (longer !== null) onChange(longer);
          }}
        />
      </li>
    </ul>
  );
}
