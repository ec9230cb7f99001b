import { useDeferredValue, type SyntheticEvent } from 'react';
import { useHighlight } from '../../state/highlight.js';
import { useShown } from '../../state/shown.js';
import { useWorkbench, workbench, type Stage } from '../../state/workbench.js';
import type { Sort } from '../../ui/data-table.js';
import { useLiveStyle } from '../../ui/use-live-style.js';
import { LayerTable } from './layer-table.js';
import classes from './layers.module.css';
import { STAGE_NAMES } from './operation-name.js';
import { Roofline } from './roofline.js';

const STAGES = Object.keys(STAGE_NAMES) as Stage[];

/** Every operation of one block: a roofline and a table, one stage at a time, linked by pointer and focus. */
export function Layers() {
  const shown = useShown();
  const report = useDeferredValue(shown.report);
  const evaluation = useDeferredValue(shown.evaluation);
  const tag = useDeferredValue(shown.tag);
  const stage = useWorkbench((state) => state.view.stage);
  const sort = useWorkbench((state) => state.view.sort);
  const lit = useHighlight((state) => state.operation);
  const lightOperation = useHighlight((state) => state.lightOperation);
  // Names of operations are identifiers, made by the core.
  useLiveStyle(
    lit !== null && /^\w+$/.test(lit)
      ? `tr[data-operation="${lit}"] > * { background: var(--accent-soft) !important; }`
      : null,
  );
  const point = (event: SyntheticEvent): void => {
    const element =
      event.target instanceof Element ? event.target.closest<HTMLElement | SVGElement>('[data-operation]') : null;
    lightOperation(element?.dataset['operation'] ?? null);
  };
  const layers = report?.layers ?? NO_LAYERS;
  return (
    <div
      className={classes['container']}
      data-follows-design
      onPointerOver={point}
      onFocus={point}
      onPointerLeave={() => lightOperation(null)}
    >
      <fieldset className={classes['stages']}>
        <legend className="visually-hidden">Stage</legend>
        {STAGES.map((each) => (
          <label key={each} data-chosen={each === stage || undefined}>
            <input
              type="radio"
              name="stage"
              checked={each === stage}
              onChange={() => workbench().getState().setView({ stage: each })}
            />
            {STAGE_NAMES[each]}
          </label>
        ))}
      </fieldset>
      <div className={classes['layers']}>
        <Roofline layers={layers} evaluation={evaluation} stage={stage} tag={tag} />
        <LayerTable layers={layers} stage={stage} sort={sort} onSort={onSort} tag={tag} />
      </div>
    </div>
  );
}

const onSort = (sort: Sort | null): void => workbench().getState().setView({ sort });

const NO_LAYERS: readonly never[] = [];
