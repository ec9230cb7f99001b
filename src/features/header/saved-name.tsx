import { isUnsaved, useOpenedDesign } from '../../state/opened-design.js';
import { useWorkbench } from '../../state/workbench.js';
import { useCommands } from '../../ui/commands.js';
import classes from './header.module.css';

/** The name of the saved design that is open, with a dot while the one on the screen differs from it. */
export function SavedName() {
  const { showLibrary } = useCommands();
  const opened = useOpenedDesign((state) => state.opened);
  const differs = useWorkbench((state) => opened !== null && isUnsaved(opened, state));
  if (opened === null) return null;
  const { name } = opened.record;
  const state = differs ? 'changed since it was saved' : 'saved';
  return (
    <>
      <button
        type="button"
        className={classes['saved']}
        data-unsaved={differs || undefined}
        aria-label={`${name}, ${state}`}
        data-hint={differs ? `“${name}” has changed since it was saved · Ctrl+S saves it` : `“${name}” is saved`}
        onClick={showLibrary}
      >
        <span>{name}</span>
        <i />
      </button>
      <span role="status" className="visually-hidden">
        {differs ? '' : `${name} is saved.`}
      </span>
    </>
  );
}
