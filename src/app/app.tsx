import { useCallback, useEffect, useMemo } from 'react';
import { Header } from '../features/header/header.js';
import { Headline } from '../features/headline/headline.js';
import { useByteUnits } from '../state/byte-units.js';
import type { WorkbenchStore } from '../state/workbench.js';
import { CommandsContext, type Commands } from '../ui/commands.js';
import { HintLayer } from '../ui/hint-layer.js';
import { InputSourceContext } from '../ui/input-source.js';
import { ByteUnitsContext } from '../ui/memo-in-units.js';
import classes from './app.module.css';
import { switchByteUnits } from './byte-units.js';
import { copyText } from './clipboard.js';
import { ErrorBoundary } from './error-boundary.js';
import { connectFocusField } from './focus-field.js';
import { HowDrawer } from './how-drawer.js';
import { FileDrop } from './file-drop.js';
import { chooseFiles, openFile, saveFile } from './files.js';
import { InputsPanel } from './inputs-panel.js';
import { keepFocus } from './keep-focus.js';
import { connectKeyboard } from './keyboard.js';
import { rememberOpened, saveDesign, SavedOverNote, showLibrary } from './library-access.js';
import { LibrarySheet } from './library-sheet.js';
import { NoticeBanner } from './notice-banner.js';
import { printReport, saveReport } from './report-access.js';
import { showOverlay } from './overlay.js';
import { Overlays } from './overlays.js';
import { SpokenDisplay } from './spoken-display.js';
import { SpokenProgress } from './spoken-progress.js';
import { linkAddress } from './start.js';
import { UpdateNotice } from './update-notice.js';
import { Views } from './views.js';
import { workbenchInputs } from './workbench-inputs.js';

/** The whole screen: header, inputs on the left, what they do on the right. */
export function App({ workbench }: { readonly workbench: WorkbenchStore }) {
  const open = useCallback((file: File) => void openFile(file, workbench), [workbench]);
  const commands = useMemo<Commands>(
    () => ({
      openFile: () => chooseFiles(open),
      saveFile: (kind) => saveFile(kind, workbench),
      saveReport: (kind) => void saveReport(kind, workbench),
      printReport: () => void printReport(workbench),
      saveDesign: (how) => void saveDesign(workbench, how),
      showLibrary: () => void showLibrary(workbench),
      switchByteUnits,
      showPalette: () => showOverlay('palette'),
      showKeys: () => showOverlay('keys'),
      startTour: () => showOverlay('tour'),
      copyLink: () => copyText(linkAddress(workbench)),
    }),
    [open, workbench],
  );
  // Drawing this draws everything beneath it, except what keeps its texts: that asks the context.
  const units = useByteUnits((state) => state.units);
  useEffect(() => connectFocusField(), []);
  useEffect(() => keepFocus(), []);
  useEffect(() => connectKeyboard(workbench, commands), [workbench, commands]);
  useEffect(() => rememberOpened(workbench), [workbench]);
  return (
    <CommandsContext value={commands}>
      <ByteUnitsContext value={units}>
        <InputSourceContext value={workbenchInputs}>
          <div className={classes['shell']}>
            <ErrorBoundary name="The header">
              <Header />
            </ErrorBoundary>
            <InputsPanel />
            <main className={classes['main']} aria-label="Results">
              <ErrorBoundary name="The notices">
                <NoticeBanner />
              </ErrorBoundary>
              <ErrorBoundary name="The headline">
                <Headline />
              </ErrorBoundary>
              <SavedOverNote />
              <ErrorBoundary name="The views">
                <Views />
              </ErrorBoundary>
            </main>
            <HowDrawer />
          </div>
          <LibrarySheet onImport={commands.openFile} />
          <FileDrop onFile={open} />
          <UpdateNotice />
          <Overlays />
          <SpokenProgress workbench={workbench} />
          <SpokenDisplay />
          <HintLayer />
        </InputSourceContext>
      </ByteUnitsContext>
    </CommandsContext>
  );
}
