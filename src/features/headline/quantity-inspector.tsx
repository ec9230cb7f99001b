import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Evaluation } from '../../core/evaluation.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { QUANTITIES, quantity } from '../../core/quantities/registry.js';
import { useHighlight } from '../../state/highlight.js';
import type { ShownKind } from '../../state/shown.js';
import { useLiveStyle } from '../../ui/use-live-style.js';
import classes from './quantity-inspector.module.css';

const KNOWN = new Set(QUANTITIES.map(({ id }) => id));
const GAP = 8;

/** How a quantity lights up wherever it is drawn, in bars and rows. */
function litStyle(id: string): string {
  return `[data-segment][data-quantity="${id}"] > rect { stroke: var(--ink); stroke-width: 2; }
svg[data-chart]:has([data-quantity="${id}"]) [data-segment]:not([data-quantity="${id}"]) { opacity: 0.45; }
:is(tr, button)[data-quantity="${id}"] { background: var(--accent-soft) !important; }
tr[data-quantity="${id}"] > th { background: var(--accent-soft) !important; }`;
}

/** The element at or above `target` that shows a quantity. */
function shownQuantity(target: EventTarget | null): HTMLElement | SVGElement | null {
  const element = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-quantity]') : null;
  return element !== null && KNOWN.has(element.dataset['quantity'] ?? '') ? element : null;
}

interface Inspected {
  readonly id: string;
  readonly anchor: Element;
}

/** Where the explanation was opened from; a segment of a chart takes no focus, the row with its number does. */
function focusBack(id: string, anchor: Element): void {
  const focusable = 'a[href], button, [tabindex]';
  const own = anchor.matches(focusable) ? anchor : anchor.querySelector(focusable);
  const back = own?.isConnected === true ? own : document.querySelector(`[data-quantity="${id}"] :is(${focusable})`);
  if (back instanceof HTMLElement || back instanceof SVGElement) back.focus({ preventScroll: true });
}

/**
 * Makes every `[data-quantity]` on the page speak: pointing at one lights up the same quantity wherever else it
 * is drawn, clicking it explains the number. One pair of listeners and one style rule for the whole page
 * instead of state in every bar and row: pointing costs no rendering.
 */
export function QuantityInspector({
  evaluation,
  kind,
}: {
  readonly evaluation: Evaluation | null;
  readonly kind: ShownKind;
}) {
  const [inspected, setInspected] = useState<Inspected | null>(null);
  const lit = useHighlight((state) => state.quantityId);
  const light = useHighlight((state) => state.light);
  const close = useCallback((card: HTMLElement | null, { id, anchor }: Inspected) => {
    setInspected(null);
    // Not when the focus went elsewhere by itself.
    if (card?.contains(document.activeElement)) focusBack(id, anchor);
  }, []);
  useLiveStyle(lit === null ? null : litStyle(lit));

  useEffect(() => {
    const point = (event: Event): void => light(shownQuantity(event.target)?.dataset['quantity'] ?? null);
    const click = (event: Event): void => {
      const element = shownQuantity(event.target);
      const id = element?.dataset['quantity'];
      if (element !== null && id !== undefined) setInspected({ id, anchor: element });
    };
    document.addEventListener('pointerover', point);
    document.addEventListener('focusin', point);
    document.addEventListener('click', click);
    return () => {
      document.removeEventListener('pointerover', point);
      document.removeEventListener('focusin', point);
      document.removeEventListener('click', click);
    };
  }, [light]);

  return (
    inspected !== null &&
    createPortal(<Card {...inspected} evaluation={evaluation} kind={kind} onClose={close} />, document.body)
  );
}

interface CardProps extends Inspected {
  readonly evaluation: Evaluation | null;
  readonly kind: ShownKind;
  readonly onClose: (card: HTMLElement | null, inspected: Inspected) => void;
}

function Card({ id, anchor, evaluation, kind, onClose }: CardProps) {
  const ref = useRef<HTMLDivElement>(null);
  const close = useCallback(() => onClose(ref.current, { id, anchor }), [onClose, id, anchor]);
  const { label, meaning, formula, source, calculon, unit, value } = quantity(id);
  const exact = evaluation === null ? null : value(evaluation);

  useLayoutEffect(() => {
    const card = ref.current;
    if (card === null) return;
    const box = anchor.getBoundingClientRect();
    const below = box.bottom + GAP;
    const fitsBelow = below + card.offsetHeight <= window.innerHeight - 4;
    const top = fitsBelow ? below : Math.max(4, box.top - card.offsetHeight - GAP);
    card.style.top = `${top}px`;
    card.style.left = `${Math.max(4, Math.min(box.left, window.innerWidth - card.offsetWidth - 4))}px`;
    card.focus({ preventScroll: true });
  }, [anchor, id]);

  useEffect(() => {
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) close();
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    // What it explains would move away from under it.
    document.addEventListener('scroll', outside, true);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('scroll', outside, true);
      document.removeEventListener('keydown', escape);
    };
  }, [close]);

  return (
    <div ref={ref} role="dialog" aria-label={`${label}: how it is computed`} tabIndex={-1} className={classes['card']}>
      <div className={classes['top']}>
        <strong>{label}</strong>
        <button type="button" aria-label="Close" onClick={close}>
          ×
        </button>
      </div>
      <p className={classes['value']}>
        {formatQuantity(exact, unit, { precise: true })}
        {kind === 'infeasible' && <span> infeasible</span>}
      </p>
      <p>{meaning}</p>
      <dl>
        <dt>Formula</dt>
        <dd className={classes['formula']}>{formula}</dd>
        <dt>Exact</dt>
        <dd>{exact === null ? '—' : String(exact)}</dd>
        <dt>Source</dt>
        <dd>{source}</dd>
        {calculon !== undefined && (
          <>
            <dt>Calculon</dt>
            <dd>
              <code>{calculon}</code>
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
