import { useOpenedDesign } from '../../state/opened-design.js';
import { planText } from '../../state/plan-text.js';
import { useWorkbench } from '../../state/workbench.js';
import classes from './header.module.css';
import { LiveLine } from './live-line.js';
import { SavedName } from './saved-name.js';

/** The design in one line: GPT-3 175B · A100 80 GiB ×4,096 · t8 p64 d8; beneath it what the live search does. */
export function DesignLine() {
  const model = useWorkbench((state) => state.model.base.name);
  const system = useWorkbench((state) => state.system.base.name);
  const plan = useWorkbench((state) => planText(state.strategy.value));
  const live = useWorkbench((state) => state.search.live);
  const name = useOpenedDesign(({ opened }) => opened?.record.name ?? null);
  const line = `${model} · ${system} ${plan}`;
  return (
    <div className={classes['lines']}>
      <p className={classes['design']} data-hint={line}>
        <SavedName />
        {line !== name && line}
      </p>
      {live && <LiveLine />}
    </div>
  );
}
