import { ShortcutList, type KeysGroup } from '../ui/shortcut-list.js';
import { chooseLetterKeys, useLetterKeys } from './letter-keys.js';
import { keyNames, SHORTCUTS, WIDGET_KEYS } from './shortcuts.js';

const groups = (): readonly KeysGroup[] => {
  const names = [...new Set(SHORTCUTS.map(({ group }) => group))];
  const own = names.map((name) => ({
    name,
    keys: SHORTCUTS.filter(({ group }) => group === name).map(({ label, keys }) => ({
      label,
      ways: keys.map(keyNames),
    })),
  }));
  const widgets = WIDGET_KEYS.map(({ label, keys }) => ({ label, ways: [keys] }));
  return [...own, { name: 'In the page', keys: widgets }];
};

/** The help for the keyboard, from the table that the keyboard runs from. */
export function KeysDialog({ onClose, onTour }: { readonly onClose: () => void; readonly onTour: () => void }) {
  const letters = useLetterKeys((state) => state.on);
  return (
    <ShortcutList
      groups={groups()}
      note="They are for when nothing is being typed. On a Mac, ⌘ does what Ctrl does."
      option={{
        label: 'Keys without Ctrl',
        hint: 'Off, a key alone does nothing: for voice control, or keys pressed by accident',
        on: letters,
        onChange: chooseLetterKeys,
      }}
      more={{ label: 'Take the tour', run: onTour }}
      onClose={onClose}
    />
  );
}
