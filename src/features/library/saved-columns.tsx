import { formatQuantity } from '../../core/quantities/format.js';
import type { StoredDesign } from '../../state/saved-design.js';
import type { Column } from '../../ui/data-table.js';
import { IconButton } from '../../ui/icon-button.js';
import classes from './library.module.css';
import { savedFigures } from './saved-figures.js';
import { savedDay, savedMoment } from './saved-list.js';
import { NameForm, NameLines } from './saved-name.js';
import { Thumbnail } from './thumbnail.js';

/** What a row can do, and what the list knows of it. */
export interface RowActions {
  readonly openedId: string | null;
  readonly editing: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly edit: (id: string | null) => void;
  readonly choose: (id: string, on: boolean) => void;
  readonly open: (id: string) => void;
  readonly duplicate: (id: string) => void;
  readonly remove: (id: string) => void;
}

function FirstCell({ design, actions }: { readonly design: StoredDesign; readonly actions: RowActions }) {
  const { id, name } = design;
  return (
    <span className={classes['first']}>
      <input
        type="checkbox"
        aria-label={`Choose ${name}`}
        checked={actions.chosen.has(id)}
        onChange={(event) => actions.choose(id, event.currentTarget.checked)}
      />
      <Thumbnail figures={savedFigures(design)} />
      {actions.editing === id ? (
        <NameForm design={design} onDone={() => actions.edit(null)} />
      ) : (
        <NameLines design={design} isOpened={actions.openedId === id} onOpen={() => actions.open(id)} />
      )}
    </span>
  );
}

function Hbm({ design }: { readonly design: StoredDesign }) {
  const { hbm, hbmThere, fits } = savedFigures(design);
  return (
    <span className={classes['two']}>
      <span className={hbm !== null && !fits ? classes['over'] : undefined}>{formatQuantity(hbm, 'bytes')}</span>
      <span className={classes['dim']}>
        {hbm === null ? '' : fits ? `of ${formatQuantity(hbmThere, 'bytes')}` : 'does not fit'}
      </span>
    </span>
  );
}

/** The columns of the list; the first has the picture, the name and the tags. */
export function savedColumns(actions: RowActions): readonly Column<StoredDesign>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      sortValue: ({ name }) => name.toLowerCase(),
      cell: (design) => <FirstCell design={design} actions={actions} />,
    },
    {
      id: 'saved',
      header: 'Saved',
      width: 100,
      sortValue: ({ savedAt }) => savedAt,
      cell: ({ savedAt }) => <span data-hint={savedMoment(savedAt)}>{savedDay(savedAt)}</span>,
    },
    {
      id: 'rate',
      header: 'Rate',
      hint: 'Samples a second of the whole machine',
      numeric: true,
      width: 124,
      sortValue: (design) => savedFigures(design).rate ?? -1,
      cell: (design) => formatQuantity(savedFigures(design).rate, 'samples-per-second', { compact: true }),
    },
    {
      id: 'mfu',
      header: 'MFU',
      hint: 'Model FLOP utilisation',
      numeric: true,
      width: 72,
      sortValue: (design) => savedFigures(design).mfu ?? -1,
      cell: (design) => formatQuantity(savedFigures(design).mfu, 'fraction'),
    },
    {
      id: 'hbm',
      header: 'HBM',
      hint: 'Memory used on HBM by one processor, and what there is',
      numeric: true,
      width: 96,
      sortValue: (design) => savedFigures(design).hbm ?? -1,
      cell: (design) => <Hbm design={design} />,
    },
    {
      id: 'actions',
      header: 'Change',
      width: 88,
      cell: ({ id, name }) => (
        <span className={classes['actions']}>
          <IconButton
            icon="edit"
            size="small"
            label={`Rename and tag ${name}`}
            onClick={() => actions.edit(actions.editing === id ? null : id)}
          />
          <IconButton icon="copy" size="small" label={`Duplicate ${name}`} onClick={() => actions.duplicate(id)} />
          <IconButton icon="bin" size="small" label={`Delete ${name}`} onClick={() => actions.remove(id)} />
        </span>
      ),
    },
  ];
}
