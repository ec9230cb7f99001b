import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { Icon } from './icons.js';
import { Popover, usePopover } from './popover.js';
import classes from './preset-picker.module.css';

export interface PickableSource {
  /** Paths of what comes from there; `*` for all of it. */
  readonly fields: readonly string[];
  readonly title: string;
  readonly url: string;
}

export interface Pickable {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** Where its numbers come from, in a word: "paper", "datasheet". */
  readonly provenance: string;
  readonly notes: string;
  readonly sources: readonly PickableSource[];
}

interface PresetPickerProps {
  /** What is picked: "Model". */
  readonly label: string;
  readonly items: readonly Pickable[];
  readonly currentId: string | null;
  /** Shown on the button: the preset's name, or the file's. */
  readonly currentName: string;
  readonly onPick: (id: string) => void;
}

function matches(item: Pickable, words: readonly string[]): boolean {
  const text = `${item.name} ${item.group} ${item.provenance}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** A searchable list of presets in groups, and a note of what the current one is and where its numbers come from. */
export function PresetPicker({ label, items, currentId, currentName, onPick }: PresetPickerProps) {
  const list = usePopover('listbox');
  const notes = usePopover();
  const current = items.find((item) => item.id === currentId);
  return (
    <>
      <button
        type="button"
        className={classes['picker']}
        aria-label={`${label} preset: ${currentName}`}
        {...list.opener}
      >
        <span className={classes['name']}>{currentName}</span>
        <Icon name="down" size={12} />
      </button>
      <Popover handle={list} label={`Choose a ${label.toLowerCase()}`}>
        <PresetList
          label={label}
          items={items}
          currentId={currentId}
          onPick={(id) => {
            onPick(id);
            list.close();
          }}
        />
      </Popover>
      {current !== undefined && (
        <>
          <button
            type="button"
            className={classes['info']}
            aria-label={`About ${current.name}`}
            data-hint={`About ${current.name}`}
            {...notes.opener}
          >
            <Icon name="info" size={14} />
          </button>
          <Popover handle={notes} label={`About ${current.name}`}>
            <PresetNotes item={current} />
          </Popover>
        </>
      )}
    </>
  );
}

/** The paths a source covers, those that differ in one step only (a datatype, a tier) as one. */
function covered(fields: readonly string[]): string {
  const steps = fields.map((field) => field.replace(/^(matrix|vector)\.[^.*]+/, '$1.*'));
  return [...new Set(steps)].join(', ');
}

function PresetNotes({ item }: { readonly item: Pickable }) {
  return (
    <div className={classes['notes']}>
      <h3>
        {item.name} <span className={classes['provenance']}>{item.provenance}</span>
      </h3>
      <p>{item.notes}</p>
      <ul>
        {item.sources.map((source) => (
          <li key={source.title + source.fields.join()}>
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
            </a>
            {!source.fields.includes('*') && <span className={classes['covers']}> — {covered(source.fields)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

type PresetListProps = Pick<PresetPickerProps, 'label' | 'items' | 'currentId' | 'onPick'>;

function PresetList({ label, items, currentId, onPick }: PresetListProps) {
  const [search, setSearch] = useState('');
  const [activeId, setActiveId] = useState(currentId);
  const listId = useId();
  const found = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    return items.filter((item) => matches(item, words));
  }, [items, search]);
  const active = found.find((item) => item.id === activeId) ?? found[0];
  const groups = [...new Set(found.map((item) => item.group))];

  const key = (event: KeyboardEvent): void => {
    const at = active === undefined ? 0 : found.indexOf(active);
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : undefined;
    if (to !== undefined) {
      event.preventDefault();
      const next = found[(to + found.length) % found.length];
      if (next === undefined) return;
      setActiveId(next.id);
      document.getElementById(`${listId}-${next.id}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && active !== undefined) onPick(active.id);
  };
  const optionId = (id: string): string => `${listId}-${id}`;

  return (
    <div className={classes['panel']}>
      <input
        type="text"
        role="combobox"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens on request, to type in
        autoFocus
        autoComplete="off"
        spellCheck={false}
        className={classes['search']}
        aria-label={`Search ${label.toLowerCase()} presets`}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active === undefined ? undefined : optionId(active.id)}
        placeholder="Search"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={key}
      />
      <div id={listId} role="listbox" tabIndex={-1} aria-label={`${label} presets`} className={classes['list']}>
        {groups.map((group) => (
          <div key={group} role="group" aria-label={group}>
            <div className={classes['group']} aria-hidden="true">
              {group}
            </div>
            {found
              .filter((item) => item.group === group)
              .map((item) => (
                <div
                  key={item.id}
                  id={optionId(item.id)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={item.id === currentId}
                  className={item === active ? classes['active'] : classes['option']}
                  onPointerMove={() => setActiveId(item.id)}
                  onClick={() => onPick(item.id)}
                  onKeyDown={key}
                >
                  <span className={classes['optionName']}>{item.name}</span>
                  <span className={classes['provenance']}>{item.provenance}</span>
                </div>
              ))}
          </div>
        ))}
      </div>
      <p className={classes['foot']}>{active === undefined ? `No preset matches “${search}”.` : active.notes}</p>
    </div>
  );
}
