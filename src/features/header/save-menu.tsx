import { useCommands } from '../../ui/commands.js';
import { Icon } from '../../ui/icons.js';
import { Popover, usePopover } from '../../ui/popover.js';
import classes from './header.module.css';

const FILES = [
  { kind: 'design', label: 'Design', help: 'All three with their names, to open here again · Ctrl+S' },
  { kind: 'model', label: 'Model', help: 'Calculon’s model file' },
  { kind: 'system', label: 'System', help: 'Calculon’s system file' },
  { kind: 'strategy', label: 'Strategy', help: 'Calculon’s execution file' },
  { kind: 'stats-json', label: 'Results, JSON', help: 'Calculon’s stats with every operation, SI units' },
  { kind: 'stats-csv', label: 'Results, CSV', help: 'Every quantity with its label and unit' },
] as const;

/** Which file to save. */
export function SaveMenu() {
  const { saveFile } = useCommands();
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
          {FILES.map(({ kind, label, help }) => (
            <li key={kind}>
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
