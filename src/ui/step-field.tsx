import { type ReactNode } from 'react';
import { grouped, groupedList } from '../core/quantities/grouped.js';
import { FieldRow } from './field-row.js';
import { memoInUnits } from './memo-in-units.js';
import { QuantityBox } from './quantity-box.js';
import classes from './step-field.module.css';
import { filledTo } from './quantity-slider.js';
import sliderClasses from './quantity-slider.module.css';
import { useGesture } from './use-gesture.js';

export interface StepFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: number;
  /** The values it may take, rising. */
  readonly choices: readonly number[];
  readonly unit?: string | undefined;
  /** Why only these, as in "t divides N and the number of heads". */
  readonly rule: string;
  readonly dot?: ReactNode;
  readonly field?: string | undefined;
  readonly aside?: ReactNode;
  readonly disabled?: boolean | undefined;
  readonly onChange: (value: number, options: { readonly commit: boolean }) => void;
  readonly onCommit: () => void;
}

const MOST_TICKS = 24;

function nearestIndex(choices: readonly number[], value: number): number {
  const above = choices.findIndex((choice) => choice >= value);
  return above === -1 ? choices.length - 1 : above;
}

/** A number that may take only certain values: each is one step of the slider, and nothing else can be typed. */
export const StepField = memoInUnits(function StepField(props: StepFieldProps) {
  const { label, help, value, choices, unit = '', rule, dot, aside, disabled, onChange, onCommit } = props;
  const gesture = useGesture(onCommit);
  const index = nearestIndex(choices, value);
  const last = Math.max(choices.length - 1, 1);
  const move = (to: number): void => {
    const next = choices[Math.min(Math.max(to, 0), choices.length - 1)];
    if (next !== undefined && next !== value) gesture.during(() => onChange(next, { commit: false }));
  };
  const refuse = (typed: number): string | undefined =>
    choices.includes(typed) ? undefined : `${grouped(typed)} does not fit: ${rule}. Allowed: ${groupedList(choices)}.`;
  return (
    <FieldRow label={label} help={help} dot={dot} field={props.field}>
      <div className={sliderClasses['slider']}>
        <input
          type="range"
          className={sliderClasses['range']}
          min={0}
          max={last}
          step={1}
          value={index}
          style={filledTo(index / last)}
          aria-label={label}
          aria-valuetext={`${grouped(value)} ${unit}`.trim()}
          disabled={disabled === true || choices.length < 2}
          onChange={(event) => move(Number(event.currentTarget.value))}
          onPointerDown={(event) => gesture.begin(event.shiftKey)}
          onKeyUp={gesture.end}
          onBlur={gesture.end}
        />
        {choices.length <= MOST_TICKS && choices.length > 1 && (
          // One background, not an element a tick: nothing is laid out again when the choices change.
          <div
            className={classes['ticks']}
            style={{ backgroundSize: `calc((100% - 1px) / ${last}) 4px` }}
            aria-hidden="true"
          />
        )}
      </div>
      <QuantityBox
        label={label}
        value={value}
        limits={{ unit, integer: true, min: 1, max: Number.MAX_SAFE_INTEGER }}
        refuse={refuse}
        disabled={disabled}
        onAccept={(next) => onChange(next, { commit: true })}
        onStep={(direction) => move(index + direction)}
        onStepEnd={gesture.end}
      />
      {aside ?? <FieldRow.Unit>{unit}</FieldRow.Unit>}
    </FieldRow>
  );
});
