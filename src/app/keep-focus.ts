/** What is worth standing in when what had the focus is gone: it says its name. */
const PLACES = 'section[aria-label], section[aria-labelledby], nav, [role="tabpanel"], main';
const KEPT = 'data-kept-focus';

/** Takes the focus without being a stop of the Tab key; afterwards it is as it was. */
function stand(place: HTMLElement): void {
  const isBorrowed = !place.hasAttribute('tabindex');
  if (isBorrowed) place.tabIndex = -1;
  place.setAttribute(KEPT, '');
  place.focus({ preventScroll: true });
  const leave = (): void => {
    place.removeAttribute(KEPT);
    if (isBorrowed) place.removeAttribute('tabindex');
  };
  place.addEventListener('blur', leave, { once: true });
}

/**
 * Keeps the focus in its region. A button that does away with itself, as a change that makes a design fit does, or a
 * view that makes room for another leaves the focus nowhere; then the nearest region around it that is still there gets
 * it. Dialogs hand it back themselves. Returns what ends it.
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let around: readonly HTMLElement[] = [];
  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target.closest('dialog') !== null) return;
    last = target;
    const places: HTMLElement[] = [];
    for (let at = target.parentElement; at !== null; at = at.parentElement) if (at.matches(PLACES)) places.push(at);
    around = places;
  };
  const mend = (): void => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    last = null;
    const place = around.find((each) => each.isConnected);
    if (place !== undefined) stand(place);
  };
  document.addEventListener('focusin', remember);
  const observer = new MutationObserver(mend);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
