import { isComparing } from '../../state/comparing.js';
import { FILE_KINDS, REPORT_KINDS } from '../../state/file-kinds.js';
import { useOpenedDesign } from '../../state/opened-design.js';
import { useWorkbench } from '../../state/workbench.js';
import { useCommands } from '../../ui/commands.js';
import { Icon } from '../../ui/icons.js';
import { Popover, usePopover } from '../../ui/popover.js';
import classes from './header.module.css';

const LONGEST = 28;
const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

/** Keeps the design in the browser, or saves a file. */
export function SaveMenu() {
  const { saveFile, saveReport, printReport, saveDesign, showLibrary } = useCommands();
  const what = useWorkbench(isComparing) ? 'Of the comparison' : 'Of this design';
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
      <button type="button" data-tour="share" className={classes['menuButton']} {...menu.opener}>
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
          {REPORT_KINDS.map(({ kind, label, help }, place) => (
            <li key={kind} className={place === 0 ? classes['menuRule'] : undefined}>
              <button
                type="button"
                onClick={() => {
                  menu.close();
                  if (kind === 'print') printReport();
                  else saveReport(kind);
                }}
              >
                {label}
                <span>{`${what}, ${help}`}</span>
              </button>
            </li>
          ))}
          {FILE_KINDS.map(({ kind, label, help }, place) => (
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
