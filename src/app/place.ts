const FOCUSABLE = 'a, button, input, select, textarea, [tabindex]';
const SCROLLED = '[data-keeps-scroll]';

const all = (selector: string): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

/**
 * Where the person is: how far each region is scrolled and what has the focus. The function returned goes back there
 * after the same regions were mounted anew, when the elements are others in the same order.
 */
export function rememberPlace(): () => void {
  const focused = document.activeElement;
  const index = focused instanceof HTMLElement ? all(FOCUSABLE).indexOf(focused) : -1;
  const scrolls = all(SCROLLED).map(({ scrollTop, scrollLeft }) => ({ scrollTop, scrollLeft }));
  return () => {
    all(SCROLLED).forEach((region, at) => Object.assign(region, scrolls[at]));
    const there = all(FOCUSABLE)[index];
    if (focused?.isConnected !== true && there?.tagName === focused?.tagName) there?.focus({ preventScroll: true });
  };
}
