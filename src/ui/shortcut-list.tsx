import { Modal } from './modal.js';
import { IconButton } from './icon-button.js';
import { SmallSwitch } from './small-switch.js';
import classes from './shortcut-list.module.css';

interface Keys {
  readonly label: string;
  /** Ways to press it, each as its keys: [["Ctrl", "K"], ["/"]]. */
  readonly ways: readonly (readonly string[])[];
}

export interface KeysGroup {
  readonly name: string;
  readonly keys: readonly Keys[];
}

interface ShortcutListProps {
  readonly groups: readonly KeysGroup[];
  readonly note: string;
  /** Something to turn on and off, before the note. */
  readonly option: {
    readonly label: string;
    readonly hint: string;
    readonly on: boolean;
    readonly onChange: (on: boolean) => void;
  };
  readonly onClose: () => void;
  /** More help, as a button at the foot. */
  readonly more: { readonly label: string; readonly run: () => void };
}

/** Every shortcut with its keys, by group, in a dialog. */
export function ShortcutList({ groups, note, option, more, onClose }: ShortcutListProps) {
  return (
    <Modal label="Keyboard shortcuts" className={classes['dialog']} onClose={onClose}>
      <div className={classes['head']}>
        <h2>Keyboard shortcuts</h2>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </div>
      <div className={classes['groups']}>
        {groups.map(({ name, keys }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <dl>
              {keys.map(({ label, ways }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {ways.map((way) => (
                      <span key={way.join(' ')}>
                        {way.map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={classes['foot']}>
        <SmallSwitch label={option.label} hint={option.hint} checked={option.on} onChange={option.onChange} />
        <p>{note}</p>
        <button type="button" onClick={more.run}>
          {more.label}
        </button>
      </div>
    </Modal>
  );
}
