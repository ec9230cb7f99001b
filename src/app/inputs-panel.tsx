import { useEffect, useState } from 'react';
import { HardwarePanel } from '../features/hardware-panel/hardware-panel.js';
import { ModelPanel } from '../features/model-panel/model-panel.js';
import { StrategyPanel } from '../features/strategy-panel/strategy-panel.js';
import { UNFOLD_ALL } from '../ui/fold-group.js';
import { Icon } from '../ui/icons.js';
import classes from './app.module.css';
import { ErrorBoundary } from './error-boundary.js';

/** Every input, always there, with a scroll of its own; on a narrow screen behind a button, so that results come first. */
export function InputsPanel() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const unfold = (): void => setOpen(true);
    window.addEventListener(UNFOLD_ALL, unfold);
    return () => window.removeEventListener(UNFOLD_ALL, unfold);
  }, []);
  return (
    <section className={classes['inputs']} aria-label="Inputs" data-open={open || undefined} data-tour="inputs">
      <button type="button" className={classes['unfold']} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'chevron'} size={12} />
        Inputs
      </button>
      <ErrorBoundary name="The model">
        <ModelPanel />
      </ErrorBoundary>
      <ErrorBoundary name="The hardware">
        <HardwarePanel />
      </ErrorBoundary>
      <ErrorBoundary name="The strategy">
        <StrategyPanel />
      </ErrorBoundary>
    </section>
  );
}
