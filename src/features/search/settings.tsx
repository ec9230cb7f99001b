import { useId } from 'react';
import { BOUNDED_FIELDS, CHOSEN_FIELDS, WHOLE_SEARCH } from '../../core/inputs/search-input.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { FoldTitle } from '../../ui/fold-title.js';
import { IconButton } from '../../ui/icon-button.js';
import { AllowedField } from './allowed-field.js';
import { BoundsField } from './bounds-field.js';
import { ConstraintChips } from './constraint-chips.js';
import { GoalFields } from './goal-fields.js';
import classes from './settings.module.css';
import { choose, useViewChoice } from './view-choices.js';

/** What narrows the search and what is best: a line while folded, every setting when open. */
export function Settings() {
  const open = useViewChoice('settingsOpen');
  const id = useId();
  const isChanged = useWorkbench(({ search }) =>
    (Object.keys(WHOLE_SEARCH) as (keyof typeof WHOLE_SEARCH)[]).some(
      (key) =>
        key !== 'live' &&
        (key === 'bounds' || key === 'allowed'
          ? Object.keys(search[key]).length > 0
          : search[key] !== WHOLE_SEARCH[key]),
    ),
  );
  return (
    <section className={classes['settings']} aria-label="What to search">
      <div className={classes['head']}>
        <FoldTitle open={open} controls={id} onOpen={(settingsOpen) => choose({ settingsOpen })}>
          Objective and constraints
        </FoldTitle>
        <ConstraintChips />
        <IconButton
          icon="reset"
          size="small"
          label="Reset the search"
          data-hint="Search the whole space for the highest rate again"
          disabled={!isChanged}
          onClick={() => workbench().getState().resetSearch()}
        />
      </div>
      <div id={id} hidden={!open}>
        {open && (
          <div className={classes['groups']}>
            <GoalFields />
            <div className={classes['group']} role="group" aria-label="Bounds">
              {BOUNDED_FIELDS.map((field) => (
                <BoundsField key={field} field={field} />
              ))}
            </div>
            <div className={classes['choices']} role="group" aria-label="Allowed choices">
              {CHOSEN_FIELDS.map((field) => (
                <AllowedField key={field} field={field} />
              ))}
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
