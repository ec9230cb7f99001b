import { lazy, Suspense, useEffect, useState, type KeyboardEvent } from 'react';
import { HelpMost } from '../features/limits/help-most.js';
import { Limits } from '../features/limits/limits.js';
import { Overview } from '../features/overview/overview.js';
import { VIEWS } from '../state/view-names.js';
import { useWorkbench, workbench, type Tab } from '../state/workbench.js';
import classes from './app.module.css';
import { Arriving } from './arriving.js';
import { ErrorBoundary } from './error-boundary.js';
import { withStyles } from './late-styles.js';
import { readyStudies } from './study-access.js';

// Only the first view is in the first download; the others follow while nothing else is to do.
const loadLayers = () => withStyles('layers', () => import('../features/layers/layers.js'));
const loadCommunication = () => withStyles('communication', () => import('../features/communication/communication.js'));
const loadSearch = () => withStyles('search', () => import('../features/search/search.js'));
const loadStudies = async () => {
  await readyStudies();
  return withStyles('studies', () => import('../features/studies/studies.js'));
};
const loadCompare = () => withStyles('compare', () => import('../features/compare/compare.js'));
/** React keeps a failed import for good: another try takes another set. */
const lazyViews = () => ({
  Layers: lazy(async () => ({ default: (await loadLayers()).Layers })),
  Communication: lazy(async () => ({ default: (await loadCommunication()).Communication })),
  Search: lazy(async () => ({ default: (await loadSearch()).Search })),
  Studies: lazy(async () => ({ default: (await loadStudies()).Studies })),
  Compare: lazy(async () => ({ default: (await loadCompare()).Compare })),
});

function TabList({ tab }: { readonly tab: Tab }) {
  const show = (to: Tab): void => workbench().getState().setView({ tab: to });
  // on a narrow screen the list scrolls
  useEffect(() => {
    // a block: newer browsers answer with a promise, which is no way to end an effect
    document.getElementById(`tab-${tab}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);
  const key = (event: KeyboardEvent): void => {
    const at = VIEWS.findIndex((each) => each.tab === tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: VIEWS.length - 1 }[event.key];
    const next = to === undefined ? undefined : VIEWS[(to + VIEWS.length) % VIEWS.length];
    if (next === undefined) return;
    event.preventDefault();
    show(next.tab);
    document.getElementById(`tab-${next.tab}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Views" className={classes['tabs']}>
      {VIEWS.map((each) => (
        <button
          key={each.tab}
          id={`tab-${each.tab}`}
          type="button"
          role="tab"
          aria-selected={each.tab === tab}
          aria-controls="view"
          tabIndex={each.tab === tab ? 0 : -1}
          className={classes['tab']}
          onKeyDown={key}
          onClick={() => show(each.tab)}
        >
          {each.label}
        </button>
      ))}
    </div>
  );
}

function View({ tab, lazily }: { readonly tab: Tab; readonly lazily: ReturnType<typeof lazyViews> }) {
  switch (tab) {
    case 'overview':
      return (
        <>
          <Overview />
          <HelpMost />
        </>
      );
    case 'layers':
      return <lazily.Layers />;
    case 'communication':
      return <lazily.Communication />;
    case 'search':
      return <lazily.Search />;
    case 'studies':
      return <lazily.Studies />;
    case 'compare':
      return <lazily.Compare />;
  }
}

/** The tabs, the limits a design breaks, and the view chosen: only that one is mounted. */
export function Views() {
  const tab = useWorkbench((state) => state.view.tab);
  const [lazily, setLazily] = useState(lazyViews);
  useEffect(() => {
    const timer = window.setTimeout(
      () => void Promise.allSettled([loadLayers(), loadCommunication(), loadSearch(), loadStudies(), loadCompare()]),
      1500,
    );
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <>
      <TabList tab={tab} />
      <ErrorBoundary name="The list of limits">
        <Limits />
      </ErrorBoundary>
      <div className={classes['scroll']} data-tour="view">
        <div id="view" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          <h2 className="visually-hidden">{VIEWS.find((each) => each.tab === tab)?.label}</h2>
          <ErrorBoundary
            key={tab}
            name={VIEWS.find((each) => each.tab === tab)?.label ?? tab}
            onRetry={() => setLazily(lazyViews())}
          >
            <Suspense fallback={<Arriving what={`the view ${VIEWS.find((each) => each.tab === tab)?.label ?? tab}`} />}>
              <View tab={tab} lazily={lazily} />
            </Suspense>
          </ErrorBoundary>
        </div>
      </div>
    </>
  );
}
