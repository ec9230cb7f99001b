import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../../ui/icon-button.js';
import { placeCard } from './place-card.js';
import { tourSteps, type TourStep } from './steps.js';
import classes from './tour.module.css';
import { useRegion } from './use-region.js';

interface TourProps {
  /** What opens the list of commands: "Ctrl+K". */
  readonly paletteKeys: string;
  /** Finished or skipped. */
  readonly onEnd: () => void;
}

/** What is where, in a few steps: a card beside each region, with the page in use behind it. */
export function Tour({ paletteKeys, onEnd }: TourProps) {
  const [at, setAt] = useState(0);
  const steps = tourSteps(paletteKeys);
  const step = steps[at] as TourStep;
  const isLast = at === steps.length - 1;
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const { box, window: size } = useRegion(step.region);
  const [cardSize, setCardSize] = useState({ width: 320, height: 180 });
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = card.current ?? {};
    setCardSize((before) => (before.width === width && before.height === height ? before : { width, height }));
  }, [at, size.width]);
  useEffect(() => {
    const before = document.activeElement;
    const own = card.current;
    own?.focus({ preventScroll: true });
    return () => {
      // Only who is still in the card is brought back to where they were.
      const isInside = own?.contains(document.activeElement) === true || document.activeElement === document.body;
      if (isInside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const key = (event: globalThis.KeyboardEvent): void => {
      // Escape belongs first to what was opened over the page, or is being typed.
      const isOthers = event.defaultPrevented || document.querySelector('dialog[open], :popover-open') !== null;
      if (event.key === 'Escape' && !isOthers) onEnd();
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [onEnd]);
  const go = (to: number): void => {
    if (to >= steps.length) onEnd();
    else setAt(Math.max(0, to));
  };
  const key = (event: KeyboardEvent): void => {
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1 }[event.key];
    // The arrows go from step to step; only a press of Done ends it.
    if (to === undefined || to >= steps.length) return;
    event.preventDefault();
    go(to);
  };
  return (
    <>
      {box !== null && (
        <div
          className={classes['ring']}
          aria-hidden="true"
          style={{ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }}
        />
      )}
      {/* The arrow keys are beside the buttons, which do the same. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={card}
        role="dialog"
        aria-modal="false"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        tabIndex={-1}
        className={classes['card']}
        style={placeCard(box, cardSize, size)}
        onKeyDown={key}
      >
        <div aria-live="polite">
          <h2 id={`${id}-title`}>{step.title}</h2>
          <p id={`${id}-text`}>{step.text}</p>
        </div>
        <IconButton icon="close" size="small" label="Skip the tour" className={classes['close']} onClick={onEnd} />
        <div className={classes['foot']}>
          <span>
            {at + 1} of {steps.length}
          </span>
          <button type="button" aria-disabled={at === 0 || undefined} onClick={() => go(at - 1)}>
            Back
          </button>
          <button type="button" className={classes['next']} onClick={() => go(at + 1)}>
            {isLast ? 'Done' : 'Next'}
          </button>
        </div>
      </section>
    </>
  );
}
