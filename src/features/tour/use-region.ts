import { useEffect, useState } from 'react';
import { around, type Box, type Size } from './place-card.js';

export interface Region {
  readonly box: Box | null;
  readonly window: Size;
}

const parts = (region: string): readonly Element[] => [...document.querySelectorAll(`[data-tour="${region}"]`)];

const measured = (region: string): Region => {
  const size = { width: document.documentElement.clientWidth, height: window.innerHeight };
  return {
    box: around(
      parts(region).map((each) => each.getBoundingClientRect()),
      size,
    ),
    window: size,
  };
};

/** Where a region of the screen is, brought into sight first and followed when the page scrolls or changes its size. */
export function useRegion(region: string): Region {
  const [place, setPlace] = useState(() => measured(region));
  useEffect(() => {
    const [first] = parts(region);
    first?.scrollIntoView?.({ block: 'nearest' });
    let frame = 0;
    const follow = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setPlace(measured(region)));
    };
    follow();
    const watched = new ResizeObserver(follow);
    for (const part of parts(region)) watched.observe(part);
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, true);
    return () => {
      cancelAnimationFrame(frame);
      watched.disconnect();
      window.removeEventListener('resize', follow);
      window.removeEventListener('scroll', follow, true);
    };
  }, [region]);
  return place;
}
