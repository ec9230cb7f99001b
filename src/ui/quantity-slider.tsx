import { useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { memoInUnits } from './memo-in-units.js';
import classes from './quantity-slider.module.css';
import { fromPosition, roundDragged, stepValue, toPosition, type SliderScale, type StepSize } from './slider-scale.js';
import { useGesture } from './use-gesture.js';

export interface Landmark {
  readonly value: number;
  readonly label: string;
}

interface QuantitySliderProps {
  readonly label: string;
  readonly value: number;
  readonly scale: SliderScale;
  /** The value with its unit, read out. */
  readonly valueText: string;
  readonly landmarks?: readonly Landmark[] | undefined;
  /** The value the field started from, marked on the track. */
  readonly base?: number | undefined;
  readonly textOf: (value: number) => string;
  readonly disabled?: boolean | undefined;
  readonly onChange: (value: number, options: { readonly commit: boolean }) => void;
  readonly onCommit: () => void;
}

/** Positions of the native range input; fine enough that rounding, not the track, decides the value. */
const TICKS = 10000;
const KEYS: Readonly<Record<string, readonly [1 | -1, StepSize]>> = {
  ArrowUp: [1, 'small'],
  ArrowRight: [1, 'small'],
  ArrowDown: [-1, 'small'],
  ArrowLeft: [-1, 'small'],
  PageUp: [1, 'large'],
  PageDown: [-1, 'large'],
};

/** Tells the style sheet how much of the track to fill. */
export const filledTo = (position: number): CSSProperties => ({ '--at': position }) as CSSProperties;

const Marks = memoInUnits(function Marks({
  scale,
  landmarks,
  base,
  textOf,
}: Pick<QuantitySliderProps, 'scale' | 'landmarks' | 'base' | 'textOf'>) {
  const at = (value: number): { left: string } => ({ left: `${toPosition(value, scale) * 100}%` });
  return (
    <div className={classes['marks']} aria-hidden="true">
      {landmarks?.map(({ value, label }) => (
        <span key={label} className={classes['landmark']} style={at(value)} data-hint={`${label}: ${textOf(value)}`} />
      ))}
      {base !== undefined && (
        <span className={classes['base']} style={at(base)} data-hint={`Started from ${textOf(base)}`} />
      )}
    </div>
  );
});

/**
 * A native range input on a log or linear scale. Arrows step 1 %, page keys 10 %, Shift makes steps and
 * drags ten times finer, Home and End go to the ends, the wheel steps while it has the focus.
 */
export function QuantitySlider(props: QuantitySliderProps) {
  const { label, value, scale, valueText, landmarks, base, textOf, disabled = false, onChange, onCommit } = props;
  const inputRef = useRef<HTMLInputElement>(null);
  const gesture = useGesture(onCommit);
  const position = toPosition(value, scale);
  // Where a fine drag began: the pointer's own position, and the value's.
  const fine = useRef<{ pointer: number; position: number } | null>(null);

  const step = (direction: 1 | -1, size: StepSize): void => {
    const next = stepValue(value, direction, size, scale);
    if (next !== value) gesture.during(() => onChange(next, { commit: false }));
  };
  const stepRef = useRef(step);
  useEffect(() => {
    stepRef.current = step;
  });

  useEffect(() => {
    const input = inputRef.current;
    if (input === null) return undefined;
    const wheel = (event: WheelEvent): void => {
      if (document.activeElement !== input) return;
      event.preventDefault();
      const delta = event.deltaY === 0 ? event.deltaX : event.deltaY;
      if (delta !== 0) stepRef.current(delta < 0 ? 1 : -1, event.shiftKey ? 'fine' : 'small');
      gesture.endSoon();
    };
    // Not passive, so that the page stays still; only there while focused, so that scrolling stays fast.
    const listen = (): void => input.addEventListener('wheel', wheel, { passive: false });
    const ignore = (): void => input.removeEventListener('wheel', wheel);
    input.addEventListener('focus', listen);
    input.addEventListener('blur', ignore);
    return () => {
      ignore();
      input.removeEventListener('focus', listen);
      input.removeEventListener('blur', ignore);
    };
  }, [gesture]);

  const drag = (pointer: number): void => {
    const shift = gesture.shiftHeld();
    if (!shift) fine.current = null;
    else fine.current ??= { pointer, position };
    const anchor = fine.current;
    const to = anchor === null ? pointer : anchor.position + (pointer - anchor.pointer) / 10;
    const next = roundDragged(fromPosition(to, scale), scale, shift);
    if (gesture.dragging()) gesture.during(() => onChange(next, { commit: false }));
    else onChange(next, { commit: true });
  };

  const key = (event: KeyboardEvent): void => {
    const move = KEYS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (move !== undefined) step(move[0], event.shiftKey && move[1] === 'small' ? 'fine' : move[1]);
    else if (event.key === 'Home') gesture.during(() => onChange(scale.zero ? 0 : scale.low, { commit: false }));
    else if (event.key === 'End') gesture.during(() => onChange(scale.high, { commit: false }));
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes['slider']}>
      <input
        ref={inputRef}
        type="range"
        className={classes['range']}
        min={0}
        max={TICKS}
        step={1}
        value={Math.round(position * TICKS)}
        style={filledTo(position)}
        aria-label={label}
        aria-valuetext={valueText}
        disabled={disabled}
        onChange={(event) => drag(Number(event.currentTarget.value) / TICKS)}
        onPointerDown={(event) => {
          fine.current = null;
          gesture.begin(event.shiftKey);
        }}
        onKeyDown={key}
        onKeyUp={gesture.end}
        onBlur={gesture.end}
      />
      <Marks scale={scale} landmarks={landmarks} base={base} textOf={textOf} />
    </div>
  );
}
