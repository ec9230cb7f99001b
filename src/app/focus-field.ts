import { UNFOLD_ALL } from '../ui/fold-group.js';

/** What `focus-field` carries: an input of the design. */
interface FieldName {
  readonly part: string;
  readonly path: string;
}

/** The number, not its slider; of a curve the button that unfolds it. */
const FOCUSABLE = 'input:not([type="range"], :disabled), select, button[aria-expanded]';

/** Brings an input on the left into view and gives it the focus; false when it is not on the screen. */
function focusField({ part, path }: FieldName): boolean {
  const row = document.querySelector(`[data-field="${CSS.escape(`${part} ${path}`)}"]`);
  // not there, or within what is folded away
  if (!(row instanceof HTMLElement) || row.offsetParent === null) return false;
  row.scrollIntoView({ block: 'center' });
  row.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  return true;
}

/** Answers `focus-field` events, which say where to mend what a rule forbids. Folded groups open. Returns what ends it. */
export function connectFocusField(): () => void {
  const answer = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    const field = event.detail as FieldName;
    if (focusField(field)) return;
    window.dispatchEvent(new Event(UNFOLD_ALL));
    // What was folded is there after the next render, which is before the next but one frame.
    requestAnimationFrame(() => requestAnimationFrame(() => focusField(field)));
  };
  window.addEventListener('focus-field', answer);
  return () => window.removeEventListener('focus-field', answer);
}
