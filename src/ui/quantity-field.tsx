import { useCallback, useMemo } from 'react';
import { ChangedDot } from './changed-dot.js';
import { FieldRow } from './field-row.js';
import { memoInUnits } from './memo-in-units.js';
import { QuantityBox } from './quantity-box.js';
import type { QuantityLimits } from './quantity-limits.js';
import { QuantitySlider, type Landmark } from './quantity-slider.js';
import { quantityText } from './quantity-text.js';
import { shownUnit } from '../core/quantities/shown-unit.js';
import { stepValue, type SliderScale } from './slider-scale.js';
import { useGesture } from './use-gesture.js';

export interface QuantityFieldProps extends QuantityLimits {
  readonly label: string;
  /** The label where it would not be clear alone, as in "Tier 0 bandwidth". */
  readonly fullLabel?: string | undefined;
  readonly help: string;
  readonly field?: string | undefined;
  readonly slider: readonly [low: number, high: number];
  readonly scale: 'log' | 'linear';
  readonly landmarks?: readonly Landmark[] | undefined;
  readonly value: number;
  /** The value it started from, and what it started from. */
  readonly base?: number | undefined;
  readonly baseName?: string | undefined;
  readonly refuse?: ((value: number) => string | undefined) | undefined;
  readonly onChange: (value: number, options: { readonly commit: boolean }) => void;
  readonly onCommit: () => void;
  readonly onReset?: (() => void) | undefined;
}

const nothing = (): void => undefined;

/** One quantity on one line: mark of change · label · slider · number · unit. */
export const QuantityField = memoInUnits(function QuantityField(props: QuantityFieldProps) {
  const {
    label,
    fullLabel = label,
    help,
    value,
    base,
    baseName = '',
    unit,
    onChange,
    onCommit,
    onReset = nothing,
  } = props;
  const { integer = false, min, minExclusive = false, multipleOf } = props;
  const [low, high] = props.slider;
  const scale = useMemo<SliderScale>(
    () => ({
      low,
      high,
      scale: props.scale,
      integer,
      zero: min === 0 && !minExclusive && low > 0,
      multiple: multipleOf?.value,
    }),
    [low, high, props.scale, integer, min, minExclusive, multipleOf?.value],
  );
  const textOf = useCallback((each: number) => quantityText(each, unit), [unit]);
  const boxGesture = useGesture(onCommit);
  const step = (direction: 1 | -1, fine: boolean): void => {
    const next = stepValue(value, direction, fine ? 'fine' : 'small', scale);
    if (next !== value) boxGesture.during(() => onChange(next, { commit: false }));
  };
  return (
    <FieldRow
      label={label}
      help={help}
      field={props.field}
      dot={
        <ChangedDot
          changed={base !== undefined && base !== value}
          label={fullLabel}
          baseText={base === undefined ? '' : textOf(base)}
          baseName={baseName}
          onReset={onReset}
        />
      }
    >
      <QuantitySlider
        label={fullLabel}
        value={value}
        scale={scale}
        valueText={textOf(value)}
        landmarks={props.landmarks}
        base={base}
        textOf={textOf}
        onChange={onChange}
        onCommit={onCommit}
      />
      <QuantityBox
        label={fullLabel}
        value={value}
        limits={props}
        refuse={props.refuse}
        onAccept={(next) => onChange(next, { commit: true })}
        onStep={step}
        onStepEnd={boxGesture.end}
      />
      <FieldRow.Unit>{shownUnit(unit).text}</FieldRow.Unit>
    </FieldRow>
  );
});
