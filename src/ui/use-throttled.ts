import { useDeferredValue, useEffect, useRef, useState } from 'react';

/** A value that follows `value` at most once every `milliseconds`. The last one always arrives. */
export function useThrottled<T>(value: T, milliseconds: number): T {
  return usePace(value, milliseconds, false)[0];
}

/**
 * A throttled value for parts that are dear to draw: they are drawn when nothing more urgent waits, and the next value is
 * taken only after the last was drawn. Values that come faster than that would restart the drawing for ever.
 */
export function useDrawnValue<T>(value: T, milliseconds: number): T {
  return usePace(value, milliseconds, true)[1];
}

function usePace<T>(value: T, milliseconds: number, untilDrawn: boolean): readonly [shown: T, drawn: T] {
  const [shown, setShown] = useState(value);
  const drawn = useDeferredValue(shown);
  const last = useRef(Number.NEGATIVE_INFINITY);
  const waits = untilDrawn && drawn !== shown;
  useEffect(() => {
    if (waits || value === shown) return undefined;
    const wait = Math.max(0, last.current + milliseconds - performance.now());
    const timer = window.setTimeout(() => {
      last.current = performance.now();
      setShown(() => value);
    }, wait);
    return () => window.clearTimeout(timer);
  }, [value, shown, milliseconds, waits]);
  return [shown, drawn];
}
