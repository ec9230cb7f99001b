import { lazy, Suspense, useCallback, useState } from 'react';
import { library } from '../state/library.js';
import { Arriving } from './arriving.js';
import { ErrorBoundary } from './error-boundary.js';
import { withStyles } from './late-styles.js';
import { useLibraryPanel } from './library-access.js';

const lazyPanel = () =>
  lazy(async () => {
    const [{ LibraryPanel }, { downloadAside, downloadDesigns }] = await Promise.all([
      withStyles('library-panel', () => import('../features/library/library-panel.js')),
      import('./library-files.js'),
    ]);
    const downloads = {
      unsaved: () =>
        downloadDesigns(
          library()
            .getState()
            .unsaved.map(({ design }) => design),
        ),
      aside: () => downloadAside(library()),
    };
    const exportDesigns = (ids: readonly string[]): void =>
      downloadDesigns(
        library()
          .getState()
          .designs.filter(({ id }) => ids.includes(id)),
      );
    return {
      default: (props: {
        readonly naming: string | null;
        readonly onClose: () => void;
        readonly onImport: () => void;
      }) => <LibraryPanel {...props} onExport={exportDesigns} downloads={downloads} />,
    };
  });

/** The panel of saved designs, where it is wanted. */
export function LibrarySheet({ onImport }: { readonly onImport: () => void }) {
  const shown = useLibraryPanel((state) => state.shown);
  const naming = useLibraryPanel((state) => state.naming);
  // React keeps a failed import for good: another try takes another one
  const [Panel, setPanel] = useState(lazyPanel);
  const close = useCallback(() => useLibraryPanel.setState({ shown: false, naming: null }), []);
  if (!shown) return null;
  return (
    <ErrorBoundary name="The list of saved designs" onRetry={() => setPanel(lazyPanel)}>
      <Suspense fallback={<Arriving what="the saved designs" over />}>
        <Panel key={naming} naming={naming} onClose={close} onImport={onImport} />
      </Suspense>
    </ErrorBoundary>
  );
}
