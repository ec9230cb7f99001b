import { lazy, Suspense, useState } from 'react';
import { useHow } from '../state/how.js';
import { Arriving } from './arriving.js';
import { ErrorBoundary } from './error-boundary.js';
import { withStyles } from './late-styles.js';

const lazyPanel = () =>
  lazy(async () => ({
    default: (await withStyles('how-panel', () => import('../features/how/how-panel.js'))).HowPanel,
  }));

/** How a number is computed, loaded with the first number that is asked. */
export function HowDrawer() {
  const isAsked = useHow((state) => state.trail.length > 0);
  // React keeps a failed import for good: another try takes another one
  const [Panel, setPanel] = useState(lazyPanel);
  if (!isAsked) return null;
  return (
    <ErrorBoundary name="The explanation" onRetry={() => setPanel(lazyPanel)}>
      <Suspense fallback={<Arriving what="the explanation" over />}>
        <Panel />
      </Suspense>
    </ErrorBoundary>
  );
}
