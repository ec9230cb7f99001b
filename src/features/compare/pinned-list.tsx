import { useState, type FormEvent } from 'react';
import { MOST_COMPARED, useWorkbench, workbench } from '../../state/workbench.js';
import { useCommands } from '../../ui/commands.js';
import { IconButton } from '../../ui/icon-button.js';
import { TextEntry } from '../../ui/text-entry.js';
import classes from './compare.module.css';
import { entryTitle, type Entry } from './entries.js';

/** Pins the current design under a name. */
function PinForm() {
  const [name, setName] = useState('');
  const isFull = useWorkbench(({ compared }) => compared.length >= MOST_COMPARED);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isFull) return;
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
        aria-disabled={isFull || undefined}
        data-hint={isFull ? `${MOST_COMPARED} designs are pinned: remove one first` : 'Keep the design as it is now'}
      >
        Pin current design
      </button>
    </form>
  );
}

/** The designs that are compared: the pinned ones to name, open and remove, and the current one. */
export function PinnedList({ entries }: { readonly entries: readonly Entry[] }) {
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
                  onClick={() => workbench().getState().uncompare(index)}
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
