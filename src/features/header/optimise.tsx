import { optimise } from '../../state/optimise.js';
import { searchControl } from '../../state/search-results.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { IconButton } from '../../ui/icon-button.js';

const prepare = (): void => searchControl().prepare();
/** Whoever points at it, or has come to it by the keyboard, is about to search. */
const AHEAD = { onPointerEnter: prepare, onFocus: prepare } as const;

/** Opens the search and starts it, unless it runs already, has its results, or would take long. */
export function OptimiseButton() {
  return (
    <IconButton
      icon="best"
      data-tour="optimise"
      label="Optimise"
      data-hint="Search every strategy for the best"
      text="Optimise"
      {...AHEAD}
      onClick={optimise}
    />
  );
}

/** Whether the strategy follows the best one at every change of model and hardware. */
export function LiveSwitch() {
  const live = useWorkbench((state) => state.search.live);
  return (
    <IconButton
      icon="live"
      data-tour="optimise"
      label="Live optimum"
      aria-pressed={live}
      data-hint={
        live
          ? 'Live: the strategy follows the best at every change\nPress to stop'
          : 'Live: search again at every change of model or hardware, and follow the best strategy'
      }
      text="Live"
      {...AHEAD}
      onClick={() => workbench().getState().editSearch({ live: !live })}
    />
  );
}
