import { HardwarePanel } from '../features/hardware-panel/hardware-panel.js';
import { ModelPanel } from '../features/model-panel/model-panel.js';
import { StrategyPanel } from '../features/strategy-panel/strategy-panel.js';
import classes from './app.module.css';
import { ErrorBoundary } from './error-boundary.js';

/** Every input, always there, with a scroll of its own. */
export function InputsPanel() {
  return (
    <section className={classes['inputs']} aria-label="Inputs">
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
