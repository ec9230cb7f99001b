import { useEffect } from 'react';
import { QUANTITIES } from '../../core/quantities/registry.js';
import { useHighlight } from '../../state/highlight.js';
import { designShownBy, showHow } from '../../state/how.js';
import { useLiveStyle } from '../../ui/use-live-style.js';
import { walkCells } from '../../ui/walk-cells.js';

const KNOWN = new Set(QUANTITIES.map(({ id }) => id));

/** How a quantity lights up wherever it is drawn, in bars and rows. */
function litStyle(id: string): string {
  return `[data-segment][data-quantity="${id}"] > rect { stroke: var(--ink); stroke-width: 2; }
svg[data-chart]:has([data-quantity="${id}"]) [data-segment]:not([data-quantity="${id}"]) { opacity: 0.45; }
:is(tr, button)[data-quantity="${id}"] { background: var(--accent-soft) !important; }
tr[data-quantity="${id}"] > th { background: var(--accent-soft) !important; }`;
}

/** The quantity that an element at or above `target` shows, to be lit up. */
function shownQuantity(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-quantity]') : null;
  const id = element?.dataset['quantity'] ?? '';
  return KNOWN.has(id) ? id : null;
}

/** What to explain when `target` is clicked: the number itself (`data-how`), or the row or segment it stands in. */
function askedQuantity(target: EventTarget | null): readonly [id: string, element: Element] | null {
  if (!(target instanceof Element)) return null;
  const element = target.closest<HTMLElement | SVGElement>('[data-how], [data-quantity]');
  const how = element?.dataset['how'];
  if (element !== null && how !== undefined && how !== '') return [how, element];
  const id = shownQuantity(element);
  return element === null || id === null ? null : [id, element];
}

/** A button in a row that does something else than explain, such as one that shows an operation in the roofline. */
const isOtherButton = (target: EventTarget | null, element: Element): boolean => {
  const button = target instanceof Element ? target.closest('button, a[href], input, select, summary') : null;
  return button !== null && button !== element && element.contains(button) && !button.matches('[data-quantity]');
};

/**
 * Makes every `[data-quantity]` and `[data-how]` on the page speak: pointing at one lights up the same quantity wherever
 * else it is drawn, clicking it asks how the number is computed. One pair of listeners and one style rule for the
 * whole page instead of state in every bar and row: pointing costs no rendering.
 */
export function QuantityInspector() {
  const lit = useHighlight((state) => state.quantityId);
  const light = useHighlight((state) => state.light);
  useLiveStyle(lit === null ? null : litStyle(lit));

  useEffect(() => {
    const point = (event: Event): void => light(shownQuantity(event.target));
    const click = (event: Event): void => {
      // The explanation has links of its own; what was clicked there may be gone by now, its path is not.
      if (event.composedPath().some((each) => each instanceof Element && each.matches('[data-how-panel]'))) return;
      const asked = askedQuantity(event.target);
      if (asked === null || isOtherButton(event.target, asked[1])) return;
      const [id, element] = asked;
      showHow(id, element, designShownBy(element));
    };
    document.addEventListener('pointerover', point);
    document.addEventListener('focusin', point);
    const key = (event: KeyboardEvent): void => void walkCells(event);
    document.addEventListener('click', click);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('pointerover', point);
      document.removeEventListener('focusin', point);
      document.removeEventListener('click', click);
      document.removeEventListener('keydown', key);
    };
  }, [light]);

  return null;
}
