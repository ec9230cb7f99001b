import { memo } from 'react';
import { ChangedDot } from './changed-dot.js';
import { FieldRow } from './field-row.js';
import classes from './law-field.module.css';
import { QuantityBox } from './quantity-box.js';
import { shortText } from './quantity-text.js';

/** [scalar, offset] of S·scalar·(1 + offset/n). */
export type Law = readonly [scalar: number, offset: number | null];

interface LawFieldProps {
  readonly label: string;
  readonly fullLabel: string;
  readonly help: string;
  readonly value: Law;
  readonly base?: Law | undefined;
  readonly baseName?: string | undefined;
  readonly changed: boolean;
  readonly field?: string | undefined;
  readonly onChange: (law: Law, options: { readonly commit: boolean }) => void;
  readonly onReset: () => void;
}

const lawText = ([scalar, offset]: Law): string =>
  `scalar ${shortText(scalar, '')}, offset ${shortText(offset ?? 0, '')}`;
const SCALAR = { unit: '', min: 0, max: 1000 } as const;
// A smaller offset would make two members pay a negative time.
const OFFSET = { unit: '', min: -2, max: 1e6 } as const;

/** The law of one collective: two numbers. An offset that was never given counts as 0. */
export const LawField = memo(function LawField(props: LawFieldProps) {
  const { label, fullLabel, help, value, base, baseName = '', changed, onChange, onReset } = props;
  const [scalar, offset] = value;
  return (
    <FieldRow
      wide
      field={props.field}
      label={label}
      help={help}
      dot={
        <ChangedDot
          changed={changed}
          label={fullLabel}
          baseText={base === undefined ? '' : lawText(base)}
          baseName={baseName}
          onReset={onReset}
        />
      }
    >
      <span className={classes['space']} />
      <QuantityBox
        label={`${fullLabel} scalar`}
        value={scalar}
        limits={SCALAR}
        onAccept={(next) => onChange([next, offset], { commit: true })}
      />
      <QuantityBox
        label={`${fullLabel} offset`}
        value={offset ?? 0}
        limits={OFFSET}
        onAccept={(next) => onChange([scalar, next], { commit: true })}
      />
    </FieldRow>
  );
});
