import { useEffect, useRef } from 'react';
import classes from './hint-layer.module.css';

const DELAY_MS = 350;
/** Time to move the pointer from what is hinted at over to the hint. */
const GRACE_MS = 200;
const GAP = 6;
const HINT_ID = 'hint';

/** The nearest element at or above `target` that has a hint. */
function hinted(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
}

/** Older browsers show the hint all the same, only beneath dialogs. */
const isPopover = (layer: HTMLElement): boolean => 'showPopover' in layer;

function place(layer: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = layer;
  const left = Math.min(Math.max(4, box.left + box.width / 2 - width / 2), window.innerWidth - width - 4);
  const above = box.top - height - GAP;
  layer.style.left = `${left}px`;
  layer.style.top = `${above >= 4 ? above : box.bottom + GAP}px`;
}

/**
 * One tooltip for the whole page. Any element with a `data-hint` shows it on hover and on keyboard focus; it stays while
 * the pointer is on either, says what the attribute says now, and Escape puts it away. The pointer passes through the
 * hint, so that a press on it reaches what it covers: whether the pointer is on it is told by where it is. One layer
 * instead of one component for each of some hundred fields keeps the panels cheap to mount and to drag.
 */
export function HintLayer() {
  const layerRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const layer = layerRef.current;
    if (layer === null) return undefined;
    let showing = 0;
    let hiding = 0;
    let shownFor: HTMLElement | null = null;
    let wasOnHint = false;
    const wait = (): void => {
      window.clearTimeout(showing);
      window.clearTimeout(hiding);
    };
    const follow = new MutationObserver(() => write());
    const putAway = (): void => {
      follow.disconnect();
      if (shownFor !== null) {
        const rest = (shownFor.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .filter((id) => id !== '' && id !== HINT_ID);
        if (rest.length === 0) shownFor.removeAttribute('aria-describedby');
        else shownFor.setAttribute('aria-describedby', rest.join(' '));
      }
      shownFor = null;
      wasOnHint = false;
      layer.hidden = true;
      if (isPopover(layer) && layer.matches(':popover-open')) layer.hidePopover();
    };
    const hide = (): void => {
      wait();
      putAway();
    };
    const write = (): void => {
      const text = shownFor?.dataset['hint'];
      if (shownFor === null || text === undefined || text === '' || !shownFor.isConnected) {
        hide();
        return;
      }
      layer.textContent = text;
      layer.hidden = false;
      // above a modal dialog too, which lies over everything else
      if (isPopover(layer) && !layer.matches(':popover-open')) layer.showPopover();
      place(layer, shownFor);
    };
    const show = (anchor: HTMLElement): void => {
      hide();
      shownFor = anchor;
      write();
      if (layer.hidden) return;
      follow.observe(anchor, { attributeFilter: ['data-hint'] });
      const described = anchor.getAttribute('aria-describedby');
      anchor.setAttribute('aria-describedby', described === null ? HINT_ID : `${described} ${HINT_ID}`);
    };
    const isOnHint = ({ clientX, clientY }: PointerEvent): boolean => {
      if (shownFor === null) return false;
      const { left, right, top, bottom } = layer.getBoundingClientRect();
      return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
    };
    const focus = (event: Event): void => {
      const anchor = hinted(event.target);
      if (anchor === shownFor && anchor !== null) return;
      hide();
      if (anchor !== null && event.target instanceof Element && event.target.matches(':focus-visible')) show(anchor);
    };
    const point = (event: PointerEvent): void => {
      const anchor = hinted(event.target);
      wait();
      wasOnHint = isOnHint(event);
      if (wasOnHint || (anchor === shownFor && anchor !== null)) return;
      if (shownFor !== null) hiding = window.setTimeout(putAway, GRACE_MS);
      if (anchor !== null) showing = window.setTimeout(() => show(anchor), DELAY_MS);
    };
    // What the hint covers does not say when the pointer comes onto the hint or leaves it.
    const move = (event: PointerEvent): void => {
      if (shownFor !== null && isOnHint(event) !== wasOnHint) point(event);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', point);
    document.addEventListener('pointermove', move);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', key);
    window.addEventListener('scroll', hide, true);
    return () => {
      hide();
      document.removeEventListener('pointerover', point);
      document.removeEventListener('pointermove', move);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', key);
      window.removeEventListener('scroll', hide, true);
    };
  }, []);
  return <div ref={layerRef} id={HINT_ID} role="tooltip" className={classes['hint']} popover="manual" hidden />;
}
