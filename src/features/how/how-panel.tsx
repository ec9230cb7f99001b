import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { inputOf } from '../../core/quantities/formula/input-ids.js';
import { formatQuantity } from '../../core/quantities/format.js';
import { QUANTITIES } from '../../core/quantities/registry.js';
import { hideHow, useHow } from '../../state/how.js';
import { IconButton } from '../../ui/icon-button.js';
import { entryName } from './entry-name.js';
import classes from './how-panel.module.css';
import { InputExplanation } from './input-explanation.js';
import { OtherDesignNote } from './other-design.js';
import { OtherInput } from './other-input.js';
import { QuantityExplanation } from './quantity-explanation.js';
import { Trail } from './trail.js';
import { useExplainer } from './use-explainer.js';

/** Where the explanation was opened from; a segment of a chart takes no focus, the row with its number does. */
function focusBack(): void {
  const { trail, opener } = useHow.getState();
  const [id = ''] = trail;
  const focusable = 'a[href], button, [tabindex]';
  const own = opener?.matches(focusable) === true ? opener : opener?.querySelector(focusable);
  const shown = [`[data-how="${CSS.escape(id)}"]`, `[data-quantity="${CSS.escape(id)}"]`]
    .flatMap((selector) => [
      ...document.querySelectorAll(`main :is(${selector}):is(${focusable}), main ${selector} :is(${focusable})`),
    ])
    .at(0);
  const back = own?.isConnected === true ? own : shown;
  if (back instanceof HTMLElement || back instanceof SVGElement) back.focus({ preventScroll: true });
}

/** Escape belongs first to what is open above the page or being edited. */
const isTaken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  (event.target instanceof Element && event.target.closest('[popover], dialog, [data-editing]') !== null);

/**
 * How a number is computed: beside the page, and not in its way. It follows the design, and what it refers to can be
 * walked down to the inputs.
 */
export function HowPanel() {
  const id = useHow((state) => state.trail[state.at] ?? null);
  return id === null ? null : <Panel id={id} />;
}

function Panel({ id }: { readonly id: string }) {
  const ref = useRef<HTMLElement>(null);
  const at = useHow((state) => state.at);
  const visit = useHow((state) => state.visit);
  const of = useHow((state) => state.of);
  const { kind, explainer } = useExplainer();
  const close = useCallback(() => {
    // Not when the focus went elsewhere by itself.
    if (ref.current?.contains(document.activeElement)) focusBack();
    hideHow();
  }, []);

  // At every quantity, so that reading starts with its name.
  useLayoutEffect(() => {
    ref.current?.focus({ preventScroll: true });
    ref.current?.scrollTo?.(0, 0);
  }, [id, at, of]);

  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isTaken(event)) close();
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, [close]);

  const name = entryName(id, explainer);
  const input = inputOf(id);
  const asInput = explainer?.input(id) ?? null;
  const explained = input === null ? (explainer?.quantity(id) ?? null) : null;
  const meaning = explained?.definition.meaning ?? QUANTITIES.find((each) => each.id === id)?.meaning ?? '';
  return (
    <section
      ref={ref}
      role="dialog"
      aria-label={`${name}${of === null ? '' : `, ${of.name}`}: how it is computed`}
      data-how-panel
      tabIndex={-1}
      className={classes['panel']}
    >
      <div className={classes['bar']}>
        <Trail explainer={explainer} />
        <IconButton icon="close" label="Close" size="small" onClick={close} />
      </div>
      {of !== null && <OtherDesignNote of={of} id={id} />}
      <h2 className={classes['title']}>{name}</h2>
      <p className={classes['value']}>
        {asInput?.text ?? formatQuantity(explained?.value, explained?.definition.unit ?? 'count', { precise: true })}
        {kind === 'infeasible' && <span className={classes['kind']}>infeasible</span>}
      </p>
      {meaning !== '' && <p>{meaning}</p>}
      {input !== null &&
        asInput !== null &&
        (of === null ? (
          <InputExplanation {...input} field={asInput.field} />
        ) : (
          <OtherInput {...input} field={asInput.field} of={of} />
        ))}
      {explained !== null && explainer !== null && (
        <QuantityExplanation explained={explained} explainer={explainer} onVisit={visit} />
      )}
      {explained === null && asInput === null && <p className={classes['none']}>{NOTHING[kind]}</p>}
    </section>
  );
}

const NOTHING = {
  feasible: 'This design has no such quantity.',
  infeasible: 'This design has no such quantity.',
  invalid: 'An invalid design has no numbers: the list of limits says which rules it breaks.',
  loading: 'Loading…',
} as const;
