import { ChangedDot } from './changed-dot.js';
import { FieldRow } from './field-row.js';
import type { LawLimits } from './input-source.js';
import classes from './law-field.module.css';
import { memoInUnits } from './memo-in-units.js';
import { QuantityBox } from './quantity-box.js';
import { shortText } from './quantity-text.js';

/** [scalar, offset] of S·scalar·(1 + offset/n). */
export type Law = readonly [scalar: number, offset: number | null];

interface LawFieldProps {
  readonly label: string;
  readonly fullLabel: string;
  readonly help: string;
  readonly limits: LawLimits;
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

/** The law of one collective: two numbers. An offset that was never given counts as 0. */
export const LawField = memoInUnits(function LawField(props: LawFieldProps) {
  const { label, fullLabel, help, value, base, baseName = '', changed, onChange, onReset } = props;
  const { mostScalar, leastOffset, mostOffset } = props.limits;
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
        limits={{ unit: '', min: 0, max: mostScalar }}
        onAccept={(next) => onChange([next, offset], { commit: true })}
      />
      <QuantityBox
        label={`${fullLabel} offset`}
        value={offset ?? 0}
        limits={{ unit: '', min: leastOffset, max: mostOffset }}
        onAccept={(next) => onChange([scalar, next], { commit: true })}
      />
    </FieldRow>
  );
});
