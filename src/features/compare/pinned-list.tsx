import { useState, type FormEvent } from 'react';
import { noRoomToCompare } from '../../state/comparing.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { useCommands } from '../../ui/commands.js';
import { IconButton } from '../../ui/icon-button.js';
import { TextEntry } from '../../ui/text-entry.js';
import classes from './compare.module.css';
import { entryTitle, type Entry } from './entries.js';

/** Pins the current design under a name. */
function PinForm() {
  const [name, setName] = useState('');
  const full = useWorkbench(noRoomToCompare);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (full !== null) return;
    workbench().getState().compare(name);
    setName('');
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <input
        className={classes['box']}
        aria-label="Name to pin under"
        placeholder="Name"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button
        type="submit"
        className={classes['button']}
        aria-disabled={full !== null || undefined}
        data-hint={full ?? 'Keep the design as it is now'}
      >
        Pin current design
      </button>
    </form>
  );
}

interface PinnedListProps {
  readonly entries: readonly Entry[];
  /** Takes a pinned design away. */
  readonly onRemove: (index: number) => void;
}

/** The designs that are compared: the pinned ones to name, open and remove, and the current one. */
export function PinnedList({ entries, onRemove }: PinnedListProps) {
  const { saveReport } = useCommands();
  return (
    <section className={classes['pinned']} aria-label="Designs compared">
      <ul className={classes['entries']}>
        {entries.map((entry, index) => (
          <li key={entry.letter}>
            <b className={classes['letter']}>{entry.letter}</b>
            {index === entries.length - 1 ? (
              <span>{entry.name}</span>
            ) : (
              <>
                <TextEntry
                  label={`Name of ${entry.letter}`}
                  value={entry.name}
                  write={(name) => name}
                  read={(text) =>
                    text.trim() === ''
                      ? { ok: false, message: 'A design needs a name.' }
                      : { ok: true, value: text.trim() }
                  }
                  hint={entry.name}
                  width={28}
                  onChange={(name) => workbench().getState().renameCompared(index, name)}
                />
                <IconButton
                  icon="open"
                  size="small"
                  label={`Open ${entryTitle(entry)}`}
                  data-hint="Make it the current design; Undo brings back the one that was"
                  onClick={() => workbench().getState().loadDesign(entry.name, entry.design)}
                />
                <IconButton
                  icon="close"
                  size="small"
                  label={`Remove ${entryTitle(entry)}`}
                  onClick={() => onRemove(index)}
                />
              </>
            )}
            {entry.kind !== 'feasible' && <span className={classes['tag']}>{entry.kind}</span>}
          </li>
        ))}
      </ul>
      <div className={classes['form']}>
        <PinForm />
        {entries.length > 1 && (
          <button
            type="button"
            className={classes['button']}
            data-second
            data-hint="The comparison as one HTML file; Markdown and print are in the Save menu"
            onClick={() => saveReport('html')}
          >
            Report
          </button>
        )}
      </div>
    </section>
  );
}
