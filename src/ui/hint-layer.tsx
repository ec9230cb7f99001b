import { useEffect, useRef } from 'react';
import classes from './hint-layer.module.css';

const DELAY_MS = 350;
const GAP = 6;
const HINT_ID = 'hint';

/** The nearest element at or above `target` that has a hint. */
function hinted(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
}

function place(layer: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = layer;
  const left = Math.min(Math.max(4, box.left + box.width / 2 - width / 2), window.innerWidth - width - 4);
  const above = box.top - height - GAP;
  layer.style.left = `${left}px`;
  layer.style.top = `${above >= 4 ? above : box.bottom + GAP}px`;
}

/**
 * One tooltip for the whole page. Any element with a `data-hint` shows it on hover and on keyboard focus;
 * Escape puts it away. One layer instead of one component for each of some hundred fields keeps the panels
 * cheap to mount and to drag.
 */
export function HintLayer() {
  const layerRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const layer = layerRef.current;
    if (layer === null) return undefined;
    let timer = 0;
    let shownFor: HTMLElement | null = null;
    const hide = (): void => {
      window.clearTimeout(timer);
      if (shownFor !== null) {
        const rest = (shownFor.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .filter((id) => id !== '' && id !== HINT_ID);
        if (rest.length === 0) shownFor.removeAttribute('aria-describedby');
        else shownFor.setAttribute('aria-describedby', rest.join(' '));
      }
      shownFor = null;
      layer.hidden = true;
    };
    const show = (anchor: HTMLElement): void => {
      const text = anchor.dataset['hint'];
      if (text === undefined || text === '' || !anchor.isConnected) return;
      layer.textContent = text;
      layer.hidden = false;
      place(layer, anchor);
      shownFor = anchor;
      const described = anchor.getAttribute('aria-describedby');
      anchor.setAttribute('aria-describedby', described === null ? HINT_ID : `${described} ${HINT_ID}`);
    };
    const enter = (event: Event): void => {
      const anchor = hinted(event.target);
      if (anchor === shownFor && anchor !== null) return;
      hide();
      if (anchor === null) return;
      if (event.type === 'focusin') {
        if (event.target instanceof Element && event.target.matches(':focus-visible')) show(anchor);
        return;
      }
      timer = window.setTimeout(() => show(anchor), DELAY_MS);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', enter);
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', key);
    window.addEventListener('scroll', hide, true);
    return () => {
      hide();
      document.removeEventListener('pointerover', enter);
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', key);
      window.removeEventListener('scroll', hide, true);
    };
  }, []);
  return <div ref={layerRef} id={HINT_ID} role="tooltip" className={classes['hint']} hidden />;
}
