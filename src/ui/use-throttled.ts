import { useEffect, useRef, useState } from 'react';

/** A value that follows `value` at most once every `milliseconds`: for parts that are dear to draw. The last one always arrives. */
export function useThrottled<T>(value: T, milliseconds: number): T {
  const [shown, setShown] = useState(value);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, last.current + milliseconds - performance.now());
    const timer = window.setTimeout(() => {
      last.current = performance.now();
      setShown(() => value);
    }, wait);
    return () => window.clearTimeout(timer);
  }, [value, milliseconds]);
  return shown;
}
