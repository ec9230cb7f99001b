import { useMemo } from 'react';
import type { StudyField } from '../../core/studies/field.js';
import { QuantitySlider } from '../../ui/quantity-slider.js';
import { shownUnit } from '../../core/quantities/shown-unit.js';
import type { SliderScale } from '../../ui/slider-scale.js';
import { TextEntry } from '../../ui/text-entry.js';
import { workbench } from '../../state/workbench.js';
import { readNumber, writeNumber } from './field-reading.js';
import { amountText, numberText } from './field-text.js';
import classes from './settings.module.css';

interface NumberEditorProps {
  readonly field: StudyField;
  readonly value: number;
  readonly onChange: (value: number, options?: { readonly commit: boolean }) => void;
}

/** A number: a slider where it is worth one, and a box that takes units. */
export function NumberEditor({ field, value, onChange }: NumberEditorProps) {
  const { label, unit, slider, initial, accepts } = field;
  const scale = useMemo<SliderScale | null>(
    () =>
      slider === null
        ? null
        : { low: slider[0], high: slider[1], scale: 'log', zero: accepts(0), integer: !accepts(slider[0] + 0.5) },
    [slider, accepts],
  );
  const textOf = (each: number): string => amountText(each, unit);
  return (
    <>
      {scale !== null && (
        <QuantitySlider
          label={label}
          value={value}
          scale={scale}
          valueText={textOf(value)}
          base={typeof initial === 'number' ? initial : undefined}
          textOf={textOf}
          onChange={onChange}
          onCommit={() => workbench().getState().commit()}
        />
      )}
      <TextEntry
        label={label}
        value={value}
        write={(each) => writeNumber(each, unit)}
        shown={numberText(value, unit)}
        read={(text) => readNumber(text, field)}
        hint={`Allowed: ${field.allowed}.`}
        width={scale === null ? 12 : Math.max(7, numberText(Number(initial), unit).length)}
        numeric
        onChange={(next) => onChange(next)}
      />
      <span className={classes['unit']}>{shownUnit(unit).text}</span>
    </>
  );
}
