import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Part of a scroller's width to go at a press: what stood at its edge stays in sight. */
const STEP = 0.7;

/** What of a sideways scroller is out of sight: nothing, something to its right, or only what it was scrolled past. */
export type Hidden = 'nothing' | 'right' | 'left';

function hiddenOf({ scrollLeft, clientWidth, scrollWidth }: HTMLElement): Hidden {
  // A pixel may be lost to rounding.
  if (scrollWidth <= clientWidth + 1) return 'nothing';
  return scrollLeft + clientWidth < scrollWidth - 1 ? 'right' : 'left';
}

/**
 * Whether the scroller inside an element (its last child) has more to its right than it shows, and what scrolls on to
 * it, and back from its end: where scrollbars hide, nothing else would say so.
 */
export function useHiddenRight<E extends HTMLElement>(): readonly [RefObject<E | null>, Hidden, () => void] {
  const ref = useRef<E>(null);
  const [hidden, setHidden] = useState<Hidden>('nothing');
  useLayoutEffect(() => {
    const scroller = ref.current?.lastElementChild;
    if (!(scroller instanceof HTMLElement)) return undefined;
    const measure = (): void => setHidden(hiddenOf(scroller));
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
    const scroller = ref.current?.lastElementChild;
    if (!(scroller instanceof HTMLElement)) return;
    if (hiddenOf(scroller) === 'right') scroller.scrollBy({ left: scroller.clientWidth * STEP });
    else scroller.scrollTo({ left: 0 });
  }, []);
  return [ref, hidden, scrollOn];
}
