import { useCallback, useEffect, useMemo } from 'react';
import { Header } from '../features/header/header.js';
import { Headline } from '../features/headline/headline.js';
import type { WorkbenchStore } from '../state/workbench.js';
import { CommandsContext, type Commands } from '../ui/commands.js';
import { HintLayer } from '../ui/hint-layer.js';
import { InputSourceContext } from '../ui/input-source.js';
import classes from './app.module.css';
import { copyText } from './clipboard.js';
import { ErrorBoundary } from './error-boundary.js';
import { connectFocusField } from './focus-field.js';
import { HowDrawer } from './how-drawer.js';
import { FileDrop } from './file-drop.js';
import { chooseFiles, openFile, saveFile } from './files.js';
import { InputsPanel } from './inputs-panel.js';
import { connectKeyboard } from './keyboard.js';
import { rememberOpened, saveDesign, showLibrary } from './library-access.js';
import { LibrarySheet } from './library-sheet.js';
import { NoticeBanner } from './notice-banner.js';
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
      saveDesign: (how) => void saveDesign(workbench, how),
      showLibrary: () => void showLibrary(workbench),
      copyLink: () => copyText(linkAddress(workbench)),
    }),
    [open, workbench],
  );
  useEffect(() => connectFocusField(), []);
  useEffect(() => connectKeyboard(workbench, commands), [workbench, commands]);
  useEffect(() => rememberOpened(workbench), [workbench]);
  return (
    <CommandsContext value={commands}>
      <InputSourceContext value={workbenchInputs}>
        <div className={classes['shell']}>
          <Header />
          <InputsPanel />
          <main className={classes['main']} aria-label="Results">
            <NoticeBanner />
            <ErrorBoundary name="The headline">
              <Headline />
            </ErrorBoundary>
            <Views />
          </main>
          <HowDrawer />
        </div>
        <LibrarySheet onImport={commands.openFile} />
        <FileDrop onFile={open} />
        <UpdateNotice />
        <HintLayer />
      </InputSourceContext>
    </CommandsContext>
  );
}
