import { useEffect, useId, useRef, useState } from 'react';
import { grouped } from '../../core/quantities/grouped.js';
import { library, useLibrary } from '../../state/library.js';
import { useOpenedDesign } from '../../state/opened-design.js';
import { DataTable, type Sort } from '../../ui/data-table.js';
import { IconButton } from '../../ui/icon-button.js';
import { LibraryNotes, type LibraryDownloads } from './library-notes.js';
import classes from './library.module.css';
import { savedColumns } from './saved-columns.js';
import { matching } from './saved-list.js';

export interface LibraryPanelProps {
  /** The design whose name is to be typed: the one just saved. */
  readonly naming: string | null;
  readonly onClose: () => void;
  /** Lets the person choose a file to import. */
  readonly onImport: () => void;
  /** Downloads these designs as one file. */
  readonly onExport: (ids: readonly string[]) => void;
  readonly downloads: LibraryDownloads;
}

/** More rows than this are drawn only when asked for. */
const FIRST_ROWS = 200;

/** A name being typed is let be, and a search emptied, before the panel closes. */
function hasOwnEscape(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement)) return false;
  return target.form !== null || (target.type === 'search' && target.value !== '');
}

/** The saved designs: opened, named, tagged, copied, deleted and brought back, taken out and in as a file. */
export function LibraryPanel({ naming, onClose, onImport, onExport, downloads }: LibraryPanelProps) {
  const designs = useLibrary((state) => state.designs);
  const ready = useLibrary((state) => state.ready);
  const openedId = useOpenedDesign(({ opened }) => opened?.record.id ?? null);
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort | null>({ column: 'saved', descending: true });
  const [editing, setEditing] = useState(naming);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const panelId = useId();
  useEffect(() => {
    const before = document.activeElement;
    const first = (wanted: string) => panel.current?.querySelector<HTMLInputElement>(wanted);
    (first('input[aria-label="Name"]') ?? first('input[type="search"]'))?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  useEffect(() => {
    const element = panel.current;
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !hasOwnEscape(event.target)) onClose();
    };
    element?.addEventListener('keydown', key);
    return () => element?.removeEventListener('keydown', key);
  }, [onClose]);
  /** What had the focus is gone: it stays in the panel. */
  const keepFocus = (): void => document.getElementById(panelId)?.focus();

  const state = library().getState();
  const found = matching(designs, search);
  const picked = found.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const columns = savedColumns({
    openedId,
    editing,
    chosen,
    edit: (id) => {
      setEditing(id);
      if (id === null) keepFocus();
    },
    choose: (id, on) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id))),
    open: (id) => state.open(id),
    duplicate: (id) => void state.duplicate(id),
    remove: (id) => {
      keepFocus();
      void state.remove([id]);
    },
  });
  const byDate = found.toSorted((left, right) => right.savedAt.localeCompare(left.savedAt));
  const rows = all || sort?.column !== 'saved' ? byDate : byDate.slice(0, FIRST_ROWS);
  return (
    <section
      id={panelId}
      ref={panel}
      role="dialog"
      aria-label="Saved designs"
      tabIndex={-1}
      className={classes['panel']}
    >
      <div className={classes['head']}>
        <h2>Saved designs</h2>
        <span className={classes['dim']}>{designs.length > 0 && grouped(designs.length)}</span>
        <IconButton icon="close" label="Close" className={classes['close']} onClick={onClose} />
      </div>
      <div className={classes['tools']}>
        <input
          type="search"
          className={classes['search']}
          aria-label="Search the saved designs"
          placeholder="Name, tag, model, hardware"
          spellCheck={false}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <button
          type="button"
          className={classes['primary']}
          onClick={() => void state.saveAs().then((id) => id !== null && setEditing(id))}
        >
          Save as new
        </button>
        <button type="button" className={classes['button']} onClick={onImport}>
          Import
        </button>
        <button
          type="button"
          className={classes['button']}
          disabled={designs.length === 0}
          onClick={() => onExport(picked.length > 0 ? picked : designs.map(({ id }) => id))}
        >
          {picked.length > 0 ? `Export ${picked.length}` : 'Export all'}
        </button>
        <button
          type="button"
          className={classes['button']}
          disabled={picked.length === 0}
          onClick={() => void state.remove(picked)}
        >
          Delete
        </button>
      </div>
      <LibraryNotes downloads={downloads} />
      <div className={classes['list']}>
        {rows.length > 0 ? (
          <DataTable
            caption="Saved designs"
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            sort={sort}
            onSort={setSort}
          />
        ) : (
          <p className={classes['nothing']}>
            {!ready
              ? 'Reading the browser’s storage…'
              : designs.length > 0
                ? 'No saved design has all of these words.'
                : 'Nothing saved yet. Ctrl+S saves the design on the screen; a file of saved designs can be dropped here.'}
          </p>
        )}
        {rows.length < byDate.length && (
          <button type="button" className={classes['button']} onClick={() => setAll(true)}>
            Show all {grouped(byDate.length)}
          </button>
        )}
      </div>
    </section>
  );
}
