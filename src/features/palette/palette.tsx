import { useId, useLayoutEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { grouped } from '../../core/quantities/grouped.js';
import { useCommands } from '../../ui/commands.js';
import { Modal } from '../../ui/modal.js';
import { paletteEntries } from './entries.js';
import { Finder, type MakeFinder, type Row } from './found.js';
import classes from './palette.module.css';
import { PaletteList } from './palette-list.js';
import type { KeysOf } from './place-entries.js';
import { recentIds, rememberRecent } from './recent.js';

interface PaletteProps {
  readonly makeFinder: MakeFinder;
  /** The keys of an action, as text. */
  readonly keysOf: KeysOf;
  /** Hands over what was typed while this was on its way; from then on the box has the keys itself. */
  readonly handTyped: (to: (text: string) => void) => void;
  readonly onClose: () => void;
}

const PAGE = 8;

/** Everything that can be done, found by a few letters: a combobox over one list, in the browser's own dialog. */
export function Palette({ makeFinder, keysOf, handTyped, onClose }: PaletteProps) {
  const commands = useCommands();
  const id = useId();
  // What there is when it opens; nothing changes behind it while it is open.
  const [finder] = useState(
    () => new Finder(paletteEntries(commands, keysOf, document.activeElement), makeFinder, recentIds()),
  );
  const [typed, setTyped] = useState({ query: '', at: 0 });
  const { query, at } = typed;
  // Not before the dialog has handed the focus to the box: no letter falls between the two.
  useLayoutEffect(() => handTyped((early) => setTyped({ query: early, at: 0 })), [handTyped]);
  const found = useMemo(() => finder.found(query), [finder, query]);
  const rows = found.groups.flatMap((group) => group.rows);
  const active = Math.min(at, rows.length - 1);

  const run = ({ entry, problem }: Row): void => {
    if (problem !== undefined) return;
    rememberRecent(entry.id);
    // The focus is back where it was before anything is done: some things move it.
    flushSync(onClose);
    entry.run();
  };
  const move = (to: number): void => setTyped({ query, at: (to + rows.length) % Math.max(1, rows.length) });
  const key = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: Math.min(active + PAGE, rows.length - 1),
      PageUp: Math.max(active - PAGE, 0),
    };
    const to = moves[event.key];
    const row = rows[active];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && row !== undefined) run(row);
    else return;
    event.preventDefault();
  };

  const count = rows.length === 0 ? 'Nothing found' : `${grouped(found.total)} found`;
  const problem = rows[active]?.problem;
  return (
    <Modal label="Commands" className={classes['palette']} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        className={classes['box']}
        aria-label="Find a command, an input, a preset or a number"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={rows.length === 0 ? undefined : `${id}-${active}`}
        placeholder="Find anything, or set it: tp 16, hbm 120 GB"
        autoComplete="off"
        spellCheck={false}
        // The one thing to do in a palette is to type.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={query}
        onChange={(event) => setTyped({ query: event.currentTarget.value, at: 0 })}
        onKeyDown={key}
      />
      <PaletteList id={id} groups={found.groups} note={found.note} active={active} onPoint={move} onPick={run} />
      <p className={classes['foot']}>
        <span role="status">
          {query !== '' && count}
          {found.note !== null && <span className="visually-hidden">. {found.note}</span>}
          {problem !== undefined && <span className="visually-hidden">. {problem}</span>}
        </span>
        <span aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> choose · <kbd>Enter</kbd> run · <kbd>Esc</kbd> close
        </span>
      </p>
    </Modal>
  );
}
