import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useResults } from '../state/results.js';
import { useCommands } from '../ui/commands.js';
import { ErrorBoundary } from './error-boundary.js';
import { isFirstVisit, rememberTour } from './first-visit.js';
import { hideOverlay, showOverlay, useOverlay } from './overlay.js';
import { keysText } from './shortcuts.js';

const loadPalette = async () => {
  const [{ Palette }, { makeFinder }] = await Promise.all([
    import('../features/palette/palette.js'),
    import('./fuzzy.js'),
  ]);
  return { Palette, makeFinder };
};
const loadKeys = () => import('./keys-dialog.js');
const loadTour = () => import('../features/tour/tour.js');

/** React keeps a failed import for good: another try takes another set. */
const lazily = () => ({
  Palette: lazy(async () => {
    const { Palette, makeFinder } = await loadPalette();
    return { default: () => <Palette makeFinder={makeFinder} keysOf={keysText} onClose={hideOverlay} /> };
  }),
  Keys: lazy(async () => ({ default: (await loadKeys()).KeysDialog })),
  Tour: lazy(async () => ({ default: (await loadTour()).Tour })),
});

/** What is shown over the page, fetched when it is asked for or while nothing else is to do. */
export function Overlays() {
  const shown = useOverlay((state) => state.shown);
  const hasAnswer = useResults((state) => state.report !== null);
  const { startTour } = useCommands();
  const [views, setViews] = useState(lazily);
  const endTour = useCallback(() => {
    rememberTour();
    hideOverlay();
  }, []);
  useEffect(() => {
    if (hasAnswer && isFirstVisit()) showOverlay('tour');
  }, [hasAnswer]);
  useEffect(() => {
    const timer = window.setTimeout(() => void Promise.allSettled([loadPalette(), loadKeys()]), 2000);
    return () => window.clearTimeout(timer);
  }, []);
  if (shown === null) return null;
  const { Palette, Keys, Tour } = views;
  return (
    <ErrorBoundary key={shown} name="What was asked for" onRetry={() => setViews(lazily)}>
      <Suspense fallback={null}>
        {shown === 'palette' && <Palette />}
        {shown === 'keys' && <Keys onClose={hideOverlay} onTour={startTour} />}
        {shown === 'tour' && <Tour onEnd={endTour} />}
      </Suspense>
    </ErrorBoundary>
  );
}
