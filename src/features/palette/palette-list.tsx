import { useEffect, useRef } from 'react';
import { MarkedText } from '../../ui/marked-text.js';
import type { Row, RowGroup } from './found.js';
import classes from './palette.module.css';

interface PaletteListProps {
  readonly id: string;
  readonly groups: readonly RowGroup[];
  /** What is said above them, or in place of them. */
  readonly note: string | null;
  /** The row that Enter runs, counted through all groups. */
  readonly active: number;
  readonly onPoint: (at: number) => void;
  readonly onPick: (row: Row) => void;
}

/** What was found, by group. The focus stays in the box above: rows are options of its listbox. */
export function PaletteList({ id, groups, note, active, onPoint, onPick }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active <= 0) list.current?.scrollTo?.({ top: 0 });
    else document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, active, groups]);
  const firsts = groups.map((_, place) => groups.slice(0, place).reduce((sum, { rows }) => sum + rows.length, 0));
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label="Found" tabIndex={-1} className={classes['list']}>
      {(groups.length === 0 || note !== null) && (
        <p role="presentation" className={classes[groups.length === 0 ? 'nothing' : 'note']}>
          {note ?? 'Nothing has these words. Fewer letters find more; a value sets an input, as in “tp 16”.'}
        </p>
      )}
      {groups.map(({ name, rows }, place) => {
        const first = firsts[place] ?? 0;
        return (
          // by number: a name has spaces, which end an id
          <div key={name} role="group" aria-labelledby={`${id}-group-${place}`}>
            <p id={`${id}-group-${place}`} role="presentation" className={classes['group']}>
              {name}
            </p>
            {rows.map((row, at) => (
              <Option
                key={row.entry.id}
                id={`${id}-${first + at}`}
                row={row}
                active={first + at === active}
                onPoint={() => onPoint(first + at)}
                onPick={() => onPick(row)}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly row: Row;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onPick: () => void;
}

function Option({ id, row: { entry, marked, problem }, active, onPoint, onPick }: OptionProps) {
  const aside = entry.aside?.() ?? '';
  return (
    // The box above has the keyboard: arrows move, Enter runs.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={problem !== undefined || undefined}
      className={classes['option']}
      onPointerMove={active ? undefined : onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className={classes['label']}>
        <MarkedText text={entry.label} marked={marked} />
      </span>
      {problem !== undefined && <span className={classes['problem']}>{problem}</span>}
      {aside !== '' && <span className={classes['aside']}>{aside}</span>}
    </div>
  );
}
