import { library, useLibrary } from '../../state/library.js';
import { IconButton } from '../../ui/icon-button.js';
import classes from './library.module.css';

/** Files of what the browser did not keep. */
export interface LibraryDownloads {
  readonly unsaved: () => void;
  readonly aside: () => void;
}

const quoted = (names: readonly string[]): string =>
  `${names
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;

/** What could not be saved, or is no longer there: it stays until it is saved, downloaded or let go. */
function Unsaved({ download }: { readonly download: () => void }) {
  const unsaved = useLibrary((state) => state.unsaved);
  if (unsaved.length === 0) return null;
  const reasons = [...new Set(unsaved.map(({ why }) => why))];
  return (
    <div role="alert" className={classes['alert']}>
      <p>
        <strong>{quoted(unsaved.map(({ design }) => design.name))} not saved.</strong> {reasons.join(' ')} What was to
        be saved is kept in this tab only: download it as a file, or try again.
      </p>
      <button type="button" className={classes['button']} onClick={download}>
        Download
      </button>
      <button type="button" className={classes['button']} onClick={() => void library().getState().retry()}>
        Try again
      </button>
      <button type="button" className={classes['button']} onClick={() => library().getState().dropUnsaved()}>
        Let go
      </button>
    </div>
  );
}

function Aside({ download }: { readonly download: () => void }) {
  const aside = useLibrary((state) => state.aside);
  const later = useLibrary((state) => state.later);
  return (
    <>
      {aside.length > 0 && (
        <div role="status" className={classes['warning']}>
          <p data-hint={aside[0]?.why}>
            <strong>
              {aside.length === 1 ? 'One saved design' : `${aside.length} saved designs`} could not be read.
            </strong>{' '}
            Set aside as found, not deleted. {aside[0]?.why}
          </p>
          <button type="button" className={classes['button']} onClick={download}>
            Download
          </button>
          <button type="button" className={classes['button']} onClick={() => void library().getState().dropAside()}>
            Delete
          </button>
        </div>
      )}
      {later > 0 && (
        <div role="status" className={classes['warning']}>
          <p>
            {later === 1 ? 'One design was' : `${later} designs were`} saved by a newer version of Calculon Explorer and
            stay where they are. Reload the page to get that version.
          </p>
        </div>
      )}
    </>
  );
}

function Undo() {
  const removed = useLibrary((state) => state.removed.at(-1));
  if (removed === undefined) return null;
  return (
    <div role="status" className={classes['note']}>
      <p>{quoted(removed.map(({ name }) => name))} deleted.</p>
      <button type="button" className={classes['button']} onClick={() => void library().getState().undoRemove()}>
        Undo
      </button>
    </div>
  );
}

/** Everything about the list that the list itself does not say. */
export function LibraryNotes({ downloads }: { readonly downloads: LibraryDownloads }) {
  const trouble = useLibrary((state) => state.trouble);
  const messages = useLibrary((state) => state.messages);
  return (
    <>
      {trouble !== null && (
        <div role="alert" className={classes['alert']}>
          <p>
            <strong>The saved designs cannot be read.</strong> {trouble}
          </p>
          <button type="button" className={classes['button']} onClick={() => void library().getState().reload()}>
            Try again
          </button>
        </div>
      )}
      <Unsaved download={downloads.unsaved} />
      <Aside download={downloads.aside} />
      {messages.length > 0 && (
        <div role="status" className={classes['note']}>
          <p>{messages.join(' ')}</p>
          <IconButton icon="close" size="small" label="Dismiss" onClick={() => library().getState().say([])} />
        </div>
      )}
      <Undo />
    </>
  );
}
