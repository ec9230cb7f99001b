import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ComponentType } from 'react';
import { useResults } from '../state/results.js';
import { Arriving } from './arriving.js';
import { ErrorBoundary } from './error-boundary.js';
import { isFirstVisit, rememberTour } from './first-visit.js';
import { hideOverlay, hideTour, showOverlay, useOverlay } from './overlay.js';
import { keysText } from './shortcuts.js';
import { handTypedAhead, takeTypedAhead } from './type-ahead.js';

/** After the first figures, which the dialogs must not hold up. */
const AHEAD_MS = 500;

const NAMES = { palette: 'the commands', keys: 'the shortcuts' } as const;

interface Parts {
  readonly Palette: ComponentType;
  readonly Keys: ComponentType;
  readonly Tour: ComponentType<{ readonly paletteKeys: string; readonly onEnd: () => void }>;
}

/** What has arrived: it needs no waiting, which React would draw out to a third of a second. */
const arrived: { -readonly [K in keyof Parts]?: Parts[K] } = {};

const load = {
  Palette: async () => {
    const [{ Palette }, { makeFinder }] = await Promise.all([
      import('../features/palette/palette.js'),
      import('./fuzzy.js'),
    ]);
    return (arrived.Palette ??= () => (
      <Palette makeFinder={makeFinder} keysOf={keysText} handTyped={handTypedAhead} onClose={hideOverlay} />
    ));
  },
  Keys: async () => {
    const { KeysDialog } = await import('./keys-dialog.js');
    return (arrived.Keys ??= () => <KeysDialog onClose={hideOverlay} onTour={() => showOverlay('tour')} />);
  },
  Tour: async () => (arrived.Tour ??= (await import('../features/tour/tour.js')).Tour),
};

/** React keeps a failed import for good: another try takes another set. */
const lazily = (): Parts => ({
  Palette: lazy(async () => ({ default: await load.Palette() })),
  Keys: lazy(async () => ({ default: await load.Keys() })),
  Tour: lazy(async () => ({ default: await load.Tour() })),
});

/** Those that have arrived, the same from when one is shown until it is put away: another component would begin anew. */
const useParts = (shown: string | boolean | null, views: Parts): Parts | null =>
  useMemo(() => (shown === null || shown === false ? null : { ...views, ...arrived }), [shown, views]);

/** The tour, which comes by itself at the first visit, as soon as there is something to show. */
function TourOverlay() {
  const touring = useOverlay((state) => state.touring);
  const hasAnswer = useResults((state) => state.report !== null);
  const [views, setViews] = useState(lazily);
  const end = useCallback(() => {
    rememberTour();
    hideTour();
  }, []);
  useEffect(() => {
    if (hasAnswer && isFirstVisit()) showOverlay('tour');
  }, [hasAnswer]);
  const parts = useParts(touring, views);
  if (parts === null) return null;
  return (
    <ErrorBoundary name="The tour" onRetry={() => setViews(lazily)}>
      <Suspense fallback={<Arriving what="the tour" over />}>
        <parts.Tour paletteKeys={keysText('palette') ?? ''} onEnd={end} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** The list of commands, or the shortcuts. */
function DialogOverlay() {
  const shown = useOverlay((state) => state.shown);
  const [views, setViews] = useState(lazily);
  const hasAnswer = useResults((state) => state.report !== null);
  useEffect(() => {
    if (!hasAnswer) return undefined;
    const fetchBoth = (): void => void Promise.allSettled([load.Palette(), load.Keys()]);
    const timer = window.setTimeout(fetchBoth, AHEAD_MS);
    return () => window.clearTimeout(timer);
  }, [hasAnswer]);
  const parts = useParts(shown, views);
  if (parts === null || shown === null) return null;
  return (
    // Where no box comes, none takes what is typed.
    <ErrorBoundary key={shown} name="What was asked for" onBroken={takeTypedAhead} onRetry={() => setViews(lazily)}>
      <Suspense fallback={<Arriving what={NAMES[shown]} over />}>
        {shown === 'palette' ? <parts.Palette /> : <parts.Keys />}
      </Suspense>
    </ErrorBoundary>
  );
}

/** What is shown over the page, fetched when it is asked for or while nothing else is to do. */
export function Overlays() {
  return (
    <>
      <TourOverlay />
      <DialogOverlay />
    </>
  );
}
