import { grouped } from '../../core/quantities/grouped.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { Icon } from '../../ui/icons.js';
import classes from './constraint-chips.module.css';
import { constraintsOf } from './constraints.js';

/** Everything that narrows the search, each taken away by a press. */
export function ConstraintChips() {
  const input = useWorkbench((state) => state.search);
  const constraints = constraintsOf(input);
  const blocks = useWorkbench((state) => state.model.value.num_blocks);
  if (constraints.length === 0) {
    return (
      <p className={classes['none']}>
        No constraints: every strategy is tried whose p divides the {grouped(blocks)} blocks
      </p>
    );
  }
  return (
    <ul className={classes['chips']} aria-label="Constraints">
      {constraints.map(({ id, text, without }) => (
        <li key={id}>
          <button
            type="button"
            aria-label={`Remove the constraint ${text}`}
            data-hint="Press to remove"
            onClick={() => workbench().getState().editSearch(without)}
          >
            {text}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
