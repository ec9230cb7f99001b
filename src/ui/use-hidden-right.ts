import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Part of a scroller's width to go at a press: what stood at its edge stays in sight. */
const STEP = 0.7;

/**
 * Whether the scroller inside an element (its first child) has more to its right than it shows, and what scrolls on to
 * it: where scrollbars hide, nothing else would say so.
 */
export function useHiddenRight<E extends HTMLElement>(): readonly [RefObject<E | null>, boolean, () => void] {
  const ref = useRef<E>(null);
  const [hidden, setHidden] = useState(false);
  useLayoutEffect(() => {
    const scroller = ref.current?.firstElementChild;
    if (!(scroller instanceof HTMLElement)) return undefined;
    // A pixel may be lost to rounding.
    const measure = (): void => setHidden(scroller.scrollLeft + scroller.clientWidth < scroller.scrollWidth - 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    if (scroller.firstElementChild !== null) observer.observe(scroller.firstElementChild);
    scroller.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', measure);
    };
  }, []);
  const scrollOn = useCallback(() => {
    const scroller = ref.current?.firstElementChild;
    scroller?.scrollBy({ left: scroller.clientWidth * STEP });
  }, []);
  return [ref, hidden, scrollOn];
}
