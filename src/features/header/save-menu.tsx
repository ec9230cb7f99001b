import { useOpenedDesign } from '../../state/opened-design.js';
import { useCommands } from '../../ui/commands.js';
import { Icon } from '../../ui/icons.js';
import { Popover, usePopover } from '../../ui/popover.js';
import classes from './header.module.css';

const FILES = [
  { kind: 'design', label: 'Design file', help: 'All three with their names, to open here again' },
  { kind: 'model', label: 'Model', help: 'Calculon’s model file' },
  { kind: 'system', label: 'System', help: 'Calculon’s system file' },
  { kind: 'strategy', label: 'Strategy', help: 'Calculon’s execution file' },
  { kind: 'stats-json', label: 'Results, JSON', help: 'Calculon’s stats with every operation, SI units' },
  { kind: 'stats-csv', label: 'Results, CSV', help: 'Every quantity with its label and unit' },
] as const;

const LONGEST = 28;
const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

/** Keeps the design in the browser, or saves a file. */
export function SaveMenu() {
  const { saveFile, saveDesign, showLibrary } = useCommands();
  const name = useOpenedDesign(({ opened }) => opened?.record.name ?? null);
  const kept = [
    {
      label: name === null ? 'Save here' : 'Save',
      help: name === null ? 'Keep the design in this browser · Ctrl+S' : `Over “${shortened(name)}” · Ctrl+S`,
      run: () => saveDesign('over'),
    },
    { label: 'Save as new', help: 'Under another name · Ctrl+Shift+S', run: () => saveDesign('new') },
    { label: 'Saved designs', help: 'Open, name, import and export', run: showLibrary },
  ];
  const menu = usePopover();
  return (
    <>
      <button type="button" className={classes['menuButton']} {...menu.opener}>
        <Icon name="save" />
        Save
        <Icon name="down" size={12} />
      </button>
      <Popover handle={menu} label="Save a file">
        <ul className={classes['menu']}>
          {kept.map(({ label, help, run }) => (
            <li key={label}>
              <button
                type="button"
                onClick={() => {
                  menu.close();
                  run();
                }}
              >
                {label}
                <span>{help}</span>
              </button>
            </li>
          ))}
          {FILES.map(({ kind, label, help }, place) => (
            <li key={kind} className={place === 0 ? classes['menuRule'] : undefined}>
              <button
                type="button"
                onClick={() => {
                  saveFile(kind);
                  menu.close();
                }}
              >
                {label}
                <span>{help}</span>
              </button>
            </li>
          ))}
        </ul>
      </Popover>
    </>
  );
}
